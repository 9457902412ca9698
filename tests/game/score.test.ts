import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorLogs, gradeRun, gradeSeed, gradingSeeds } from '../../src/game/grade.ts';
import { anchorsOf, placeAmong } from '../../src/game/score/anchors.ts';
import { CAPPED_AT } from '../../src/game/score/caps.ts';
import type { Outcome, SeedOutcomes } from '../../src/game/score/outcomes.ts';
import { scoreOf, totalsBySeed } from '../../src/game/score/total.ts';
import { weights } from '../../src/game/score/weights.ts';
import { logOf, playbooks, scenario, small } from './plays.ts';

const outcome = (satisfaction: number, value: number, changes: Partial<Outcome> = {}): Outcome => ({
  satisfaction,
  value,
  insolvent: false,
  unviable: false,
  ...changes,
});
const worst = outcome(40, -100);
const stay = outcome(60, 0);
const best = outcome(70, 50);
const seedOf = (run: Outcome, seed = 1): SeedOutcomes => ({ seed, run, worst, stay, best });
const judged = (outcomes: readonly SeedOutcomes[]): ReturnType<typeof scoreOf>['criteria'] =>
  scoreOf(outcomes, 1).criteria.filter(({ points }) => points !== null);

describe('The place among three anchors', () => {
  const anchors = { worst: 10, stay: 20, best: 40, tied: false };
  test.each([
    ['below the worst trap', 5, 0],
    ['at the worst trap', 10, 0],
    ['half way from the trap to STAY', 15, 0.2],
    ['at STAY', 20, 0.4],
    ['half way from STAY to the best', 30, 0.7],
    ['at the best', 40, 1],
    ['a little above the best', 42, 1.06],
    ['far above the best', 400, 1.1],
  ])('%s', (_, value, place) => {
    expect(placeAmong(value, anchors)).toBeCloseTo(place, 12);
  });

  test.each([
    ['half way to STAY', 15, 0.5],
    ['at STAY', 20, 1],
    ['above STAY', 39, 1],
  ])('when the best is not told from STAY, STAY is as good as it gets: %s', (_, value, place) => {
    expect(placeAmong(value, { ...anchors, tied: true })).toBeCloseTo(place, 12);
  });

  test('a better value never has a lower place, and every place is within 0 and 1.1', () => {
    const some = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(some, some, fc.uniqueArray(some, { minLength: 3, maxLength: 3 }), fc.boolean(), (a, b, three, tied) => {
        const [low, middle, high] = [...three].sort((x, y) => x - y) as [number, number, number];
        const line = { worst: low, stay: middle, best: high, tied };
        const [less, more] = [placeAmong(Math.min(a, b), line), placeAmong(Math.max(a, b), line)];
        expect(less).toBeLessThanOrEqual(more + 1e-12);
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1.1);
      }),
    );
  });
});

describe('Anchors from seeds', () => {
  const seeds = (pairs: readonly (readonly [number, number])[], trap = -100): SeedOutcomes[] =>
    pairs.map(([stayed, led], seed) => ({ seed, run: stay, worst: outcome(0, trap), stay: outcome(0, stayed), best: outcome(0, led) }));
  const values = (outcomes: readonly SeedOutcomes[]): ReturnType<typeof anchorsOf> => anchorsOf(outcomes, ({ value }) => value);

  test('are the means over the seeds', () => {
    expect(values(seeds([[0, 10], [2, 14], [4, 18]]))).toEqual({ worst: -100, stay: 2, best: 14, tied: false }); // prettier-ignore
  });

  test('a trap that is no worse than STAY is mirrored below it by what the best gains', () => {
    expect(values(seeds([[0, 10], [0, 10]], 3)).worst).toBe(-10); // prettier-ignore
    expect(values(seeds([[0, 10], [0, 10]], 0)).worst).toBe(-10); // prettier-ignore
  });

  test('a trap that is no worse than STAY still leaves a scale when the best gains nothing', () => {
    const { worst: low, stay: middle, tied } = values(seeds([[5, 5]], 9));
    expect(low).toBeLessThan(middle);
    expect(tied).toBe(true);
  });

  test('best and STAY are tied when the gain is within two standard errors of the paired difference', () => {
    // Differences 0, 2, 4: mean 2, deviation 2, error 2 / sqrt 3 = 1.155; twice that is 2.31.
    expect(values(seeds([[0, 0], [0, 2], [0, 4]])).tied).toBe(true); // prettier-ignore
    // Differences 1, 2, 3: error 0.577; twice that is 1.155.
    expect(values(seeds([[0, 1], [0, 2], [0, 3]])).tied).toBe(false); // prettier-ignore
  });

  test('a best known path that is worse than STAY counts as tied, so that STAY is the best', () => {
    expect(values(seeds([[0, -5], [0, -5]])).tied).toBe(true); // prettier-ignore
  });
});

