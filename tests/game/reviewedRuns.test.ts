/** A run with reviews is the same however it is played, kept or passed on. */

import { beforeAll, describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import type { Move } from '../../src/company/orders.ts';
import type { ReviewStepId } from '../../src/company/review/reviewSteps.ts';
import { appendEntries, chainErrors, newRun } from '../../src/game/chain.ts';
import { playRounds } from '../../src/game/autoplay.ts';
import { carefulPlayer } from '../../src/game/carefulPlayer.ts';
import { checkpointsOf, replayFrom } from '../../src/game/checkpoint.ts';
import { outcomeOf } from '../../src/game/outcome.ts';
import { packRun, unpackRun } from '../../src/game/packed.ts';
import type { Player } from '../../src/game/player.ts';
import { patchedPlayer } from '../../src/game/players/patched.ts';
import { replay, type LoggedEntry } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';
import { turns } from '../turns.ts';

const setting = { customers: 500, world: 0, populationSeed: 4, luckSeed: 7 };
/** Reviews that find much, so that there is something to report and to adjust. */
const searching: Partial<QuarterPlan> = {
  'evl.plan': 'everyFour',
  'evl.baseline': 'yes',
  'evl.reserve': 5,
  'evl.criteria': ['satisfaction', 'waiting', 'ticketsClosed'],
  'evl.frame': 'everyone',
  'evl.size': 'n100',
  'evl.moment': 'afterGift',
  'evl.external': ['satisfaction', 'loyaltyMatrix'],
  'evl.internal': ['data', 'training', 'tco'],
};

/** A player who takes every step of a review himself and leaves none to the standing order. */
const byHand =
  (player: Player): Player =>
  (known, plan, quarter) => [...player(known, plan, quarter), { kind: 'plan', data: { plan: {}, standing: { onReview: 'nothing' } } }];

/** Which step of a review an entry is; null where it is something else. */
function stepIn({ kind, data }: Pick<LoggedEntry, 'kind' | 'data'>): ReviewStepId | null {
  const move = kind === 'move' ? (data as Move) : null;
  return move?.kind === 'review' ? move.step.do : null;
}

for (const [some, options] of turns([vorasBank(), tiemNang()], 2, 1))
  describe.each(some)('A run with reviews in $scenario.id', options, ({ scenario }) => {
    let entries: readonly LoggedEntry[];
    let whole: ReturnType<typeof replay>;
    const replayed = (log: readonly LoggedEntry[], reports = false) => replay(scenario, setting, log, { reports, digests: true });
    const firm = scenario.firms[0].id;
    const asEntry = (data: EntryData, seq: number): LoggedEntry => ({ ...data, seq, firm }) as LoggedEntry;

    beforeAll(() => {
      const player = byHand(patchedPlayer(scenario, carefulPlayer(scenario), () => searching));
      entries = playRounds(scenario, setting, player, { reports: false }).entries;
      whole = replayed(entries);
    });

    test('has checks, reports and adjustments, so that what follows is about something', () => {
      const steps = entries.map(stepIn);
      for (const step of ['check', 'report', 'adjust']) expect(steps).toContain(step);
      const { held, chains } = whole.playing.world.played[0]!.review;
      expect(held.filter(({ report }) => report !== null).length).toBeGreaterThan(1);
      expect(chains.some(({ outcome }) => outcome !== 'open')).toBe(true);
      expect(whole.playing.skipped).toEqual([]);
    });

    test('comes to the same bits and the same score whether or not anybody looks', () => {
      const looked = replayed(entries, true);
      expect(looked.playing.digests).toEqual(whole.playing.digests);
      expect(looked.outcome).toEqual(whole.outcome);
      const anchors = { worst: whole.outcome, stay: whole.outcome, best: whole.outcome };
      const score = (run: typeof whole.outcome) => scoreOf([{ seed: 7, run, ...anchors }], 7);
      expect(score(looked.outcome)).toEqual(score(whole.outcome));
    });

    test('goes on from every checkpoint as the whole run does', () => {
      const kept = checkpointsOf(scenario, setting, entries, { digests: true });
      for (const { applied } of kept) {
        const rest = replayFrom(kept, entries, applied, { digests: true });
        expect(rest.digests).toEqual(whole.playing.digests);
        expect(outcomeOf(rest, 0)).toEqual(whole.outcome);
      }
    });

    test('is the same run after it was packed and opened', () => {
      const header = {
        format: 1,
        epoch: 1,
        app: 'x',
        scenario: { id: scenario.id, hash: '0'.repeat(64) },
        mode: 'practice',
        ...setting,
      } as const;
      const decisions = entries.map(({ kind, data }) => ({ kind, data }) as EntryData);
      const run = appendEntries(newRun(header), decisions, { firm, by: 'learner' });
      const opened = unpackRun(packRun(run));
      expect(opened).toEqual({ ok: true, run });
      if (opened.ok) expect(chainErrors(opened.run)).toEqual([]);
    });

    test('is changed by an other decision from the quarter on that it is for, and not before', () => {
      const reviewed = entries.findIndex((entry) => stepIn(entry) === 'report');
      const told = entries[reviewed]!;
      const kept = checkpointsOf(scenario, setting, entries, { digests: true });
      const before = kept.findLast(({ applied }) => applied <= reviewed)!;
      const step = { do: 'report', shown: [], intervals: false, limits: false, order: 'goodFirst', biases: ['movedBaseline'] } as const;
      const changed = entries.map((entry) =>
        entry === told ? asEntry({ kind: 'move', data: { kind: 'review', step } }, told.seq) : entry,
      );
      const rest = replayFrom(kept, changed, reviewed, { digests: true });
      expect(rest.digests).toEqual(replayed(changed).playing.digests);
      expect(rest.digests.slice(0, before.quarter)).toEqual(whole.playing.digests.slice(0, before.quarter));
      expect(rest.digests[before.quarter]).not.toBe(whole.playing.digests[before.quarter]);
    });

    test('is less honest where the true sentences of its drafts are struck with the biased ones, though not a falsified one', () => {
      const { held } = whole.playing.world.played[0]!.review;
      const findings = [...new Set(held.flatMap(({ told }) => told.map(({ finding }) => finding)))].slice(0, 3);
      expect(findings.length).toBeGreaterThan(0);
      const changed = entries.map((entry) => {
        if (stepIn(entry) !== 'report') return entry;
        const { step } = entry.data as Extract<Move, { kind: 'review' }>;
        return { ...entry, data: { kind: 'review', step: { ...step, struck: findings } } } as LoggedEntry;
      });
      const reports = ({ conduct }: typeof whole.outcome) => conduct.reviews.held.flatMap(({ report }) => report ?? []);
      const toMend = (outcome: typeof whole.outcome): number => reports(outcome).reduce((sum, { drafted }) => sum + drafted, 0);
      const silent = replayed(changed).outcome;
      expect(toMend(silent)).toBeGreaterThan(toMend(whole.outcome));
      expect(reports(silent).every(({ dressed }) => dressed === 0)).toBe(true);
    });
  });
