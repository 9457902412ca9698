/** What a run file may hold, field by field. */

import { controls } from '../company/controls.ts';
import { planSchema } from '../scenario/planSchema.ts';
import { moveSchema, standingSchema } from '../scenario/playbookSchema.ts';
import { integer, list, number, oneOf, optional, record, schema, slug, variants, type Fields, type Schema } from '../scenario/schema.ts';
import type { Tree } from '../scenario/yamlTree.ts';
import { mostNoteLength, unshowable } from './note.ts';
import { kpiIds } from './reports.ts';
import { driverIds, mostQuarters, runFormat, type DecisionEntry, type EntryData, type Hash, type Prediction, type RunFile } from './run.ts';

type PlanData = Extract<EntryData, { kind: 'plan' }>['data'];

export const mostEntries = 2000;
/** Ends of a forecast, per mille of the KPI's unit: up to a trillion of the scenario's currency, and still a whole number when doubled. */
const mostForecast = 1e15;
/** Segments that a file read without its scenario may name. */
const mostSegments = 12;

/** A text that must have exactly one form. */
const matching = (pattern: RegExp, expected: string): Schema<string> =>
  schema(
    (tree, path, errors) => {
      const value = tree.kind === 'scalar' ? tree.value : undefined;
      if (typeof value === 'string' && pattern.test(value)) return value;
      errors.add(typeof value === 'string' ? 'badId' : 'wrongType', path, { expected });
      return undefined;
    },
    () => ({ type: 'string', pattern: pattern.source }),
  );

/** A text as it was written, spaces at the ends included; no line breaks or other control characters. */
const words = (most: number): Schema<string> =>
  schema(
    (tree, path, errors) => {
      const value = tree.kind === 'scalar' ? tree.value : undefined;
      if (typeof value !== 'string') errors.add('wrongType', path, { expected: 'text' });
      else if (Array.from(value).length > most) errors.add('tooLong', path, { length: Array.from(value).length, most });
      else if (unshowable.test(value)) errors.add('controlCharacter', path);
      else return value;
      return undefined;
    },
    () => ({ type: 'string', maxLength: most }),
  );

const hash: Schema<Hash> = matching(/^[0-9a-f]{64}$/, '64 hex digits');
const digest = matching(/^[0-9a-f]{16}$/, '16 hex digits');
const seed = integer(0, 4294967295);
const bound = integer(-mostForecast, mostForecast);
const forecast = record<Prediction>({ kpi: oneOf(kpiIds), low: bound, high: bound, because: oneOf(driverIds) });
const prediction: Schema<Prediction> = schema((tree, path, errors) => {
  const value = forecast.read(tree, path, errors);
  if (value === undefined || value.low <= value.high) return value;
  errors.add('outOfOrder', [...path, 'high'], { low: value.low, high: value.high });
  return undefined;
}, forecast.json);

/** A mark that is set or left out, never false: one run has one form. */
const isTrue: Schema<true> = schema(
  (tree, path, errors) => {
    if (tree.kind === 'scalar' && tree.value === true) return true;
    errors.add('notAnOption', path, { value: tree.kind === 'scalar' ? String(tree.value) : tree.kind, options: 'true' });
    return undefined;
  },
  () => ({ enum: [true] }),
);

function entrySchema(segmentIds: readonly string[]): Schema<DecisionEntry> {
  const plan = planSchema(segmentIds, true);
  const data: { readonly [K in EntryData['kind']]: Schema<Extract<EntryData, { kind: K }>['data']> } = {
    plan: record<PlanData>({ plan, standing: optional(standingSchema) }),
    move: moveSchema,
    predict: prediction,
    commit: record({ quarters: oneOf([1, 2, 4]) }),
    note: record({ text: words(mostNoteLength) }),
  };
  const common = {
    seq: integer(0, mostEntries - 1),
    quarter: integer(1, mostQuarters),
    firm: slug,
    by: oneOf(['learner', 'lecturer', 'playbook']),
    prev: hash,
  };
  const kinds = Object.keys(data) as EntryData['kind'][];
  const schemas = kinds.map((kind) => [
    kind,
    record({ ...common, kind: oneOf([kind]), data: data[kind] } as unknown as Fields<DecisionEntry>),
  ]);
  return variants<DecisionEntry>('kind', Object.fromEntries(schemas) as Record<string, Schema<DecisionEntry>>);
}

/** Reader of a whole run for the segments of its scenario. */
export function runSchema(segmentIds: readonly string[]): Schema<RunFile> {
  return record<RunFile>({
    format: oneOf([runFormat]),
    epoch: integer(1, 1_000_000),
    app: words(40),
    scenario: record({ id: slug, hash }),
    customers: integer(1, 1_000_000),
    world: integer(0, 99),
    populationSeed: seed,
    luckSeed: seed,
    mode: oneOf(['practice', 'assigned']),
    allOpen: optional(isTrue),
    glassAtEnd: optional(isTrue),
    parent: optional(hash),
    assignment: optional(record({ id: words(64), student: words(64) })),
    head: hash,
    entries: list(entrySchema(segmentIds), { most: mostEntries }),
    digests: list(digest, { most: mostQuarters }),
    claimed: optional(record({ total: number(0, 100) })),
    lookedAhead: optional(list(integer(0, mostQuarters), { most: mostQuarters })),
  });
}

/** Segment ids that the decisions of a run name, in no special order; for a file read without its scenario. */
export function segmentsNamed(tree: Tree): readonly string[] {
  const ids = new Set<string>();
  const entries = member(tree, 'entries');
  for (const entry of entries?.kind === 'list' ? entries.items.slice(0, mostEntries) : []) {
    const plan = member(member(entry, 'data'), 'plan');
    for (const control of controls) {
      const value = member(plan, control.id);
      if (control.kind === 'segments' && value?.kind === 'list') {
        for (const item of value.items) if (item.kind === 'scalar' && typeof item.value === 'string') ids.add(item.value);
      } else if ((control.kind === 'choiceEach' || control.kind === 'levelEach') && value?.kind === 'map') {
        for (const id of value.members.keys()) ids.add(id);
      }
    }
  }
  return [...ids].filter((id) => /^[a-z][a-zA-Z0-9-]{0,39}$/.test(id)).slice(0, mostSegments);
}

function member(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.kind === 'map' ? tree.members.get(key)?.value : undefined;
}
