import { describe, expect, test } from 'vitest';
import { facts } from '../../src/cli/facts.ts';
import { cdnowCohort, contracts, survival } from '../../src/cli/facts/cohorts.ts';
import type { FactItem } from '../../src/cli/facts/judge.ts';
import { playStationary, predictStationary } from '../../src/cli/facts/stationary.ts';
import { long } from '../turns.ts';

describe('rapport facts', () => {
  test('every fact of the market holds in the small form, and those of parts not built are said to be open', long, async () => {
    const { json, good } = await facts.run([], { small: true }, { language: 'en', progress: () => {} });
    const { ok, items } = json as { ok: boolean; items: FactItem[] };
    expect(items.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(ok).toBe(true);
    expect(good).toBe(true);
    // Facts of parts that are not built as a whole; those about projects are measured and not yet in their bands at every size.
    const later = ['D3', 'D4'];
    expect(items.filter(({ id, status }) => status === 'notYet' && !later.includes(id))).toEqual([]);
    expect(items.filter(({ id, status }) => status === 'pass' && /^P[45]/.test(id))).toHaveLength(4);
    for (const item of items.filter(({ status }) => status === 'pass')) {
      expect(item.measured, item.id).toEqual(expect.any(Number));
      // Monte-Carlo error well inside the band.
      if (item.low !== null && item.high !== null) expect(item.monteCarloError!, item.id).toBeLessThan((item.high - item.low) / 2);
    }
  });
});

describe('Published figures of the same papers that no fact was fitted to', () => {
  // Fader, Hardie & Lee 2005, table of the 2,357 customers of CDNOW by repeat orders in 39 weeks.
  const published = [1411, 439, 214, 100, 62, 38, 29].map((customers) => customers / 2357);
  const figures = cdnowCohort(23_570, 1);
  test.each(published.map((share, repeats) => [repeats, share] as const))(
    'share of the cohort with %i repeat orders: %f',
    (repeats, share) => {
      expect(Math.abs(figures[`repeats.${repeats}`]! - share)).toBeLessThan(0.025);
    },
  );

  // Fader & Hardie 2007, observed share of a cohort left after each of twelve years.
  const regular = [0.631, 0.468, 0.382, 0.326, 0.289, 0.262, 0.241, 0.223, 0.207, 0.194, 0.183, 0.173];
  const highEnd = [0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491, 0.468, 0.445, 0.427, 0.409, 0.394];
  test.each([
    ['regular', regular],
    ['highEnd', highEnd],
  ] as const)('survival of %s contracts in every one of twelve years', (kind, years) => {
    const simulated = survival(contracts[kind], 12, 20_000, 1);
    years.forEach((share, year) => expect(Math.abs(simulated[year]! - share), `year ${year + 1}`).toBeLessThan(0.03));
  });
});

describe('A market in which nobody acts', () => {
  test('stays for twelve quarters what the Dirichlet predicts: penetration, rate, duplication and the share of the heaviest fifth', () => {
    const predicted = predictStationary();
    for (const figures of playStationary(8000, 2)) {
      figures.penetration.forEach((share, n) => expect(Math.abs(share - predicted.penetration[n]!)).toBeLessThan(0.015));
      figures.rate.forEach((rate, n) => expect(Math.abs(rate - predicted.rate[n]!)).toBeLessThan(n === 2 ? 0.4 : 0.16));
      expect(Math.abs(figures.duplication - predicted.duplication)).toBeLessThan(0.04);
      expect(Math.abs(figures.heavies - predicted.heavies)).toBeLessThan(0.025);
    }
  });

  test('the prediction is the published one of the largest brand: a fifth of households buy it 1.8 times', () => {
    const { penetration, rate } = predictStationary();
    expect(penetration[0]).toBeCloseTo(0.2, 2);
    expect(rate[0]).toBeCloseTo(1.82, 2);
  });
});