describe('The score', () => {
  test.each([
    ['worst', worst, 0],
    ['stay', stay, 40],
    ['best', best, 100],
  ])('an anchor meets its own place: %s', (_, run, total) => {
    expect(scoreOf([seedOf(run), seedOf(run, 2)], 1).total).toBeCloseTo(total, 10);
  });

  test('weights sum to 50 for the result and 50 for the practice', () => {
    const sum = (letters: string): number =>
      Object.entries(weights).reduce((all, [id, of]) => (letters.includes(id[0]!) ? all + of : all), 0);
    expect(sum('X')).toBeCloseTo(50, 10);
    expect(sum('NGVA')).toBeCloseTo(50, 10);
  });

  test('criteria that cannot be judged yet are named without points and left out of the total', () => {
    const { criteria } = scoreOf([seedOf(stay)], 1);
    expect(criteria.map(({ id }) => id)).toEqual(['X1', 'X2', 'X3', 'X4', 'N1', 'N2', 'N3', 'N4', 'N5', 'G1', 'V1', 'V2', 'V3', 'A1']);
    expect(criteria.filter(({ points }) => points !== null).map(({ id }) => id)).toEqual(['X1', 'X2']);
    for (const { points, measured, evidence } of criteria) {
      if (points === null) expect([measured, evidence]).toEqual([undefined, []]);
    }
  });

  test('the total is the share of the points that could be won so far: X1 in full and X2 at STAY', () => {
    const [x1, x2] = judged([seedOf({ ...best, value: stay.value })]);
    expect(x1!.points).toBeCloseTo(x1!.of, 10);
    expect(x2!.points).toBeCloseTo(0.4 * x2!.of, 10);
    const expected = (100 * (x1!.of + 0.4 * x2!.of)) / (x1!.of + x2!.of);
    expect(scoreOf([seedOf({ ...best, value: stay.value })], 1).total).toBeCloseTo(expected, 10);
  });

  test('whatever a run comes to, the total lies within 0 and 100', () => {
    const far = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    const any = fc.record({
      satisfaction: fc.double({ min: 0, max: 100, noNaN: true }),
      value: far,
      insolvent: fc.boolean(),
      unviable: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.record({ run: any, worst: any, stay: any, best: any }), { minLength: 1, maxLength: 5 }), (outcomes) => {
        const seeds = outcomes.map((each, seed) => ({ seed, ...each }));
        const { total, caps } = scoreOf(seeds, 0);
        for (const each of [total, ...totalsBySeed(seeds)]) {
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(100);
        }
        if (caps.length > 0) expect(total).toBeLessThanOrEqual(CAPPED_AT);
      }),
    );
  });

  test.each([
    ['insolvent', { insolvent: true }],
    ['unviable', { unviable: true }],
  ])('a firm that ends %s has at most 40, however well it did before', (id, changes) => {
    const ended = scoreOf([seedOf({ ...best, ...changes }), seedOf({ ...best, ...changes }, 2), seedOf(best, 3)], 1);
    expect(ended.total).toBe(40);
    expect(ended.caps).toEqual([{ id, limit: 40 }]);
    const luckless = scoreOf([seedOf({ ...best, ...changes }), seedOf(best, 2), seedOf(best, 3)], 1);
    expect(luckless.caps).toEqual([]);
  });

  test('a cap lifts nobody: whoever has less keeps less', () => {
    expect(scoreOf([seedOf({ ...worst, insolvent: true })], 1).total).toBe(0);
  });

  test('luck is told from two seeds on: spread of the seeds and the place of the run that was played', () => {
    const runs = [outcome(50, -50), outcome(60, 0), outcome(70, 50)].map((run, index) => seedOf(run, index + 1));
    expect(scoreOf(runs.slice(0, 1), 1).luck).toBeNull();
    const { luck } = scoreOf(runs, 3);
    const totals = totalsBySeed(runs);
    expect(luck).toMatchObject({ seeds: 3, thisRun: totals[2], percentile: (100 * 2.5) / 3 });
    expect(luck!.mean).toBeCloseTo((totals[0]! + totals[1]! + totals[2]!) / 3, 10);
    // A run played on another seed stands at the mean.
    expect(scoreOf(runs, 99).luck!.thisRun).toBeCloseTo(luck!.mean, 10);
  });
});

describe('Graded through replays', () => {
  const names = { worst: 'leap', stay: 'stay', best: 'textbook' };
  const anchors = anchorLogs(scenario, playbooks, names);

  test('an anchor playbook, graded beside the anchors, is the same run as its anchor and stands in its place', () => {
    const [ofWorst, ofStay, ofBest] = (['worst', 'stay', 'best'] as const).map((role) => {
      const graded = gradeSeed(scenario, small, logOf(names[role]), anchors, 1001);
      expect(graded.run).toEqual(graded[role]);
      return judged([graded]).map(({ measured }) => measured!);
    });
    for (const [criterion, { stay: middle, best: high }] of ofStay!.entries()) {
      const leads = high > middle;
      expect(ofStay![criterion]!.s).toBeCloseTo(leads ? 0.4 : 1, 12);
      if (leads) expect(ofBest![criterion]!.s).toBeCloseTo(1, 12);
      const { value, worst: low, s } = ofWorst![criterion]!;
      if (value <= low) expect(s).toBe(0);
    }
  });

  test('grading streams: one step a seed, the last the score over all of them, the same each time', () => {
    const seeds = [1001, 1002];
    const steps = [...gradeRun(scenario, small, logOf('textbook'), anchors, seeds)];
    expect(steps.map(({ done, of }) => [done, of])).toEqual([[1, 2], [2, 2]]); // prettier-ignore
    const outcomes = seeds.map((seed) => gradeSeed(scenario, small, logOf('textbook'), anchors, seed));
    expect(steps[1]!.score).toEqual(scoreOf(outcomes, small.luckSeed));
  });

  test('a playbook that is missing is told before anything is played', () => {
    expect(() => anchorLogs(scenario, playbooks, { ...names, best: 'miracle' })).toThrow(RangeError);
  });

  test('there are thirty grading seeds, all different', () => {
    expect(new Set(gradingSeeds).size).toBe(30);
  });
});
