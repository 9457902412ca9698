/** What is wrong in a firm, what of it a review shows, and how a later review closes what was opened on it. */

import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { stageOf } from '../../src/company/review/findings.ts';
import { internalMethodIds, externalMethodIds, type FindingId, type ReviewMethodId } from '../../src/company/review/reviewOptions.ts';
import type { AdjustmentChain } from '../../src/company/review/reviewState.ts';
import type { PlayedQuarter } from '../../src/game/playQuarter.ts';
import type { Asking } from '../../src/game/review/asking.ts';
import type { Gravity } from '../../src/company/review/adjustment.ts';
import { defectsFound, gravitiesRead, trueDefects } from '../../src/game/review/defects.ts';
import { methods } from '../../src/game/review/methods.ts';
import { retested } from '../../src/game/review/retest.ts';
import type { EntryData } from '../../src/game/run.ts';
import { chain } from '../company/review/heldReviews.ts';
import { learner, log, oneQuarter, play } from './plays.ts';

/** A year played with a plan, asked as a review would. */
function asked(plan: Partial<QuarterPlan>, n = 400, quarters = 4): Asking {
  let last: PlayedQuarter | null = null;
  const entries: EntryData[] = [{ kind: 'plan', data: { plan } }, ...Array.from({ length: quarters }, () => oneQuarter)];
  const { world } = play(log(entries), { customers: 2000 }, { digests: false, onQuarter: (played) => (last = played) });
  const { market, offers } = last!;
  return { world, company: world.played[0]!, played: market, offers, frame: 'everyone', n, moment: 'ordinary' };
}
const all: readonly ReviewMethodId[] = [...internalMethodIds, ...externalMethodIds];
const found = (asking: Asking, bought: readonly ReviewMethodId[]): FindingId[] =>
  defectsFound(
    asking,
    bought.flatMap((method) => methods[method](asking)),
  ).map(({ finding }) => finding);
const truly = ({ world, company, played, offers }: Asking) => trueDefects(world, company, played, offers);

describe('what a review finds', () => {
  const plain = asked({});
  const clashing = asked({ 'svc.promise': 'bold', 'svc.cap': -10, 'crm.goal': 'winBack' });

  test('without a method: the cards alone, whatever else is wrong', () => {
    expect(found(plain, []).filter((finding) => !['governing', 'programme'].includes(stageOf[finding]))).toEqual([]);
    expect(truly(plain).length).toBeGreaterThan(4);
    expect(found(clashing, [])).toContain('cardsDisagree');
  });

  test('by each method only what it looks at', () => {
    const stages = (method: ReviewMethodId): string[] => [...new Set(found(plain, [method]).map((finding) => stageOf[finding]))];
    expect(found(plain, ['data'])).toContain('recordsThin');
    expect(stages('data').filter((stage) => stage === 'people' || stage === 'market')).toEqual([]);
    expect(found(plain, ['training'])).not.toContain('recordsThin');
    expect(found(plain, ['satisfaction'])).toContain('failuresUnheard');
  });

  test('who leaves out those who left or kept silent never hears how much goes unsaid', () => {
    const known: Asking = { ...plain, frame: 'known' };
    expect(found(known, ['satisfaction'])).not.toContain('failuresUnheard');
  });

  test('waiting is read from the books by whoever judges by it', () => {
    const looks = asked({ 'svc.cap': -20, 'evl.criteria': ['waiting'] });
    expect(found(looks, [])).toContain('waitingLong');
    expect(found(asked({ 'svc.cap': -20 }), all)).not.toContain('waitingLong');
  });

  test('a small sample shows less of the same truth than a large one', () => {
    const bySize = [30, 100, 1000].map((n) => {
      const asking = asked({}, n);
      const read = gravitiesRead(
        asking,
        all.flatMap((method) => methods[method](asking)),
      );
      const widths = [...read].filter(([finding]) => finding === 'recordsWrong' || finding === 'recordsThin');
      return widths.reduce((sum, [, { most, least }]) => sum + most - least, 0);
    });
    expect(bySize[0]!).toBeGreaterThan(bySize[1]!);
    expect(bySize[1]!).toBeGreaterThan(bySize[2]!);
  });

  test('what is found with all methods and a large sample is there, and little that is grave is missed', () => {
    const asking = asked({ 'evl.criteria': ['waiting'] }, 1000);
    const there = truly(asking);
    const seen = found(asking, all);
    expect(seen.filter((finding) => !there.some((defect) => defect.finding === finding))).toEqual([]);
    expect(there.filter(({ finding, gravity }) => gravity > 50 && !seen.includes(finding))).toEqual([]);
  });
});

describe('who made a defect', () => {
  test.each<[string, Partial<QuarterPlan>, FindingId, boolean]>([
    ['cards that a learner set at odds are his', { 'svc.promise': 'bold', 'svc.cap': -10 }, 'cardsDisagree', true],
    [
      'fields of no use that he asked for are his',
      { 'dat.fields': ['name', 'phone', 'callTime', 'referrer', 'returns'] },
      'fieldsUnused',
      true,
    ],
    ['records that were thin before he came are not', {}, 'recordsThin', false],
    ['a queue that was there before he came is not', {}, 'waitingLong', false],
    ['one that he cut hands for is', { 'svc.cap': -20 }, 'waitingLong', true],
  ])('%s', (_, plan, finding, planted) => {
    expect(truly(asked(plan)).find((defect) => defect.finding === finding)).toMatchObject({ planted });
  });
});

