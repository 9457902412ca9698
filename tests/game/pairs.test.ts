import { describe, expect, test } from 'vitest';
import { findingOf, pairedDifference } from '../../src/game/pairs.ts';

/** Hours of sleep gained by ten patients under two drugs (Cushny and Peebles 1905), the data of Student's own paper of 1908. */
const sleep = {
  first: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  second: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};

describe('the difference of pairs', () => {
  test('of the sleep data has the published mean, deviation and 95% interval', () => {
    const { n, mean, sd, range } = pairedDifference(sleep.second, sleep.first);
    expect(n).toBe(10);
    expect(mean).toBeCloseTo(1.58, 9);
    expect(sd).toBeCloseTo(1.23, 3);
    expect(range![0]).toBeCloseTo(0.7001, 3);
    expect(range![1]).toBeCloseTo(2.4599, 3);
  });

  test('of one pair has no interval, of many one no narrower than the normal law gives', () => {
    expect(pairedDifference([5], [3])).toEqual({ n: 1, mean: 2, sd: 0, range: null });
    const many = Array.from({ length: 40 }, (_, i) => i % 2);
    const { sd, range } = pairedDifference(many, Array<number>(40).fill(0));
    expect(range![1] - range![0]).toBeGreaterThan((2 * 1.96 * sd) / Math.sqrt(40));
  });

  test('is refused for no pairs and for lists of two lengths', () => {
    expect(() => pairedDifference([], [])).toThrow(RangeError);
    expect(() => pairedDifference([1, 2], [1])).toThrow(RangeError);
  });
});

describe('what pairs say', () => {
  test.each([
    ['paid', [5, 6, 7], [1, 1, 1]],
    ['cost', [1, 1, 1], [5, 6, 7]],
    ['luck', [5, 1, 3], [1, 6, 2]],
    ['alike', [1, 2, 3], [1, 2, 3]],
    ['alike', [4], [4]],
    ['early', [9], [4]],
    ['paid', [3, 4], [1, 2]],
  ])('%s', (finding, own, twin) => expect(findingOf(pairedDifference(own, twin))).toBe(finding));
});
