/** What each round changed of the plan that held before it, and what it only said again. */

import { type CardId, controlById, type ControlId } from '../../company/controls.ts';
import { sameValue } from '../../company/plan.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type GroupId, groupOfCard, groupOfControl, groupOfOrder } from '../contributions/groups.ts';
import type { LoggedEntry } from '../replay.ts';
import { type Decided, decidedRounds, type Mention, type RoundDecided } from './decisions.ts';

/** What stands in a plan or in standing orders, by its name. */
export type Said = { control: ControlId; value: unknown } | { order: Exclude<Mention['of'], ControlId>; value: string | number };

export interface RoundChanges {
  /** First quarter of the round, and how many it lasts. */
  quarter: number;
  quarters: number;
  /** Each control and order once, from what held before the round to what held at its end; then the moves. */
  changed: readonly Decided[];
  /** What was said as it stood already. */
  repeated: readonly Said[];
}

type SetTo = Extract<Decided, { kind: 'control' | 'order' }>;
const isSet = (decided: Decided): decided is SetTo => decided.kind === 'control' || decided.kind === 'order';
const nameOf = (set: SetTo): Mention['of'] => (set.kind === 'control' ? set.control : set.order);

/** One change a control: the first `from` and the last `to`; none where it ends as it began. */
function netOf(sets: readonly SetTo[]): SetTo[] {
  const names = [...new Set(sets.map(nameOf))];
  return names.flatMap((name): SetTo[] => {
    const own = sets.filter((set) => nameOf(set) === name);
    const [first, last] = [own[0]!, own.at(-1)!];
    return sameValue(first.from as never, last.to as never) ? [] : [{ ...last, from: first.from } as SetTo];
  });
}

function isControl(of: Mention['of']): of is ControlId {
  return controlById.has(of as ControlId);
}

function changesOf({ quarter, quarters, plan, standing, decisions, mentions }: RoundDecided): RoundChanges {
  const all = decisions.map(({ decided }) => decided);
  const net = netOf(all.filter(isSet));
  const changed = new Set(net.map(nameOf));
  const repeated = [...new Set(mentions.map(({ of }) => of))].filter((of) => !changed.has(of));
  return {
    quarter,
    quarters,
    changed: [...net, ...all.filter((decided) => !isSet(decided))],
    repeated: repeated.map((of): Said => (isControl(of) ? { control: of, value: plan[of] } : { order: of, value: standing[of] })),
  };
}

/** The rounds of the learner's firm, in their order. */
export const roundChanges = (scenario: Scenario, entries: readonly LoggedEntry[]): RoundChanges[] =>
  decidedRounds(scenario, entries).map(changesOf);

/** Group of what was decided. */
export function groupOfDecided(decided: Decided): GroupId {
  switch (decided.kind) {
    case 'control':
      return groupOfControl(decided.control);
    case 'order':
      return groupOfOrder[decided.order];
    case 'programme':
      return 'programme';
    case 'case':
    case 'review':
      return 'care';
    case 'opportunity':
      return 'goods';
    case 'open':
      return groupOfCard[decided.card];
  }
}
export const groupOfSaid = (said: Said): GroupId => ('control' in said ? groupOfControl(said.control) : groupOfOrder[said.order]);

/** Card that a decision is on; null for standing orders and moves that are on none. */
export function cardOf(decided: Decided): CardId | null {
  if (decided.kind === 'control') return controlById.get(decided.control)!.card;
  if (decided.kind === 'programme') return 'crm.path';
  return decided.kind === 'open' ? decided.card : null;
}
