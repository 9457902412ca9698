import { describe, expect, test } from 'vitest';
import { differencesBetween } from '../../tools/proof/engines/corpusPage.mjs';

const runs = [
  { name: 'leap', digests: ['a1', 'a2', 'a3'], outcome: '0.5 100' },
  { name: 'stay', digests: ['b1', 'b2', 'b3'], outcome: '0.6 200' },
];
const changed = (change: Partial<(typeof runs)[0]>) => [runs[0]!, { ...runs[1]!, ...change }];

describe('The comparison of two engines', () => {
  test('finds nothing between equal runs', () => {
    expect(differencesBetween(runs, structuredClone(runs))).toEqual([]);
  });

  test.each([
    ['a quarter that differs', changed({ digests: ['b1', 'xx', 'b3'] }), ['stay, quarter 2: b2 xx']],
    ['an outcome that differs in the last digit', changed({ outcome: '0.6 200.0000001' }), ['stay, outcome: 0.6 200 | 0.6 200.0000001']],
    ['a run that ends early', changed({ digests: ['b1', 'b2'] }), ['stay: not played to the end']],
    ['a run that was never played', [runs[0]!], ['stay: not played to the end']],
    ['another run in its place', changed({ name: 'haste' }), ['stay: not played to the end']],
  ])('names %s', (_, there, found) => {
    expect(differencesBetween(runs, there)).toEqual(found);
  });
});
