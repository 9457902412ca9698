import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptTotals, luckBy, luckOf } from '../../src/game/luck/luck.ts';
import { countsIn, shareOfWays, spreadOf } from '../../src/game/luck/spread.ts';
import type { Outcome, SeedOutcomes } from '../../src/game/score/outcomes.ts';
import { scoreOf, totalsBySeed } from '../../src/game/score/total.ts';
import { weights } from '../../src/game/score/weights.ts';
import { conductWith, everythingDone, outcomeWith } from './conductFixture.ts';

const outcome = (points: number, done = false): Outcome =>
  outcomeWith({ satisfaction: points, value: 10 * points, x3: points, x4: points }, done ? everythingDone() : conductWith());
/** A draw that shifts every way of playing by its luck. */
const drawOf = (seed: number, own: number, luck = 0): SeedOutcomes => ({
  seed,
  run: outcome(own + luck, true),
  worst: outcome(40 + luck),
  stay: outcome(60 + luck),
  best: outcome(70 + luck, true),
});
const some = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('The spread of values', () => {
  test('of 1 to 20: mean and median 10.5, the published deviation of that many whole numbers, the middle 80% from 3 to 19', () => {
    const { mean, median, sd, least, most, band } = spreadOf(Array.from({ length: 20 }, (_, index) => 20 - index));
    expect([mean, median, least, most, band]).toEqual([10.5, 10.5, 1, 20, [3, 19]]);
    // n (n + 1) / 12 for n whole numbers in a row.
    expect(sd * sd).toBeCloseTo((20 * 21) / 12, 9);
  });

  test('of fewer than ten says nothing of tenths, of none is refused', () => {
    expect(spreadOf([1, 2, 3]).band).toBeNull();
    expect(spreadOf([4]).sd).toBe(0);
    expect([spreadOf([9, 1, 5]).median, spreadOf([9, 1, 5, 6]).median]).toEqual([5, 5.5]);
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  test('holds four fifths of the values or more in its band, and counts every value once', () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 10, maxLength: 60 }), (values) => {
        const { band, least, most } = spreadOf(values);
        const inside = values.filter((value) => value >= band![0] && value <= band![1]).length;
        expect(inside).toBeGreaterThanOrEqual(0.8 * values.length - 1e-9);
        if (most > least) expect(countsIn(values, least, most, 7).reduce((sum, count) => sum + count, 0)).toBe(values.length);
      }),
    );
  });
});

describe('The share that decisions make', () => {
  test.each([
    ['two ways that luck never moves', [5, 5, 5], [9, 9, 9], 1],
    ['two ways with the same mean', [1, 2, 3], [3, 2, 1], 0],
    // Between: 2 x 2 x 1 = 4; within: 4 x 1 = 4.
    ['means apart by two deviations', [0, 2], [2, 4], 0.5],
  ])('of %s', (_, a, b, share) => expect(shareOfWays(a, b)).toBeCloseTo(share, 12));

  test('is none where nothing differs, and never outside 0 and 1', () => {
    expect(shareOfWays([3, 3], [3, 3])).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.tuple(some, some), { minLength: 2, maxLength: 30 }), (pairs) => {
        const share = shareOfWays(
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
        );
        if (share === null) return;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('Skill and luck of a run', () => {
  const graded = Array.from({ length: 30 }, (_, index) => drawOf(1001 + index, 66, (index % 10) / 10));

  test('are told on the totals that the score tells its luck by', () => {
    const { measures, draws, ownPlace } = luckOf(graded, [], 1004, weights);
    const { luck } = scoreOf(graded, 1004);
    expect([draws, ownPlace]).toEqual([30, 3]);
    expect(measures.score.run.values).toEqual(totalsBySeed(graded));
    expect(measures.score.run.mean).toBe(luck!.mean);
    expect(measures.score.run.sd).toBe(luck!.sd);
    expect(measures.score.own).toMatchObject({ value: luck!.thisRun, percentile: luck!.percentile });
  });

  test('what luck gave is what the run has over the median of the draws, and the median is what is left', () => {
    const { measures } = luckOf(graded, [], 1010, weights);
    for (const { own, run } of Object.values(measures)) expect(own!.value - own!.luck).toBeCloseTo(run.median, 9);
    expect(measures.satisfaction.own!.luck).toBeCloseTo(0.45, 9);
    expect(measures.satisfaction.own!.percentile).toBeCloseTo(95, 9);
  });

  test('further draws widen what is told and leave the scale of the score as the graded seeds made it', () => {
    const further = Array.from({ length: 20 }, (_, index) => drawOf(2001 + index, 66, index / 10));
    const more = luckOf(graded, further, 1004, weights).measures.score;
    expect(more.run.values.slice(0, 30)).toEqual(luckOf(graded, [], 1004, weights).measures.score.run.values);
    expect(more.run.values).toHaveLength(50);
    expect(more.againstStay.difference.n).toBe(50);
  });

  test('are told alike where each draw is judged but once', () => {
    const kept = keptTotals(graded, weights);
    for (const draws of [3, 20]) {
      const further = Array.from({ length: draws }, (_, index) => drawOf(2001 + index, 66, index / 10));
      expect(luckBy(kept, graded, further, 1004)).toEqual(luckOf(graded, further, 1004, weights));
    }
  });

  test('a run that is always better than STAY is so on every draw, whatever luck does to both', () => {
    const { againstStay, againstBest } = luckOf(graded, [], 1004, weights).measures.satisfaction;
    expect([againstStay.above, againstBest.above]).toEqual([30, 0]);
    expect(againstStay.difference).toMatchObject({ n: 30 });
    expect(againstStay.difference.mean).toBeCloseTo(6, 9);
    expect(againstStay.difference.sd).toBeCloseTo(0, 9);
    expect(againstStay.decided).toBeGreaterThan(0.98);
  });

  test('a run that is STAY differs from it by nothing at all', () => {
    const same = graded.map((draw) => ({ ...draw, run: draw.stay }));
    const { againstStay } = luckOf(same, [], 1004, weights).measures.score;
    expect(againstStay).toMatchObject({ above: 0, decided: 0, difference: { mean: 0, sd: 0 } });
  });

  test('luck leans the way the run lies among the draws, however far a few draws fall', () => {
    // Three draws go to ruin: the mean falls below a run that four fifths of the draws beat.
    const ruined = (draw: SeedOutcomes): SeedOutcomes => ({ ...draw, run: { ...outcome(0), insolvent: true } });
    const draws = graded.map((draw, place) => (place % 10 === 5 ? ruined(draw) : draw));
    for (const seed of [1002, 1005, 1010]) {
      const { measures, ruined: count } = luckOf(draws, [], seed, weights);
      const own = measures.satisfaction.own!;
      expect(count).toBe(3);
      if (own.lean === 'lucky') expect(own.luck).toBeGreaterThan(0);
      if (own.lean === 'unlucky') expect(own.luck).toBeLessThan(0);
    }
    const low = luckOf(draws, [], 1002, weights).measures.satisfaction;
    expect(low.own!.lean).toBe('unlucky');
    expect(low.own!.value).toBeGreaterThan(low.run.mean);
  });

  test('while its own luck has not been played the run has no place', () => {
    const { ownPlace, measures } = luckOf(graded, [], 77, weights);
    expect([ownPlace, measures.score.own]).toEqual([-1, null]);
  });
});
