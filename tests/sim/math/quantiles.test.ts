import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialQuantile, gammaQuantileApprox, normalQuantile, poissonQuantile } from '../../../src/sim/math/distributions.ts';
import { keyedUnit } from '../../../src/sim/math/keys.ts';
import { momentsOf } from './moments.ts';

const uniforms = [1e-6, 0.01, 0.25, 0.5, 0.9, 0.999, 1 - 1e-7];
const openUnit = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

function sample(size: number, purpose: number, draw: (u: number) => number): Float64Array {
  return Float64Array.from({ length: size }, (_value, subject) => draw(keyedUnit(11, purpose, subject, 1, 0)));
}

describe('normalQuantile', () => {
  test.each([
    [0.5, 0],
    [0.25, -0.6744897501960817],
    [0.075, -1.4395314709384559],
    [0.025, -1.9599639845400543],
    [0.001, -3.0902323061678135],
    [1e-12, -7.0344838253011319],
    [1e-20, -9.2623400897984076],
  ])('at %d is the percentage point %d to 15 digits', (u, z) => {
    expect(Math.abs(normalQuantile(u) - z)).toBeLessThanOrEqual(2e-15 * Math.abs(z));
  });

  test('is odd around one half', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (i) => normalQuantile(i / 2 ** 32) === -normalQuantile(1 - i / 2 ** 32)));
  });

  test('is infinite at 0 and 1 and not a number outside', () => {
    expect([0, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, Infinity, NaN, NaN, NaN]);
  });

  test('of keyed uniforms has mean 0 and variance 1', () => {
    const { mean, variance, meanError, varianceError } = momentsOf(sample(40_000, 1, normalQuantile));
    expect(Math.abs(mean)).toBeLessThan(4 * meanError);
    expect(Math.abs(variance - 1)).toBeLessThan(4 * varianceError);
  });
});

describe('poissonQuantile', () => {
  test.each([
    { mean: 0.05, counts: [0, 0, 0, 0, 0, 2, 4] },
    { mean: 0.7, counts: [0, 0, 0, 1, 2, 4, 8] },
    { mean: 3, counts: [0, 0, 2, 3, 5, 10, 16] },
    { mean: 12.5, counts: [0, 5, 10, 12, 17, 25, 35] },
    { mean: 30, counts: [8, 18, 26, 30, 37, 48, 63] },
    { mean: 30.5, counts: [8, 18, 27, 30, 38, 49, 63] },
    { mean: 75, counts: [38, 56, 69, 75, 86, 103, 124] },
    { mean: 400, counts: [309, 354, 386, 400, 426, 463, 508] },
    { mean: 5000000, counts: [4989375, 4994799, 4998492, 5000000, 5002866, 5006911, 5011630] },
    { mean: 12345, counts: [11820, 12087, 12270, 12345, 12487, 12690, 12927] },
  ])('agrees with tables at mean $mean', ({ mean, counts }) => {
    expect(uniforms.map((u) => poissonQuantile(u, mean))).toEqual(counts);
  });

  test('never falls when the uniform or the mean rises', () => {
    const mean = fc.double({ min: 0, max: 200, noNaN: true });
    const rising = fc.property(openUnit, openUnit, mean, mean, (u, v, m, n) => {
      const [low, high] = [Math.min(u, v), Math.max(u, v)];
      const [few, many] = [Math.min(m, n), Math.max(m, n)];
      return poissonQuantile(low, few) <= poissonQuantile(high, few) && poissonQuantile(low, few) <= poissonQuantile(low, many);
    });
    fc.assert(rising, { numRuns: 2000, seed: 1 });
  });

  test.each([0.3, 4, 29.9, 30.1, 250])('of keyed uniforms has mean and variance %d', (lambda) => {
    const moments = momentsOf(sample(30_000, 2, (u) => poissonQuantile(u, lambda)));
    expect(Math.abs(moments.mean - lambda)).toBeLessThan(4 * moments.meanError);
    expect(Math.abs(moments.variance - lambda)).toBeLessThan(4 * moments.varianceError);
  });

  test('is 0 for a mean of 0, ends at the extremes of u, and follows the normal law for huge means', () => {
    expect(poissonQuantile(0.9999, 0)).toBe(0);
    expect([poissonQuantile(0, 5), poissonQuantile(0, 500)]).toEqual([0, 0]);
    expect(poissonQuantile(1, 5)).toBeLessThan(60);
    expect(poissonQuantile(1, 500)).toBeLessThan(900);
    expect(Math.abs(poissonQuantile(0.5, 1e10) - 1e10)).toBeLessThan(2);
  });

  test.each([-1, NaN, Infinity])('refuses the mean %d', (mean) => {
    expect(() => poissonQuantile(0.5, mean)).toThrow(RangeError);
  });
});

