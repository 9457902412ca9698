/** Runs drawn at random from all that the catalogue of decisions allows, for property tests. */

import fc from 'fast-check';
import { causeIds, escalationIds, rootIds, symptomIds } from '../../src/company/conflict/codes.ts';
import { fixIds } from '../../src/company/conflict/fixes.ts';
import { remedyIds } from '../../src/company/conflict/justice.ts';
import type { CaseStep } from '../../src/company/conflict/steps.ts';
import { controls, type Control, type QuarterPlan } from '../../src/company/controls.ts';
import { cardIds } from '../../src/company/openCards.ts';
import { answerIds, answerReasonIds, conflictModes, orderOptions, type Move, type StandingOrders } from '../../src/company/orders.ts';
import {
  adjustmentIds,
  biasIds,
  causeOfFindingIds,
  criterionChoiceIds,
  findingIds,
  mostCriteria,
  mostTold,
  questionIds,
  questionsAReview,
  reportOrderIds,
  retestIds,
  reviewGoalIds,
} from '../../src/company/review/reviewOptions.ts';
import type { ReviewStep } from '../../src/company/review/reviewSteps.ts';
import { appendEntries, newRun } from '../../src/game/chain.ts';
import { noteLookedAhead } from '../../src/game/lookedAhead.ts';
import { kpiIds } from '../../src/game/reports.ts';
import { driverIds, type EntryData, type RunFile, type RunHeader } from '../../src/game/run.ts';

export const segmentIds = ['households', 'youngSavers', 'smallFirms', 'mortgageHunters'];

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const seed = fc.integer({ min: 0, max: 4294967295 });
const words = (most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'abz019 .,-"\\{}[]ếữĐ漢😀'), maxLength: most }).map((text) => text.normalize('NFC'));

export const header: fc.Arbitrary<RunHeader> = fc
  .record({
    epoch: fc.integer({ min: 1, max: 9 }),
    app: words(20),
    hash: hex(64),
    customers: fc.integer({ min: 200, max: 1000000 }),
    world: fc.integer({ min: 0, max: 5 }),
    populationSeed: seed,
    luckSeed: seed,
    parent: fc.option(hex(64), { nil: undefined }),
    assignment: fc.option(fc.record({ id: words(30), student: words(30) }), { nil: undefined }),
    mode: fc.constantFrom('practice' as const, 'assigned' as const),
    allOpen: fc.boolean(),
    glassAtEnd: fc.boolean(),
  })
  .map(({ hash, parent, assignment, allOpen, glassAtEnd, ...rest }) => ({
    ...rest,
    format: 1,
    scenario: { id: 'voras-bank', hash },
    ...(parent && { parent }),
    ...(assignment && { assignment }),
    ...(allOpen && { allOpen: true as const }),
    ...(glassAtEnd && { glassAtEnd: true as const }),
  }));

/** @param someSegments a control with one value a segment may name only some of them */
export function controlValue(control: Control, someSegments = false): fc.Arbitrary<unknown> {
  switch (control.kind) {
    case 'choice':
      return fc.constantFrom(...control.options);
    case 'level':
      return levelOf(control);
    case 'subset':
      return fc.shuffledSubarray([...control.options], { maxLength: control.most });
    case 'split':
      return splitOf(control.options, 100 / control.step, control.step);
    case 'segments':
      return fc.shuffledSubarray(segmentIds, { maxLength: control.most });
    case 'choiceEach':
      return eachOf(fc.constantFrom(...control.options), someSegments ? [] : segmentIds);
    case 'levelEach':
      return eachOf(levelOf(control), someSegments ? [] : segmentIds);
  }
}

const levelOf = ({ low, high, step }: { low: number; high: number; step: number }): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: (high - low) / step }).map((steps) => low + step * steps);
const eachOf = (value: fc.Arbitrary<unknown>, requiredKeys: string[]): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(segmentIds.map((id) => [id, value])), { requiredKeys });

/** Parts of 100 in steps: cuts between the steps, sorted. */
function splitOf(options: readonly string[], steps: number, step: number): fc.Arbitrary<Record<string, number>> {
  const cuts = fc.array(fc.integer({ min: 0, max: steps }), { minLength: options.length - 1, maxLength: options.length - 1 });
  return cuts.map((drawn) => {
    const edges = [0, ...drawn.sort((a, b) => a - b), steps];
    return Object.fromEntries(options.map((option, i) => [option, (edges[i + 1]! - edges[i]!) * step]));
  });
}

