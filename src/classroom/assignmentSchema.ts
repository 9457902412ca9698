/** What an assignment file may hold, field by field. */

import { criterionIds } from '../scenario/criteria.ts';
import {
  boolean,
  integer,
  list,
  oneOf,
  optional,
  partialTableOf,
  patterned,
  record,
  schema,
  slug,
  text,
  variants,
  type Schema,
} from '../scenario/schema.ts';
import { assignmentFormat, type Assignment } from './assignment.ts';
import { deckKinds, type DeckChange } from './eventDeck.ts';
import { policyIds, type PolicyDials } from './policyDials.ts';

/** Longest run of quarters, fewest and most draws that a class is graded on. */
const mostQuarters = 20;
const draws = [5, 100] as const;
const mostDeck = 40;
/** Seeds of nine digits at most, as on the page. */
const seed = integer(0, 999_999_999);
const hash = patterned(64, /^[0-9a-f]{64}$/);
const quarter = integer(1, mostQuarters);

/** A mark that is set or left out, never false: one assignment has one form. */
const marked: Schema<true> = schema(
  (tree, path, errors) => {
    if (tree.kind === 'scalar' && tree.value === true) return true;
    errors.add('notAnOption', path, { value: tree.kind === 'scalar' ? String(tree.value) : tree.kind, options: 'true' });
    return undefined;
  },
  () => ({ enum: [true] }),
);

const deckChange = variants<DeckChange>('do', {
  move: record<Extract<DeckChange, { do: 'move' }>>({ do: oneOf(['move']), id: slug, quarter }),
  drop: record<Extract<DeckChange, { do: 'drop' }>>({ do: oneOf(['drop']), id: slug }),
  add: record<Extract<DeckChange, { do: 'add' }>>({ do: oneOf(['add']), kind: oneOf(deckKinds), quarter }),
});

const fields = record<Assignment>({
  format: oneOf([assignmentFormat]),
  title: text(80),
  epoch: integer(1, 1_000_000),
  scenario: record<Assignment['scenario']>({ id: slug, hash }),
  rounds: integer(1, mostQuarters),
  quartersPerRound: oneOf([1, 2, 4]),
  customers: integer(200, 100_000),
  world: integer(0, 99),
  populationSeed: seed,
  luckKey: seed,
  grading: optional(record<NonNullable<Assignment['grading']>>({ first: integer(0, 999_999_000), count: integer(...draws) })),
  heldBack: optional(marked),
  weights: optional(partialTableOf(criterionIds, integer(1, 100))),
  practice: boolean,
  allOpen: optional(marked),
  glassAtEnd: optional(marked),
  budget: optional(integer(-100, 100)),
  deck: optional(list(deckChange, { least: 1, most: mostDeck })),
  policy: optional(partialTableOf(policyIds, oneOf([-1, 0, 1]))) as ReturnType<typeof optional<PolicyDials>>,
  deadline: optional(text(60)),
  note: optional(text(400)),
});

/** Reader of an assignment; whether it fits its firm is told by `assignmentFault`. */
export const assignmentSchema: Schema<Assignment> = schema((tree, path, errors) => {
  const value = fields.read(tree, path, errors);
  if (value?.grading === undefined || value.heldBack) return value;
  errors.add('missingKey', [...path, 'heldBack']);
  return undefined;
}, fields.json);
