import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lnBeta, lnGamma } from '../../../src/sim/math/special.ts';

describe('lnGamma', () => {
  test.each([
    [0.001, 6.9071788853838537],
    [0.025, 3.6749569473851649],
    [0.5, 0.57236494292470009],
    [1, 0],
    [1.5, -0.12078223763524522],
    [2, 0],
    [2.5, 0.28468287047291916],
    [3.75, 1.4868155785934171],
    [10, 12.80182748008147],
    [11.5, 16.292000476567242],
    [100, 359.13420536957539],
    [1234.5, 7550.5509010778949],
    [1000000, 12815504.569147612],
  ])('of %d is %d', (x, expected) => {
    expect(Math.abs(lnGamma(x) - expected)).toBeLessThan(Math.max(2e-14, 1e-15 * Math.abs(expected)));
  });

  test('grows by ln x from x to x + 1', () => {
    const step = fc.property(
      fc.double({ min: 0.01, max: 60, noNaN: true }),
      (x) => Math.abs(lnGamma(x + 1) - lnGamma(x) - Math.log(x)) < 1e-13,
    );
    fc.assert(step, { numRuns: 1000, seed: 4 });
  });

  test('is infinite at 0 and Infinity and refuses what lies below', () => {
    expect([lnGamma(0), lnGamma(Infinity)]).toEqual([Infinity, Infinity]);
    expect(() => lnGamma(-0.5)).toThrow(RangeError);
    expect(() => lnGamma(NaN)).toThrow(RangeError);
  });
});

describe('lnBeta', () => {
  test.each([
    [1, 1, 1],
    [2, 3, 1 / 12],
    [0.5, 0.5, Math.PI],
    [10, 1, 0.1],
  ])('of %d and %d is ln of %d', (a, b, beta) => {
    expect(Math.abs(lnBeta(a, b) - Math.log(beta))).toBeLessThan(3e-14);
  });
});
