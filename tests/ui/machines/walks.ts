/** Every move that the shipped machines really make, found by walking them with events rich enough to open every guard. */

import { getMicrosteps, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import { caseMachine } from '../../../src/company/conflict/caseMachine.ts';
import { type CaseContext, type CaseEvent, newCase, overdue, overdueTwice } from '../../../src/company/conflict/caseRules.ts';
import { matrixMachine } from '../../../src/company/matrixMachine.ts';
import type { MatrixContext, MatrixEvent, ProgrammeChoice, QuarterFacts } from '../../../src/company/matrixRules.ts';
import type { MatrixValue } from '../../../src/company/programme.ts';
import { reviewMachine } from '../../../src/company/review/reviewMachine.ts';
import type { Compared, ReviewEvent } from '../../../src/company/review/reviewRules.ts';
import type { RivalFacts, RivalMachineId } from '../../../src/company/rivalMachine.ts';
import { matrixContextAt } from '../../../src/company/start.ts';
import { machines } from '../../../src/company/step.ts';
import { bankFacts } from '../../company/fixtures.ts';

/** "from-to" of every step in which the state changes, steps within an event counted one by one. */
function movesOf(
  machine: AnyStateMachine,
  events: readonly { type: string }[],
  read: (snapshot: AnyMachineSnapshot) => string,
  input: unknown,
  key: (snapshot: AnyMachineSnapshot) => unknown = ({ value, context }) => [value, context],
): readonly string[] {
  const map = getAdjacencyMap(machine, {
    // What a state does not know changes nothing.
    events: ((snapshot: AnyMachineSnapshot) => events.filter((event) => snapshot.can(event))) as never,
    input: input as never,
    serializeState: (state) => JSON.stringify(key(state as AnyMachineSnapshot)),
    serializeEvent: (event) => String(events.indexOf(event)),
    limit: 100_000,
  });
  const moves = new Set<string>();
  for (const { state, event } of adjacencyMapToArray(map)) {
    let from = read(state as AnyMachineSnapshot);
    for (const [snapshot] of getMicrosteps(machine, state as never, event)) {
      const to = read(snapshot as AnyMachineSnapshot);
      if (to !== from) moves.add(`${from}-${to}`);
      from = to;
    }
  }
  return [...moves].sort();
}

const strong = { S: 90, L: 90, X: 90, H: 90, T: 90, Q: 90 };
const facts = { ...bankFacts, stocks: strong, information: 70, consent: 80 };
const quiet: QuarterFacts = {
  ...facts,
  adoption: 70,
  trueInformation: 70,
  individualisation: 70,
  linkage: 80,
  trueConsent: 80,
  stallDraw: 0.999,
};
const end = (changes: Partial<QuarterFacts> = {}): MatrixEvent => ({ type: 'quarter.end', facts: { ...quiet, ...changes } });
const choice: ProgrammeChoice = { path: 'p14', pace: 'normal', scope: 'wholeFirm', pilot: true };
const fromL3 = { ...facts, level: 'l3' as const };

const programmeEvents: readonly MatrixEvent[] = [
  { type: 'programme.analyse' },
  { type: 'programme.chooseStay' },
  { type: 'programme.choosePath', facts },
  { type: 'programme.confirm', choice, facts },
  { type: 'programme.confirm', choice: { ...choice, path: 'p13', pilot: false }, facts },
  { type: 'programme.confirm', choice: { ...choice, path: 'p34' }, facts },
  { type: 'programme.prepare', choice: { ...choice, path: 'p34' }, facts: fromL3 },
  { type: 'programme.abandon' },
  { type: 'programme.submit', facts },
  { type: 'programme.recover', facts },
  { type: 'programme.downscope', facts },
  { type: 'sponsor.left' },
  { type: 'users.revolted' },
  end(),
  end({ level: 'l3' }),
  end({ level: 'l3', released: 0 }),
  end({ trueInformation: 30, individualisation: 30, adoption: 20 }),
];
/** Both axes move together, so that what is remembered of one tells the other. */
function programmeKey({ value, context }: AnyMachineSnapshot): unknown {
  const { path, next, pilot, turns, informationHigh, informationTurns } = context as MatrixContext;
  return [(value as MatrixValue).programme, path, next, pilot, turns, informationHigh, informationTurns];
}

const levelEvents: readonly MatrixEvent[] = [70, 30].flatMap((trueInformation) =>
  [70, 30].flatMap((individualisation) => [80, 10].map((linkage) => end({ trueInformation, individualisation, linkage }))),
);

const input = { context: matrixContextAt('l1') };
export const programmeMoves = (): readonly string[] =>
  movesOf(matrixMachine, programmeEvents, ({ value }) => (value as MatrixValue).programme, input, programmeKey);
export const positionMoves = (): readonly string[] =>
  movesOf(matrixMachine, levelEvents, ({ value }) => (value as MatrixValue).position, input);

const calm: RivalFacts = { share: 0.2, shareBefore: 0.2, price: 1, care: 0.4, lowestPrice: 1, highestCare: 0.4, lag: 1 };
const rivalEvents = [
  calm,
  { ...calm, share: 0.19 },
  { ...calm, share: 0.19, highestCare: 0.6 },
  { ...calm, highestCare: 0.6 },
  { ...calm, lowestPrice: 0.8 },
  { ...calm, share: 0.25 },
].map((seen) => ({ type: 'quarter.end', facts: seen }));

export const rivalMoves = (id: RivalMachineId): readonly string[] =>
  movesOf(machines[id], rivalEvents, (snapshot) => snapshot.value as string, undefined);

const offer = { remedy: 'full', apology: true, reason: true, date: true } as const;
const circumstances = { empathy: 0.6, peerGotMore: 0 };
/** Every event that a state of the machine knows, with the values that open every guard. */
const caseEvents = caseMachine.events.flatMap((type): readonly CaseEvent[] => {
  if (type === 'case.weigh') return [10, 55, 80].map((severity) => ({ type, severity }));
  if (type === 'case.classify') return [{ type, rootKnown: true }];
  if (type === 'case.chooseMode') return (['avoid', 'accommodate', 'compete', 'collaborate'] as const).map((mode) => ({ type, mode }));
  if (type === 'case.offer')
    return [offer, { ...offer, remedy: 'none', apology: false } as const].map((made) => ({ type, offer: made, ...circumstances }));
  return [{ type } as CaseEvent];
});
const bands = (value: number, limits: readonly number[]): number => limits.filter((limit) => value >= limit).length;
/** What of the memory decides where a case may go from its state; half days count as in time, late or far too late. */
function caseKey({ value, context }: AnyMachineSnapshot): unknown {
  const { severity, tier, mode, offers, followUps, lastChances, rootKnown, score, priorFailures, clock, waited, missed, promised } =
    context as CaseContext;
  // Before a case is weighed, only time moves it.
  const time = value === 'felt' ? severity : value === 'received' || value === 'triage' ? clock : 0;
  const late = Number(overdue(context as CaseContext)) + Number(overdueTwice(context as CaseContext));
  const scored = value === 'awaitingReply' ? [bands(score ?? 0, [0.35, 0.55, 0.75]), promised] : 0;
  if (value === 'learning') return [value, rootKnown, promised];
  const bargains = value === 'negotiating' || value === 'awaitingReply';
  return [
    value,
    rootKnown,
    bands(severity, [20, 45, 70]),
    tier,
    late,
    time,
    bargains && mode,
    offers,
    followUps,
    lastChances,
    scored,
    missed,
    priorFailures === 0 && waited < 3,
  ];
}
const unheard = newCase({
  kind: 'customer',
  severity: 15,
  fault: 'firm',
  duty: false,
  urgent: false,
  heat: 2,
  agentLimit: 40,
  priorFailures: 0,
});
export const caseMoves = (): readonly string[] =>
  movesOf(caseMachine, caseEvents, ({ value }) => value as string, { context: unheard }, caseKey);

const compared: Compared = { quarter: 8, baseline: 1, wave: null, tested: 7, piloted: false };
const reviewEvents: readonly ReviewEvent[] = [
  { type: 'review.call' },
  { type: 'review.check', reserve: 0 },
  { type: 'review.check', reserve: 5 },
  { type: 'review.adjust', reserve: 5 },
  ...[true, false].flatMap((due) =>
    [true, false].flatMap((external) =>
      [true, false].flatMap((internal) =>
        [0, 1].map((chains): ReviewEvent => ({ type: 'quarter.end', facts: { due, external, internal, compared, chains } })),
      ),
    ),
  ),
];
export const reviewMoves = (): readonly string[] => movesOf(reviewMachine, reviewEvents, ({ value }) => value as string, undefined);