describe('binomialQuantile', () => {
  test.each([
    { n: 1, p: 0.3, counts: [0, 0, 0, 0, 1, 1, 1] },
    { n: 10, p: 0.3, counts: [0, 0, 2, 3, 5, 8, 10] },
    { n: 52, p: 0.9, counts: [34, 41, 45, 47, 49, 52, 52] },
    { n: 200, p: 0.1, counts: [3, 11, 17, 20, 26, 34, 45] },
    { n: 1000, p: 0.4, counts: [327, 364, 390, 400, 420, 448, 481] },
    { n: 1000, p: 0.97, counts: [941, 957, 966, 970, 977, 985, 993] },
    { n: 100000, p: 0.25, counts: [24351, 24682, 24908, 25000, 25176, 25424, 25714] },
    { n: 5000000, p: 0.001, counts: [4668, 4836, 4952, 5000, 5091, 5220, 5372] },
  ])('agrees with tables at n $n, p $p', ({ n, p, counts }) => {
    expect(uniforms.map((u) => binomialQuantile(u, n, p))).toEqual(counts);
  });

  test('stays in 0..n and never falls when the uniform rises', () => {
    const property = fc.property(
      openUnit,
      openUnit,
      fc.integer({ min: 0, max: 3000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (u, v, n, p) => {
        const low = binomialQuantile(Math.min(u, v), n, p);
        const high = binomialQuantile(Math.max(u, v), n, p);
        return low >= 0 && low <= high && high <= n && Number.isInteger(low);
      },
    );
    fc.assert(property, { numRuns: 1500, seed: 2 });
  });

  test.each([
    [20, 0.15],
    [20, 0.85],
    [500, 0.3],
  ])('of keyed uniforms has the mean and variance of %d trials at %d', (n, p) => {
    const moments = momentsOf(sample(30_000, 3, (u) => binomialQuantile(u, n, p)));
    expect(Math.abs(moments.mean - n * p)).toBeLessThan(4 * moments.meanError);
    expect(Math.abs(moments.variance - n * p * (1 - p))).toBeLessThan(4 * moments.varianceError);
  });

  test('is certain at p 0 and 1', () => {
    expect([binomialQuantile(0.7, 9, 0), binomialQuantile(0.7, 9, 1), binomialQuantile(0.7, 0, 0.5)]).toEqual([0, 9, 0]);
  });

  test.each([
    [-1, 0.5],
    [2.5, 0.5],
    [5, -0.1],
    [5, 1.1],
    [5, NaN],
  ])('refuses n %d with p %d', (n, p) => {
    expect(() => binomialQuantile(0.5, n, p)).toThrow(RangeError);
  });
});

describe('gammaQuantileApprox', () => {
  test.each([
    { shape: 2, points: [0.35536151069866195, 1.6783469900166612, 4.743864518390577], within: 0.03 },
    { shape: 5, points: [1.9701495680595302, 4.670908882795985, 9.153519026637573], within: 0.003 },
    { shape: 20, points: [13.254651598346555, 19.66767242330567, 27.87923963944351], within: 0.0003 },
    { shape: 100, points: [84.13927721831419, 99.66686491931549, 116.99713444616246], within: 0.00003 },
  ])('is within $within of the 5%, 50% and 95% points at shape $shape', ({ shape, points, within }) => {
    [0.05, 0.5, 0.95].forEach((u, i) => {
      expect(Math.abs(gammaQuantileApprox(u, shape) / points[i] - 1)).toBeLessThan(within);
    });
  });

  test('is never negative and never falls when the uniform rises', () => {
    const property = fc.property(openUnit, openUnit, fc.double({ min: 0.05, max: 50, noNaN: true }), (u, v, shape) => {
      const low = gammaQuantileApprox(Math.min(u, v), shape);
      return low >= 0 && low <= gammaQuantileApprox(Math.max(u, v), shape);
    });
    fc.assert(property, { numRuns: 1000, seed: 3 });
  });
});
