import { describe, expect, test } from 'vitest';
import { normalOfHalf, normalOfWord } from '../../../src/sim/math/normalTable.ts';
import { normalQuantile } from '../../../src/sim/math/quantiles.ts';

const HALVES = 65_536;

describe('The table of normal draws', () => {
  const all = Array.from({ length: HALVES }, (_, half) => normalOfHalf(half));
  const mean = (of: (z: number) => number): number => all.reduce((sum, z) => sum + of(z), 0) / HALVES;

  test('has mean 0 and variance 1 over all numbers of 16 bits', () => {
    expect(Math.abs(mean((z) => z))).toBeLessThan(1e-12);
    expect(Math.abs(mean((z) => z * z) - 1)).toBeLessThan(1e-5);
  });

  test('has the mean size and, cut off at 3.7, nearly the fourth moment of a normal', () => {
    expect(Math.abs(mean((z) => Math.abs(z)) - Math.sqrt(2 / Math.PI))).toBeLessThan(2e-4);
    expect(Math.abs(mean((z) => z * z * z * z) - 3)).toBeLessThan(0.05);
    expect(all[HALVES - 1]).toBeGreaterThan(3.6);
    expect(all[HALVES - 1]).toBeLessThan(3.8);
  });

  test('is symmetric and always rises', () => {
    expect(all.filter((z, half) => !(Math.abs(z + all[HALVES - 1 - half]) < 1e-12))).toEqual([]);
    expect(all.filter((z, half) => half > 0 && !(z > all[half - 1]))).toEqual([]);
  });

  test('is within 0.001 of the quantile but for the last hundredth at each end', () => {
    for (let half = HALVES / 100; half < HALVES - HALVES / 100; half += 13) {
      const z = normalQuantile((Math.floor(half) + 0.5) / HALVES);
      expect(Math.abs(normalOfHalf(Math.floor(half)) - z)).toBeLessThan(0.001 * Math.max(1, Math.abs(z)) + 2e-4);
    }
  });

  test('gives a word what it gives its upper half, between the neighbours of that', () => {
    for (let half = 1; half < HALVES - 1; half += 101) {
      expect(normalOfWord(half * HALVES + HALVES / 2)).toBeCloseTo(normalOfHalf(half), 12);
      for (const low of [0, HALVES - 1]) {
        expect(normalOfWord(half * HALVES + low)).toBeGreaterThan(normalOfHalf(half - 1));
        expect(normalOfWord(half * HALVES + low)).toBeLessThan(normalOfHalf(half + 1));
      }
    }
  });
});
