import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorLogs, gradeRun, gradeSeed, gradingSeeds } from '../../src/game/grade.ts';
import type { Criterion, CriterionId } from '../../src/game/reports.ts';
import { anchorsOf, placeAmong } from '../../src/game/score/anchors.ts';
import { CAPPED_AT } from '../../src/game/score/caps.ts';
import type { Outcome, SeedOutcomes } from '../../src/game/score/outcomes.ts';
import { ADAPTIVE, scoreOf, totalOf, totalsBySeed } from '../../src/game/score/total.ts';
import { constants, practiceIds, resultIds, weights, weightsOf } from '../../src/game/score/weights.ts';
import { criterionIds } from '../../src/scenario/criteria.ts';
import { conductWith, everythingDone, goodReview, honestReport, outcomeWith } from './conductFixture.ts';
import { logOf, playbooks, scenario, small } from './plays.ts';

const outcome = (satisfaction: number, value: number, changes: Partial<Outcome> = {}): Outcome => ({
  ...outcomeWith({ satisfaction, value, x3: value, x4: value }),
  ...changes,
});
const worst = outcome(40, -100);
const stay = outcome(60, 0);
const best = outcome(70, 50);
const seedOf = (run: Outcome, seed = 1): SeedOutcomes => ({ seed, run, worst, stay, best });
const criterion = (outcomes: readonly SeedOutcomes[], id: CriterionId): Criterion =>
  scoreOf(outcomes, 1).criteria.find((each) => each.id === id)!;

