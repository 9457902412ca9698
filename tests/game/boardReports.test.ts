/** What becomes of a board report after it was handed in: audits by their own draws, and what each temptation comes to. */

import { describe, expect, test } from 'vitest';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { moodOf, reportJudged } from '../../src/company/review/report.ts';
import { biasesShownBy } from '../../src/company/review/questions.ts';
import { biasIds, questionIds, type BiasId } from '../../src/company/review/reviewOptions.ts';
import type { BoardReport, HeldReview } from '../../src/company/review/reviewState.ts';
import { auditFinds, audited, boardReacts } from '../../src/game/review/boardReacts.ts';
import { startPlaying } from '../../src/game/replay.ts';
import { held, report, state } from '../company/review/heldReviews.ts';
import { scenario, small } from './plays.ts';

const seeds = Array.from({ length: 2000 }, (_, seed) => seed + 1);
const handedIn = (biases: readonly BiasId[], over: Partial<HeldReview> = {}): HeldReview => {
  const written: BoardReport = { ...report, biases, quarter: 5, drafted: held.drafted, leftOut: [], foundOut: null };
  return { ...held, asked: [], report: written, ...over };
};
/** Quarters from 6 on until an audit finds a report out, null within `quarters` none did. */
function foundAfter(seed: number, one: HeldReview, quarters: number): number | null {
  for (let quarter = 6; quarter < 6 + quarters; quarter += 1) if (auditFinds(seed, 0, quarter, one, p)) return quarter - 5;
  return null;
}
/** Within three standard errors of a share over the seeds. */
const near = (share: number, expected: number): void => {
  expect(Math.abs(share - expected)).toBeLessThan(3 * Math.sqrt((expected * (1 - expected)) / seeds.length));
};

describe('audits of a biased report', () => {
  const dressed = handedIn(['openedAsSolved']);
  test('find it in three of ten quarters, each on its own', () => {
    for (const quarter of [6, 7, 11]) near(seeds.filter((seed) => auditFinds(seed, 0, quarter, dressed, p)).length / seeds.length, 0.3);
  });

  test('have found it within four quarters in three of four runs', () => {
    near(seeds.filter((seed) => foundAfter(seed, dressed, 4) !== null).length / seeds.length, 1 - 0.7 ** 4);
  });

  test('find nothing in the quarter in which it is handed in, nothing in an honest one, and nothing twice', () => {
    expect(seeds.some((seed) => auditFinds(seed, 0, 5, dressed, p))).toBe(false);
    expect(seeds.some((seed) => auditFinds(seed, 0, 6, handedIn([]), p))).toBe(false);
    const out = { ...dressed, report: { ...dressed.report!, foundOut: 6 } };
    expect(seeds.some((seed) => auditFinds(seed, 0, 7, out, p))).toBe(false);
  });

  test('two reports have draws of their own', () => {
    const other = handedIn(['openedAsSolved'], { quarter: 8 });
    expect(seeds.some((seed) => auditFinds(seed, 0, 9, dressed, p) !== auditFinds(seed, 0, 9, other, p))).toBe(true);
  });

  test('found out, the quarter is written down, and leadership falls by what was at stake', () => {
    const { review, lost } = audited(state(dressed), 7, () => true, p);
    expect(review.held[0]!.report!.foundOut).toBe(7);
    expect(lost).toBe(25);
    expect(audited(state(handedIn(['recentBuyers'])), 7, () => true, p).lost).toBe(5);
    const untouched = state(dressed);
    expect(audited(untouched, 7, () => false, p)).toEqual({ review: untouched, lost: 0 });
  });
});

describe('an audit of what luck alone tells apart', () => {
  test('a bias that another draft of the same review would have had costs its mood and no trust; bad news kept back is found out too', () => {
    const elsewhere = handedIn(['movedBaseline'], { drafted: ['recentBuyers'] });
    expect(audited(state(elsewhere), 9, () => true, p).lost).toBe(5);
    expect(audited(state(handedIn(['askedAfterGift'], { drafted: ['recentBuyers'] })), 9, () => true, p).lost).toBe(25);
    const silent = handedIn([]);
    const kept = { ...silent, report: { ...silent.report!, leftOut: held.told.filter(({ news }) => news === 'bad') } };
    expect(seeds.some((seed) => auditFinds(seed, 0, 6, kept, p))).toBe(true);
    expect(audited(state(kept), 9, () => true, p).lost).toBe(5);
  });
});

describe('each temptation fails where one can see it', () => {
  /** A question that shows the bias, put and answered, and the bias left in all the same. */
  const tempted = (bias: BiasId): HeldReview => {
    const question = questionIds.find((id) => biasesShownBy[id]?.includes(bias))!;
    return handedIn([bias], { drafted: [bias], questions: [question], asked: [question] });
  };

  test.each(biasIds)('%s: the board is pleased now, an audit comes, and more is lost than was won', (bias) => {
    const one = tempted(bias);
    expect(reportJudged(one.report!, one)).toMatchObject({ kept: [bias], falsified: true });
    const won = moodOf({ ...one.report!, order: 'goodFirst', intervals: false, limits: false }, p);
    const losses = seeds.map((seed) => (foundAfter(seed, one, 4) === null ? 0 : audited(state(one), 9, () => true, p).lost));
    const lost = losses.reduce((sum, each) => sum + each, 0) / seeds.length;
    expect(won).toBe(5);
    expect(lost).toBeGreaterThan(3 * won);
  });

  test.each(biasIds)('%s: a draft that came with it is no lie, and an audit takes back no more than it had brought', (bias) => {
    const one = handedIn([bias], { drafted: [bias] });
    expect(reportJudged(one.report!, one)).toMatchObject({ unasked: [bias], falsified: false });
    expect(audited(state(one), 9, () => true, p).lost).toBe(5);
  });
});

describe('the board in a played world', () => {
  test('leadership falls in the quarter of the audit and not before; an honest report costs nothing later', () => {
    const fallOf = (one: HeldReview, luckSeed: number): number[] => {
      const { world } = startPlaying(scenario, { ...small, luckSeed });
      const company = world.played[0]!;
      company.review = state(one);
      return [6, 7, 8, 9].map((quarter) => {
        world.quarter = quarter;
        const before = company.firm.stocks.L;
        boardReacts(world, company);
        return before - company.firm.stocks.L;
      });
    };
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const after = foundAfter(seed, handedIn(['openedAsSolved']), 4);
      const falls = fallOf(handedIn(['openedAsSolved']), seed);
      expect(falls.findIndex((fall) => fall > 0)).toBe(after === null ? -1 : after - 1);
      expect(fallOf(handedIn([]), seed)).toEqual([0, 0, 0, 0]);
    }
  });
});
