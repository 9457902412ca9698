import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXACT_UP_TO, poissonOfHalf, poissonOfWord } from '../../../src/sim/math/counts.ts';

const HALVES = 65_536;

/** Poisson probabilities of 0, 1, 2, ... up to `most`, by their recursion. */
function probabilities(mean: number, most: number): number[] {
  const all = [Math.exp(-mean)];
  for (let n = 1; n <= most; n += 1) all.push((all[n - 1] * mean) / n);
  return all;
}

/** How many of all numbers of 16 bits give each count. */
function frequencies(mean: number): number[] {
  const counts: number[] = [];
  for (let half = 0; half < HALVES; half += 1) {
    const n = poissonOfHalf(half, mean);
    counts[n] = (counts[n] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
}

describe('Poisson counts of a number of 16 bits', () => {
  test.each([0.001, 0.05, 0.4, 1, 2.2, EXACT_UP_TO])('at a mean of %d reach each count as often as the law, to a 65536th', (mean) => {
    let reached = 0;
    let truth = 0;
    const law = probabilities(mean, 30);
    frequencies(mean).forEach((count, n) => {
      reached += count;
      truth += law[n];
      expect(Math.abs(reached - HALVES * truth), `at most ${n}`).toBeLessThanOrEqual(0.5 + 1e-3);
    });
  });

  test.each([3.001, 4, 6, 10, 30, 100])('at a mean of %d have each probability within 0.005', (mean) => {
    const counts = frequencies(mean);
    const law = probabilities(mean, counts.length + 20);
    law.forEach((truth, n) => expect(Math.abs((counts[n] ?? 0) / HALVES - truth), `count ${n}`).toBeLessThan(0.005));
  });

  test.each([0.05, 0.4, 1, 3, 3.001, 4, 6, 10, 30, 100])('at a mean of %d have that mean and variance', (mean) => {
    let first = 0;
    let second = 0;
    frequencies(mean).forEach((count, n) => {
      first += (count * n) / HALVES;
      second += (count * n * n) / HALVES;
    });
    expect(Math.abs(first / mean - 1)).toBeLessThan(0.002);
    // Rounding to whole numbers adds up to a twelfth to the variance of the expansion.
    expect(Math.abs(second - first * first - mean)).toBeLessThan(0.002 * mean + (mean > EXACT_UP_TO ? 1 / 12 : 0));
  });
});

describe('Poisson counts of a word and of a half', () => {
  const ways = [
    ['word', poissonOfWord, 4_294_967_295],
    ['half', poissonOfHalf, HALVES - 1],
  ] as const;

  test.each(ways)('are nothing for a mean of nothing or less: %s', (_, count, most) => {
    for (const bits of [0, Math.floor(most / 2), most]) for (const mean of [0, -0, -1]) expect(count(bits, mean)).toBe(0);
  });

  test.each(ways)('are whole, not negative, and never fall as the bits or the mean rise: %s', (_, count, most) => {
    const bits = fc.integer({ min: 0, max: most });
    const mean = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(bits, bits, mean, (a, b, m) => {
        const low = count(Math.min(a, b), m);
        expect(Number.isInteger(low) && low >= 0).toBe(true);
        expect(low).toBeLessThanOrEqual(count(Math.max(a, b), m));
      }),
      { numRuns: 2000, seed: 16 },
    );
    // Around the change from inversion to expansion too.
    for (let n = 1; n <= 400; n += 1) {
      const b = Math.floor((most * n) / 401);
      let last = 0;
      for (const m of [0.5, 1, 2, EXACT_UP_TO, 3.5, 5, 20]) {
        const now = count(b, m);
        expect(now, `${m} at ${b}`).toBeGreaterThanOrEqual(last);
        last = now;
      }
    }
  });

  test('agree where the word is the half in full', () => {
    for (let half = 0; half < HALVES; half += 7) {
      for (const mean of [0.3, 2.9, 8]) expect(poissonOfWord(half * HALVES + HALVES / 2, mean)).toBe(poissonOfHalf(half, mean));
    }
  });
});
