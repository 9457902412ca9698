/** Looks every id of the map up in the code: what an id of each kind may be, and what makes it a lie. */

import { contradictions } from '../../company/contradictions.ts';
import { controlById, type ControlId, controls } from '../../company/controls.ts';
import { eventKinds } from '../../company/firm.ts';
import { opportunityKinds } from '../../company/opportunities.ts';
import { defaultStandingOrders, programmeMoves } from '../../company/orders.ts';
import { firmParameterIds } from '../../company/parameters.ts';
import { reviewStepIds } from '../../company/review/reviewSteps.ts';
import { type MachineId, machines } from '../../company/step.ts';
import { kpiIds } from '../../game/reports.ts';
import type { EntryData } from '../../game/run.ts';
import { criterionIds } from '../../scenario/criteria.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { parameterIds } from '../../sim/parameters.ts';
import type { FaultCode, Resolve } from './judge.ts';
import type { MapLine, Part } from './map.ts';
import { hasPath, type Samples } from './samples.ts';
import type { SourceIndex } from './sources.ts';

export interface Code {
  /** Scenarios that ship, by id. */
  scenarios: ReadonlyMap<string, Scenario>;
  samples: Samples;
  index: SourceIndex;
}

type Check = (id: string, code: Code, line: MapLine) => FaultCode | null;

const entryKinds: Readonly<Record<EntryData['kind'], true>> = { plan: true, move: true, predict: true, commit: true, note: true };
const among =
  (ids: readonly string[]): Check =>
  (id) =>
    ids.includes(id) ? null : 'unknownId';

/** Every scenario that the line names opens the card. */
const opens = (card: string, { scenarios }: Code, line: MapLine): FaultCode | null =>
  line.scenario.every((id) => scenarios.get(id)?.unlocks.some((unlock) => unlock.card === card) ?? true) ? null : 'locked';

const control: Check = (id, code, line) => {
  const found = controlById.get(id as ControlId);
  return found === undefined ? 'unknownId' : opens(found.card, code, line);
};
const card: Check = (id, code, line) => (controls.some((each) => each.card === id) ? opens(id, code, line) : 'unknownId');
/** `option:CONTROL/OPTION`. */
const option: Check = (id, code, line) => {
  const [owner = '', chosen = ''] = id.split('/');
  const found = controlById.get(owner as ControlId);
  if (found === undefined || !('options' in found) || !(found.options as readonly string[]).includes(chosen)) return 'unknownId';
  return opens(found.card, code, line);
};
const event: Check = (id, { scenarios }, line) => {
  if (!(eventKinds as readonly string[]).includes(id)) return 'unknownId';
  return line.scenario.every((each) => scenarios.get(each)?.events.some(({ kind }) => kind === id) ?? true) ? null : 'locked';
};
/** An offer off the strategy or a dilemma that every scenario of the line puts to the learner. */
const offer: Check = (id, { scenarios }, line) => {
  if (!(opportunityKinds as readonly string[]).includes(id)) return 'unknownId';
  return line.scenario.every((each) => scenarios.get(each)?.opportunities?.some(({ kind }) => kind === id) ?? !scenarios.has(each))
    ? null
    : 'locked';
};
const moves: readonly string[] = [
  'case',
  'opportunity',
  'open',
  ...programmeMoves.map((move) => `programme.${move}`),
  ...reviewStepIds.map((step) => `review.${step}`),
];

const parameter =
  (ids: readonly string[]): Check =>
  (id, { index }) => {
    if (!ids.includes(id)) return 'unknownId';
    return index.readsParameter(id) ? null : 'unread';
  };

interface StateConfig {
  states?: Readonly<Record<string, StateConfig>>;
}
/** `state:MACHINE.STATE`, through regions. */
const state: Check = (id) => {
  const [name, ...path] = id.split('.');
  let at: StateConfig | undefined = Object.hasOwn(machines, name!) ? (machines[name as MachineId].config as StateConfig) : undefined;
  for (const part of path) at = at?.states?.[part];
  return at === undefined || path.length === 0 ? 'unknownId' : null;
};
/** `guard:MACHINE.GUARD`: a guard that a transition asks. */
const guard: Check = (id) => {
  const [name, asked] = id.split('.');
  if (!Object.hasOwn(machines, name!) || asked === undefined) return 'unknownId';
  const { config, implementations } = machines[name as MachineId];
  if (!Object.hasOwn(implementations.guards, asked)) return 'unknownId';
  return JSON.stringify(config).includes(`"guard":"${asked}"`) ? null : 'unread';
};

const field =
  (sample: (samples: Samples) => unknown): Check =>
  (id, { samples }) =>
    hasPath(sample(samples), id.split('.')) ? null : 'unknownId';
/** A field that exists and that a screen reads. */
const shown =
  (sample: (samples: Samples) => unknown): Check =>
  (id, code, line) =>
    field(sample)(id, code, line) ?? (code.index.showsField(id.split('.').at(-1)!) ? null : 'unshown');

/** Kinds of id by part: `kind:id`. */
const checks: Readonly<Record<Part, Readonly<Record<string, Check>>>> = {
  decision: {
    control,
    card,
    option,
    event,
    offer,
    move: among(moves),
    order: among(Object.keys(defaultStandingOrders)),
    entry: among(Object.keys(entryKinds)),
  },
  effect: {
    firm: parameter(firmParameterIds),
    market: parameter(parameterIds),
    clash: among(contradictions.map(({ code }) => code)),
    state,
    guard,
    rule: (id, { index }) => (index.usesRule(id) ? null : 'unread'),
    offer: field(({ offer }) => offer),
    records: field(({ records }) => records),
  },
  evidence: {
    kpi: among(kpiIds),
    criterion: among(criterionIds),
    section: (id, { index }) => (index.showsMessage(id) ? null : 'unshown'),
    known: shown(({ known }) => known),
    truth: shown(({ truth }) => truth),
    person: shown(({ person }) => person),
    score: shown(({ score }) => score),
  },
  scenario: {},
};

/** Resolves ids against the code given. */
export function resolverOf(code: Code): Resolve {
  return (part, id, line) => {
    if (part === 'scenario') return code.scenarios.has(id) ? null : 'unknownId';
    const [kind = '', ...rest] = id.split(':');
    const check = Object.hasOwn(checks[part], kind) ? checks[part][kind] : undefined;
    return check === undefined ? 'unknownKind' : check(rest.join(':'), code, line);
  };
}