describe('the re-test', () => {
  const reads = (gravity: Partial<Gravity> | null): ReadonlyMap<FindingId, Gravity> =>
    new Map(gravity === null ? [] : [['recordsWrong', { least: 0, value: 0, most: 0, ...gravity }]]);
  test.each<[string, Partial<Gravity> | null, number, Partial<AdjustmentChain>]>([
    ['before its day nothing is closed', { value: 10, most: 20 }, 8, { outcome: 'open', after: null }],
    ['on its day what is gone is fixed', { value: 10, most: 20 }, 9, { outcome: 'fixed', after: 10 }],
    ['later too', { value: 40, least: 30, most: 50 }, 12, { outcome: 'better', after: 40 }],
    ['what nobody looked at is untested', null, 12, { outcome: 'untested', after: null }],
    ['a rough look claims no more than it shows', { value: 10, least: 0, most: 80 }, 12, { outcome: 'better', after: 10 }],
    ['what grew is worse', { value: 90, least: 80, most: 100 }, 12, { outcome: 'worse', after: 90 }],
  ])('%s', (_, gravity, quarter, expected) => {
    expect(retested([chain], reads(gravity), quarter, p)[0]).toMatchObject(expected);
  });

  test('what is closed stays closed', () => {
    const closed: AdjustmentChain = { ...chain, outcome: 'worse', after: 70 };
    expect(retested([closed], reads({ value: 0 }), 12, p)).toEqual([closed]);
  });
});

describe('in a run', () => {
  const plan: Partial<QuarterPlan> = { 'evl.internal': ['data'], 'evl.size': 'n1000', 'evl.reserve': 2, 'evl.plan': 'everyTwo' };
  const reviewed = (round: readonly EntryData[], standing?: 'honest' | 'draft') =>
    play(
      log([
        { kind: 'plan', data: { plan, ...(standing && { standing: { onReview: standing } }) } },
        oneQuarter,
        oneQuarter,
        ...round,
        oneQuarter,
        oneQuarter,
      ]),
      { customers: 2000 },
    );
  const step = (data: object): EntryData => ({ kind: 'move', data: { kind: 'review', step: data } }) as EntryData;

  const taken = step({ do: 'adjust', finding: 'spendingOffStrategy', cause: 'strategy', action: 'tune', retest: 2 });
  const fields = ['name', 'phone', 'purchases', 'channel', 'complaints', 'needs'] as const;
  const mending: EntryData = { kind: 'plan', data: { plan: { 'crm.goal': 'knowCustomers', 'dat.clean': 4, 'dat.fields': fields } } };

  test('finding, cause, action, re-test: the next review closes the chain', () => {
    const { world, skipped } = reviewed([step({ do: 'check', asked: [], goals: {} }), taken, mending]);
    expect(skipped).toEqual([]);
    const [opened] = world.played[0]!.review.chains;
    expect(opened).toMatchObject({ review: 2, quarter: 3, due: 5, acted: 3, outcome: 'open' });
    const { world: later } = reviewed([step({ do: 'check', asked: [], goals: {} }), taken, mending, oneQuarter, oneQuarter]);
    expect(later.played[0]!.review.chains[0]).toMatchObject({ outcome: 'fixed', after: 0 });
  });

  test('a finding that was not made is refused with its code, and nothing is opened', () => {
    const { world, skipped } = reviewed([
      step({ do: 'check', asked: [], goals: {} }),
      step({ do: 'adjust', finding: 'hiddenCost', cause: 'programme', action: 'tune', retest: 2 }),
    ]);
    expect(skipped.map(({ code }) => code)).toEqual(['review.notFound']);
    expect(world.played[0]!.review.chains).toEqual([]);
  });

  test('the reserve is paid out when it is put to work, once', () => {
    const with_ = reviewed([step({ do: 'check', asked: [], goals: {} }), taken]);
    const without = reviewed([step({ do: 'check', asked: [], goals: {} })]);
    const released = ({ world }: typeof with_): number => world.played.find(({ spec }) => spec.id === learner)!.firm.released;
    expect(released(without) - released(with_)).toBeCloseTo(p['adjust.tune'], 9);
  });

  test('a standing order attends to the review that nobody did, and says so; without one it stays open', () => {
    const newest = (standing?: 'honest' | 'draft') => reviewed([], standing).world.played[0]!.review;
    expect(newest().held[0]).toMatchObject({ asked: null, report: null });
    expect(newest('draft').held[0]).toMatchObject({ asked: [], report: { order: 'goodFirst' }, byOrder: true });
    expect(newest('draft').chains).toEqual([]);
    const honest = newest('honest');
    expect(honest.held[0]).toMatchObject({ report: { order: 'badFirst', limits: true }, byOrder: true });
    expect(honest.held[0]!.asked).toHaveLength(5);
    expect(honest.chains).toHaveLength(1);
  });

  test('an unattended run is the same bit for bit, whatever the reviews find', () => {
    const quiet = play(log([{ kind: 'plan', data: { plan } }, ...Array.from({ length: 5 }, () => oneQuarter)]));
    const again = play(
      log([{ kind: 'plan', data: { plan, standing: { onReview: 'nothing' } } }, ...Array.from({ length: 5 }, () => oneQuarter)]),
    );
    expect(again.digests).toEqual(quiet.digests);
  });
});