describe('The place among three anchors', () => {
  const anchors = { worst: 10, stay: 20, best: 40, tied: false };
  test.each([
    ['below the worst trap', 5, 0],
    ['at the worst trap', 10, 0],
    ['half way from the trap to STAY', 15, 0.175],
    ['at STAY', 20, 0.35],
    ['half way from STAY to the best', 30, 0.675],
    ['at the best', 40, 1],
    ['a little above the best', 42, 1.065],
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

describe('The two halves', () => {
  test.each([
    ['the sum of both', 30, 35, 65],
    ['never more than the smaller half allows', 8, 45, constants.times * 8 + constants.over],
    ['whichever is the smaller', 45, 8, constants.times * 8 + constants.over],
    ['nothing below nothing', -3, 0, 0],
    ['a hundred at most', 55, 50, 100],
  ])('%s', (_, result, practice, total) => {
    expect(totalOf(result, practice)).toBeCloseTo(Math.min(total, result + practice < 0 ? 0 : total), 12);
  });

  test('weights sum to 50 for the result and 50 for the practice, whatever was chosen', () => {
    const some = fc.double({ min: 0.01, max: 1000, noNaN: true });
    const chosen = fc.record(Object.fromEntries(criterionIds.map((id) => [id, some])) as Record<CriterionId, typeof some>, {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(chosen, (of) => {
        const scaled = weightsOf(of);
        for (const ids of [resultIds, practiceIds]) expect(ids.reduce((sum, id) => sum + scaled[id], 0)).toBeCloseTo(50, 8);
      }),
    );
    expect(weightsOf({ X1: 0, X2: 5, X3: 0, X4: 0 }).X2).toBeCloseTo(50, 10);
  });

  test.each([
    ['less than nothing', { X1: -1 }],
    ['not a number', { V2: Number.NaN }],
    ['a half without weight', { X1: 0, X2: 0, X3: 0, X4: 0 }],
  ])('weights that are none are refused: %s', (_, chosen) => {
    expect(() => weightsOf(chosen)).toThrow(RangeError);
  });

  test('the weights chosen are those that count and that are printed', () => {
    const only = weightsOf({ N1: 0, N2: 0, N3: 0, N4: 0, N5: 0, V1: 0, V2: 0, V3: 0, A1: 0 });
    const run = { ...best, conduct: everythingDone() };
    const { criteria, weights: printed, halves } = scoreOf([seedOf(run)], 1, only);
    expect(printed).toEqual(only);
    expect(criteria.find(({ id }) => id === 'G1')!.of).toBeCloseTo(50, 10);
    expect(halves!.practice).toBeCloseTo(50, 10);
  });

  test('half of nothing but place: at STAY without a review the result is the part that is measured, times STAY', () => {
    const { halves } = scoreOf([seedOf(stay)], 1);
    expect(halves!.result).toBeCloseTo(50 * (1 - constants.levelPart) * constants.stayAt, 10);
  });

  test('the best known path that does everything as level 4 has it gets all points', () => {
    const { total, criteria, halves, caps } = scoreOf([seedOf({ ...best, conduct: everythingDone() })], 1);
    expect(criteria.map(({ id, level }) => [id, level])).toEqual(criterionIds.map((id) => [id, 4]));
    expect([halves!.result, halves!.practice, total]).toEqual([expect.closeTo(50, 10), expect.closeTo(50, 10), expect.closeTo(100, 10)]);
    expect(caps).toEqual([]);
  });

  test('whoever does nothing as the rubric has it gets no point of the practice', () => {
    const { halves, criteria } = scoreOf([seedOf(worst)], 1);
    expect(criteria.filter(({ id, level }) => level !== 0 && id !== 'N5')).toEqual([]);
    expect(halves!.practice).toBeLessThan(2);
  });

  test('a ritual at STAY never gets the top level of the result, and its total is what the smaller half allows', () => {
    const { criteria, total, halves } = scoreOf([seedOf({ ...stay, conduct: everythingDone() })], 1);
    expect(criteria.filter(({ id, level }) => id.startsWith('X') && level === 4)).toEqual([]);
    expect(total).toBeCloseTo(constants.times * halves!.result + constants.over, 10);
    expect(total).toBeLessThan(70);
  });
});

describe('Over the seeds', () => {
  test('practice is judged in each replay and the mean counts', () => {
    const [done, none] = [everythingDone(), conductWith()];
    const both = criterion([seedOf({ ...stay, conduct: done }, 1), seedOf({ ...stay, conduct: none }, 2)], 'N1');
    expect(both.points).toBeCloseTo(weights.N1 / 2, 10);
    expect(both.level).toBe(2);
  });

  test('a figure of the evidence is its mean over the replays, with its place in the log', () => {
    const at = (completeness: number): Outcome => ({
      ...stay,
      conduct: conductWith({
        data: {
          quality: { ...conductWith().data.quality, completeness },
          at: { fields: null, consent: null, sharing: null, clean: { quarter: 3, seq: 7 } },
        },
      }),
    });
    const { evidence } = criterion([seedOf(at(40), 1), seedOf(at(60), 2)], 'N1');
    expect(evidence.find(({ figure }) => figure === 'completeness')).toEqual({ figure: 'completeness', value: 50, quarter: 3, seq: 7 });
  });

  test('whatever a run comes to, the total lies within 0 and 100 and within what its halves and caps allow', () => {
    const far = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    const any = fc.record({
      satisfaction: fc.double({ min: 0, max: 100, noNaN: true }),
      value: far,
      x3: far,
      x4: far,
      insolvent: fc.boolean(),
      unviable: fc.boolean(),
      insolventFrom: fc.constant(null),
      unviableFrom: fc.constant(null),
      conduct: fc.constantFrom(conductWith(), everythingDone()),
    });
    fc.assert(
      fc.property(fc.array(fc.record({ run: any, worst: any, stay: any, best: any }), { minLength: 1, maxLength: 5 }), (outcomes) => {
        const seeds = outcomes.map((each, seed) => ({ seed, ...each }));
        const { total, caps, halves } = scoreOf(seeds, 0);
        for (const each of [total, ...totalsBySeed(seeds)]) {
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(100);
        }
        expect(total).toBeLessThanOrEqual(halves!.result + halves!.practice + 1e-9);
        expect(total).toBeLessThanOrEqual(halves!.bound + 1e-9);
        for (const { limit } of caps) expect(total).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('luck is told from two seeds on: spread of the seeds and the place of the run that was played', () => {
    const runs = [outcome(50, -50), outcome(60, 0), outcome(70, 50)].map((run, index) =>
      seedOf({ ...run, conduct: everythingDone() }, index + 1),
    );
    expect(scoreOf(runs.slice(0, 1), 1).luck).toBeNull();
    const { luck } = scoreOf(runs, 3);
    const totals = totalsBySeed(runs);
    expect(luck).toMatchObject({ seeds: 3, thisRun: totals[2], percentile: (100 * 2.5) / 3 });
    expect(luck!.mean).toBeCloseTo((totals[0]! + totals[1]! + totals[2]!) / 3, 10);
    // A run played on another seed stands at the mean.
    expect(scoreOf(runs, 99).luck!.thisRun).toBeCloseTo(luck!.mean, 10);
  });

  test.each([
    ['few fell out', 0.25, false],
    ['many fell out', 0.3, true],
  ])('the share of entries that were not legal in replays is told, and an interval where it is large: %s', (_, share, interval) => {
    const runs = [50, 60, 70].map((satisfaction, index) =>
      seedOf({ ...outcome(satisfaction, 0), conduct: conductWith({ entries: 100, fallen: 100 * share } as never) }, index + 1),
    );
    const { adaptive } = scoreOf(runs, 1);
    expect(adaptive!.share).toBeCloseTo(share, 12);
    expect(share > ADAPTIVE).toBe(interval);
    const [low, middle, high] = totalsBySeed(runs) as [number, number, number];
    if (!interval) expect(adaptive!.interval).toBeNull();
    else {
      // A tenth of the way along the ranks from either end.
      expect(adaptive!.interval![0]).toBeCloseTo(low + 0.2 * (middle - low), 10);
      expect(adaptive!.interval![1]).toBeCloseTo(high - 0.2 * (high - middle), 10);
    }
  });

  test('of thirty replays as many lie under the interval as over it', () => {
    const runs = Array.from({ length: 30 }, (_, index) =>
      seedOf({ ...outcome(50 + index / 10, index / 5), conduct: conductWith({ entries: 10, fallen: 5 } as never) }, index + 1),
    );
    const [low, high] = scoreOf(runs, 1).adaptive!.interval!;
    const totals = totalsBySeed(runs);
    expect([totals.filter((each) => each < low).length, totals.filter((each) => each > high).length]).toEqual([3, 3]);
  });
});

describe('Caps', () => {
  const with_ = (changes: Partial<Outcome>): Outcome => ({ ...best, conduct: everythingDone(), ...changes });
  const dressed = { ...honestReport, dressed: 1 };
  test.each([
    ['insolvent', 40, with_({ insolvent: true })],
    ['unviable', 40, with_({ unviable: true })],
    ['unlawful', 50, with_({ conduct: conductWith({ ...everythingDone(), law: { used: 2, warned: 3, kept: { quarter: 5, seq: 9 } } }) })],
    [
      'falsified',
      60,
      with_({
        conduct: conductWith({
          ...everythingDone(),
          reviews: { ...everythingDone().reviews, held: [goodReview(4, { report: dressed }), goodReview(8)] },
        }),
      }),
    ],
    ['noReview', 68, with_({ conduct: conductWith({ ...everythingDone(), reviews: conductWith().reviews }) })],
  ] as const)('%s: at most %d, when most of the replays meet it', (id, limit, run) => {
    const ended = scoreOf([seedOf(run), seedOf(run, 2), seedOf(with_({}), 3)], 1);
    expect(ended.total).toBeLessThanOrEqual(limit);
    expect(ended.caps.map((cap) => [cap.id, cap.limit])).toEqual([[id, limit]]);
    const luckless = scoreOf([seedOf(run), seedOf(with_({}), 2), seedOf(with_({}), 3)], 1);
    expect(luckless.caps).toEqual([]);
  });

  test('a cap says where in the log its reason stands', () => {
    const law = { used: 2, warned: 3, kept: { quarter: 5, seq: 9 } };
    expect(scoreOf([seedOf(with_({ conduct: conductWith({ ...everythingDone(), law }) }))], 1).caps).toEqual([
      { id: 'unlawful', limit: 50, quarter: 5, seq: 9 },
    ]);
  });

  test('of several the least counts, and a cap lifts nobody: whoever has less keeps less', () => {
    const all = with_({ insolvent: true, conduct: conductWith({ ...everythingDone(), reviews: conductWith().reviews }) });
    expect(scoreOf([seedOf(all)], 1).total).toBe(CAPPED_AT);
    expect(scoreOf([seedOf({ ...worst, insolvent: true })], 1).total).toBeLessThan(5);
  });

  test('a falsified report never raises the score: whatever else is true of a run', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const reports = fc.record({
      drafted: fc.integer({ min: 0, max: 3 }),
      mended: fc.integer({ min: 0, max: 3 }),
      limits: fc.boolean(),
      intervals: fc.boolean(),
      badFirst: fc.boolean(),
    });
    fc.assert(
      fc.property(
        share,
        share,
        fc.array(reports, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (place, value, drawn, added) => {
          const held = (dress: number) =>
            drawn.map((report, n) =>
              goodReview(4 * (n + 1), {
                report: { ...honestReport, ...report, mended: Math.min(report.mended, report.drafted), dressed: n === 0 ? dress : 0 },
              }),
            );
          const run = (dress: number): Outcome => ({
            ...outcome(40 + 30 * place, -100 + 150 * value),
            conduct: conductWith({ ...everythingDone(), reviews: { ...everythingDone().reviews, held: held(dress) } }),
          });
          expect(scoreOf([seedOf(run(added))], 1).total).toBeLessThanOrEqual(scoreOf([seedOf(run(0))], 1).total + 1e-9);
        },
      ),
    );
  });
});

describe('Graded through replays', () => {
  const few = { ...small, customers: 150 };
  const names = { worst: 'leap', stay: 'stay', best: 'textbook' };
  const anchors = anchorLogs(scenario, playbooks, names);

  test('an anchor playbook, graded beside the anchors, is the same run as its anchor and stands in its place', () => {
    const [ofWorst, ofStay, ofBest] = (['worst', 'stay', 'best'] as const).map((role) => {
      const graded = gradeSeed(scenario, few, logOf(names[role]), anchors, 1001);
      expect(graded.run).toEqual(graded[role]);
      return scoreOf([graded], 1).criteria.flatMap(({ measured }) => measured ?? []);
    });
    for (const [criterion, { stay: middle, best: high }] of ofStay!.entries()) {
      const leads = high > middle;
      expect(ofStay![criterion]!.s).toBeCloseTo(leads ? constants.stayAt : 1, 12);
      if (leads) expect(ofBest![criterion]!.s).toBeCloseTo(1, 12);
      const { value, worst: low, s } = ofWorst![criterion]!;
      if (value <= low) expect(s).toBe(0);
    }
  });

  test('grading streams: one step a seed, the last the score over all of them, the same each time', () => {
    const seeds = [1001, 1002];
    const steps = [...gradeRun(scenario, few, logOf('textbook'), anchors, seeds)];
    expect(steps.map(({ done, of }) => [done, of])).toEqual([[1, 2], [2, 2]]); // prettier-ignore
    const outcomes = seeds.map((seed) => gradeSeed(scenario, few, logOf('textbook'), anchors, seed));
    expect(steps[1]!.score).toEqual(scoreOf(outcomes, few.luckSeed));
  });

  test('a scenario may weigh its criteria otherwise; the score is given by these weights and prints them', () => {
    const only = { ...scenario, weights: { X1: 100, X2: 1, X3: 1, X4: 1 } };
    const last = (of: typeof scenario) => [...gradeRun(of, few, logOf('stay'), anchors, [1001])].at(-1)!.score;
    const [usual, chosen] = [last(scenario), last(only)];
    expect(chosen.weights).toEqual(weightsOf(only.weights));
    expect(chosen.weights['X1']).toBeGreaterThan(usual.weights['X1']! * 2);
    expect(chosen.criteria.map(({ level }) => level)).toEqual(usual.criteria.map(({ level }) => level));
  });

  test('a playbook that is missing is told before anything is played', () => {
    expect(() => anchorLogs(scenario, playbooks, { ...names, best: 'miracle' })).toThrow(RangeError);
  });

  test('there are thirty grading seeds, all different', () => {
    expect(new Set(gradingSeeds).size).toBe(30);
  });
});