const everyControl = (someSegments: boolean): Record<string, fc.Arbitrary<unknown>> =>
  Object.fromEntries(controls.map((control) => [control.id, controlValue(control, someSegments)]));
/** Every control of the catalogue decided. */
export const wholePlan = fc.record(everyControl(false)) as fc.Arbitrary<QuarterPlan>;
/** Some controls decided. */
export const planPatch = fc.record(everyControl(true), { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<QuarterPlan>>;

const standing = fc.record(
  {
    onStall: fc.constantFrom('recover', 'downscope', 'abandon'),
    onSponsorLost: fc.constantFrom('newSponsor', 'carryOn'),
    onBreach: fc.constantFrom('tellCustomers', 'sayNothing'),
    onOpportunity: fc.constantFrom(...orderOptions.onOpportunity),
    onCase: fc.constantFrom(...orderOptions.onCase),
    onReview: fc.constantFrom(...orderOptions.onReview),
    cashFloor: fc.integer({ min: 0, max: 1000 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<StandingOrders>>;

const slotOf = (...kinds: string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(...kinds), fc.integer({ min: 1, max: 9 }))
    .map(([q, k, n]) => `q${q}.${k}.${n}`);

const criterion = fc.integer({ min: 0, max: 5 });
const caseStep: fc.Arbitrary<CaseStep> = fc.oneof(
  fc.record({
    do: fc.constant('weigh' as const),
    points: fc.record({ harm: criterion, value: criterion, spread: criterion, legal: criterion, repeat: criterion, heat: criterion }),
  }),
  fc.record({
    do: fc.constant('code' as const),
    symptom: fc.constantFrom(...symptomIds),
    cause: fc.constantFrom(...causeIds),
    escalation: fc.constantFrom(...escalationIds),
    root: fc.constantFrom(null, ...rootIds),
  }),
  fc.record({ do: fc.constant('mode' as const), mode: fc.constantFrom(...conflictModes) }),
  fc.record({
    do: fc.constant('offer' as const),
    remedy: fc.constantFrom(...remedyIds),
    apology: fc.boolean(),
    reason: fc.boolean(),
    date: fc.boolean(),
  }),
  fc.record({ do: fc.constant('fix' as const), fix: fc.constantFrom(...fixIds) }),
  fc
    .constantFrom('acknowledge', 'contain', 'followUp', 'accept', 'lastChance', 'letGo', 'mediate', 'standFirm', 'checkBack', 'close')
    .map((id) => ({ do: id }) as CaseStep),
);

const some = <T>(all: readonly T[], most = all.length): fc.Arbitrary<T[]> => fc.shuffledSubarray([...all], { maxLength: most });
const reviewStep: fc.Arbitrary<ReviewStep> = fc.oneof(
  fc.record({ do: fc.constant('call' as const) }),
  fc.record({
    do: fc.constant('check' as const),
    asked: some(questionIds, questionsAReview),
    goals: fc.dictionary(fc.constantFrom(...criterionChoiceIds), fc.constantFrom(...reviewGoalIds)),
  }),
  fc.record(
    {
      do: fc.constant('report' as const),
      shown: some(criterionChoiceIds, mostCriteria),
      intervals: fc.boolean(),
      limits: fc.boolean(),
      order: fc.constantFrom(...reportOrderIds),
      biases: some(biasIds),
      struck: some(findingIds, mostTold),
    },
    { requiredKeys: ['do', 'shown', 'intervals', 'limits', 'order', 'biases'] },
  ),
  fc.record({
    do: fc.constant('adjust' as const),
    finding: fc.constantFrom(...findingIds),
    cause: fc.constantFrom(...causeOfFindingIds),
    action: fc.constantFrom(...adjustmentIds),
    retest: fc.constantFrom(...retestIds),
  }),
) as fc.Arbitrary<ReviewStep>;

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('programme' as const), move: fc.constantFrom('goOn', 'slow', 'recover', 'downscope', 'abandon') }),
  fc.record({
    kind: fc.constant('case' as const),
    slot: slotOf('customer', 'department'),
    mode: fc.constantFrom(...conflictModes),
    remedy: fc.constantFrom('none', 'part', 'full', 'generous'),
    apology: fc.boolean(),
    reason: fc.boolean(),
  }),
  fc.record(
    {
      kind: fc.constant('opportunity' as const),
      slot: slotOf('opportunity', 'dilemma'),
      answer: fc.constantFrom(...answerIds),
      reason: fc.constantFrom(...answerReasonIds),
    },
    { requiredKeys: ['kind', 'slot', 'answer'] },
  ),
  fc.record({ kind: fc.constant('open' as const), card: fc.constantFrom(...cardIds) }),
  fc.record({ kind: fc.constant('caseStep' as const), slot: slotOf('customer', 'department', 'channel'), step: caseStep }),
  fc.record({ kind: fc.constant('review' as const), step: reviewStep }),
) as fc.Arbitrary<Move>;

const prediction = fc
  .record({
    kpi: fc.constantFrom(...kpiIds),
    low: fc.integer({ min: -1e9, max: 1e9 }),
    width: fc.integer({ min: 0, max: 1e9 }),
    because: fc.constantFrom(...driverIds),
  })
  .map(({ width, ...rest }) => ({ ...rest, high: rest.low + width }));

const planEntry = (plan: fc.Arbitrary<Partial<QuarterPlan>>): fc.Arbitrary<EntryData> =>
  fc.record({ plan, standing: fc.option(standing, { nil: undefined }) }).map(({ plan: named, standing: orders }) => ({
    kind: 'plan',
    data: orders ? { plan: named, standing: orders } : { plan: named },
  }));

const decision: fc.Arbitrary<EntryData> = fc.oneof(
  planEntry(planPatch),
  fc.record({ kind: fc.constant('move' as const), data: move }),
  fc.record({ kind: fc.constant('predict' as const), data: prediction }),
  fc.record({ kind: fc.constant('commit' as const), data: fc.record({ quarters: fc.constantFrom(1 as const, 2 as const) }) }),
  fc.record({ kind: fc.constant('note' as const), data: fc.record({ text: words(100) }) }),
);

/** A run with its entries in the order of play. */
function played(
  head: RunHeader,
  decisions: readonly EntryData[],
  digests: readonly string[],
  claimed: number | undefined,
  seen: number | undefined,
): RunFile {
  const run = appendEntries(newRun(head), decisions, { firm: 'voras', by: 'learner' });
  const rounds = seen === undefined ? run : noteLookedAhead({ ...run, lookedAhead: [] }, seen);
  return { ...rounds, digests, ...(claimed !== undefined && { claimed: { total: claimed } }) };
}

/** Quarters that were seen before the run began; undefined: not recorded. */
const seenBefore = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });

export const anyRun: fc.Arbitrary<RunFile> = fc
  .tuple(
    header,
    fc.array(decision, { maxLength: 14 }).filter((all) => all.filter(({ kind }) => kind === 'commit').length < 10),
    fc.array(hex(16), { maxLength: 20 }),
    fc.option(
      fc.double({ min: 0, max: 100, noNaN: true }).map((total) => total + 0),
      { nil: undefined },
    ),
    seenBefore,
  )
  .map(([head, decisions, digests, claimed, seen]) => played(head, decisions, digests, claimed, seen));

/** Twelve quarters in which every control is decided anew, with a prediction, standing orders, two moves in cases and one of the programme. */
export const busyRun: fc.Arbitrary<RunFile> = fc
  .tuple(
    header,
    fc.array(fc.tuple(planEntry(wholePlan), prediction, fc.array(move, { minLength: 3, maxLength: 3 })), { minLength: 12, maxLength: 12 }),
    fc.array(hex(16), { minLength: 12, maxLength: 12 }),
  )
  .map(([head, quarters, digests]) => {
    const decisions = quarters.flatMap(([plan, predicted, moves]): EntryData[] => [
      plan,
      ...moves.map((data): EntryData => ({ kind: 'move', data })),
      { kind: 'predict', data: predicted },
      { kind: 'commit', data: { quarters: 1 } },
    ]);
    return played(head, decisions, digests, 61.5, 20);
  });
