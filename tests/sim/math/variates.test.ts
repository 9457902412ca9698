import { describe, expect, test } from 'vitest';
import { betaVariate, dirichletVariate, gammaVariate, MOST_COMPONENTS } from '../../../src/sim/math/distributions.ts';
import { KOLMOGOROV_LIMIT, kolmogorov, momentsOf } from './moments.ts';

const SEED = 5;
const SIZE = 20_000;

function sample(draw: (subject: number) => number): Float64Array {
  return Float64Array.from({ length: SIZE }, (_value, subject) => draw(subject));
}

describe('gammaVariate', () => {
  test.each([0.2, 0.779, 1, 2.5, 40])('has mean and variance %d', (shape) => {
    const moments = momentsOf(sample((subject) => gammaVariate(shape, SEED, 1, subject, 0)));
    expect(Math.abs(moments.mean - shape)).toBeLessThan(4 * moments.meanError);
    expect(Math.abs(moments.variance - shape)).toBeLessThan(4 * moments.varianceError);
  });

  test('of shape 1 is exponential', () => {
    const draws = sample((subject) => gammaVariate(1, SEED, 2, subject, 0));
    expect(kolmogorov(draws, (x) => 1 - Math.exp(-x))).toBeLessThan(KOLMOGOROV_LIMIT);
  });

  test('of shape 3 follows the Erlang distribution, and not the one of shape 3.1', () => {
    const erlang = (x: number) => 1 - Math.exp(-x) * (1 + x + (x * x) / 2);
    expect(
      kolmogorov(
        sample((subject) => gammaVariate(3, SEED, 3, subject, 0)),
        erlang,
      ),
    ).toBeLessThan(KOLMOGOROV_LIMIT);
    expect(
      kolmogorov(
        sample((subject) => gammaVariate(3.1, SEED, 3, subject, 0)),
        erlang,
      ),
    ).toBeGreaterThan(KOLMOGOROV_LIMIT);
  });

  test('is the same for the same key and another for each part of it', () => {
    const draws = [
      gammaVariate(2, 1, 2, 3, 4),
      gammaVariate(2, 9, 2, 3, 4),
      gammaVariate(2, 1, 9, 3, 4),
      gammaVariate(2, 1, 2, 9, 4),
      gammaVariate(2, 1, 2, 3, 9),
      gammaVariate(2, 1, 2, 3, 4, 1),
    ];
    expect(new Set(draws).size).toBe(6);
    expect(gammaVariate(2, 1, 2, 3, 4)).toBe(draws[0]);
  });

  test('is 0 at shape 0 and refuses negative, infinite and missing shapes', () => {
    expect(gammaVariate(0, SEED, 1, 1, 1)).toBe(0);
    for (const shape of [-1, Infinity, NaN]) expect(() => gammaVariate(shape, SEED, 1, 1, 1)).toThrow(RangeError);
    expect(() => gammaVariate(1, SEED, 1, 1, 1, MOST_COMPONENTS)).toThrow(RangeError);
  });
});

describe('betaVariate', () => {
  test.each([
    [2, 3],
    [0.668, 3.806],
    [0.704, 1.182],
    [30, 10],
  ])('with %d and %d has the mean and variance of the beta law', (a, b) => {
    const moments = momentsOf(sample((subject) => betaVariate(a, b, SEED, 4, subject, 0)));
    expect(Math.abs(moments.mean - a / (a + b))).toBeLessThan(4 * moments.meanError);
    expect(Math.abs(moments.variance - (a * b) / ((a + b) * (a + b) * (a + b + 1)))).toBeLessThan(4 * moments.varianceError);
  });

  test('with 1 and 1 is uniform', () => {
    expect(
      kolmogorov(
        sample((subject) => betaVariate(1, 1, SEED, 5, subject, 0)),
        (x) => x,
      ),
    ).toBeLessThan(KOLMOGOROV_LIMIT);
  });

  test('stays in 0..1 even for parameters near 0, and refuses 0', () => {
    for (const x of sample((subject) => betaVariate(0.001, 0.002, SEED, 6, subject, 0))) expect(x >= 0 && x <= 1).toBe(true);
    expect(() => betaVariate(0, 1, SEED, 6, 1, 0)).toThrow(RangeError);
    expect(() => betaVariate(1, NaN, SEED, 6, 1, 0)).toThrow(RangeError);
  });
});

describe('dirichletVariate', () => {
  const shares = [0.25, 0.19, 0.1, 0.1, 0.09, 0.08, 0.03, 0.02, 0.14];
  const polarisation = 1.3;
  const alphas = shares.map((share) => share * polarisation);
  const out = new Float64Array(alphas.length);

  test('has the means and variances of brand tastes in a Dirichlet market, and sums to 1', () => {
    const columns = shares.map(() => new Float64Array(SIZE));
    for (let subject = 0; subject < SIZE; subject += 1) {
      dirichletVariate(out, alphas, SEED, 7, subject, 0);
      let sum = 0;
      for (let i = 0; i < out.length; i += 1) {
        columns[i][subject] = out[i];
        sum += out[i];
      }
      expect(Math.abs(sum - 1)).toBeLessThan(1e-14);
    }
    columns.forEach((column, i) => {
      const moments = momentsOf(column);
      const share = shares[i];
      expect(Math.abs(moments.mean - share)).toBeLessThan(4 * moments.meanError);
      expect(Math.abs(moments.variance - (share * (1 - share)) / (polarisation + 1))).toBeLessThan(4 * moments.varianceError);
    });
  });

  test('gives a brand with alpha 0 nothing and stays a number when all alphas are tiny', () => {
    dirichletVariate(out, [0, 1, 1], SEED, 8, 1, 0);
    expect(out[0]).toBe(0);
    for (let subject = 0; subject < 200; subject += 1) {
      dirichletVariate(out, [1e-5, 1e-5, 1e-5], SEED, 9, subject, 0);
      expect(Math.abs(out[0] + out[1] + out[2] - 1)).toBeLessThan(1e-14);
    }
  });

  test('refuses alphas that are negative or all 0', () => {
    expect(() => dirichletVariate(out, [0, 0], SEED, 9, 1, 0)).toThrow(RangeError);
    expect(() => dirichletVariate(out, [1, -1], SEED, 9, 1, 0)).toThrow(RangeError);
  });
});
