import { describe, expect, test } from 'vitest';
import { normalOfHalf } from '../../../src/sim/math/normalTable.ts';
import { SpendFactors } from '../../../src/sim/math/spendOfPurchases.ts';

const HALVES = 65_536;
const shapes = [1, 2, 6, 20];
const factors = new SpendFactors(shapes);

/** Mean and variance over all numbers of 16 bits. */
function moments(law: number, n: number): { mean: number; variance: number } {
  let first = 0;
  let second = 0;
  for (let half = 0; half < HALVES; half += 1) {
    const factor = factors.of(law, n, normalOfHalf(half));
    first += factor / HALVES;
    second += (factor * factor) / HALVES;
  }
  return { mean: first, variance: second - first * first };
}

describe('The money of n purchases of shape p over its expectation', () => {
  const cases = shapes.flatMap((p, law) => [1, 2, 5, 20, 63, 64, 200].map((n) => [p, n, law] as const));

  test.each(cases)('has mean 1 and variance 1/(np) at p = %d, n = %i', (p, n, law) => {
    const { mean, variance } = moments(law, n);
    // The cube has mean 1 - a^3 and variance 9a - 3a^3 with a = 1/(9np); normal draws by table end at 3.7 deviations.
    const a = 1 / (9 * n * p);
    expect(Math.abs(mean - 1)).toBeLessThan(2 * a * a * a + 2e-4);
    expect(Math.abs(variance * n * p - 1)).toBeLessThan(a * a + 0.02 * Math.min(1, 30 * a) + 1e-4);
  });

  test.each(cases)('is never negative and rises with the draw at p = %d, n = %i', (_, n, law) => {
    let last = -1;
    for (const z of [-3.7, -2, -1, 0, 1, 2, 3.7]) {
      const factor = factors.of(law, n, z);
      expect(factor).toBeGreaterThanOrEqual(Math.max(0, last));
      last = factor;
    }
    expect(last).toBeGreaterThan(1);
  });

  test('is the same by table and beyond it', () => {
    const [table, beyond] = [63, 64].map((n) => factors.of(1, n, 1.5) - 1);
    expect(beyond / table).toBeCloseTo(Math.sqrt(63 / 64), 3);
  });
});
