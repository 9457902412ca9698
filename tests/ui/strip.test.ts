import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dotSizeFor, piledDots, stripScale, type StripRow } from '../../src/ui/chart/stripData.ts';

const row = (values: readonly number[]): StripRow => ({ name: '', look: 'own', values, median: 0, band: null, ringed: -1 });
const scaleOf = (values: readonly number[], at: number | null = null, say: (value: number) => string = String): readonly number[] =>
  stripScale({ rows: [row(values)], mark: at === null ? null : { at, text: '', look: 'other' }, say });

describe('the axis of strips', () => {
  test.each([
    [
      [61, 70],
      [60, 62, 64, 66, 68, 70],
    ],
    [
      [40, 88.1],
      [40, 50, 60, 70, 80, 90],
    ],
    [
      [7.12e9, 21.1e9],
      [5e9, 10e9, 15e9, 20e9, 25e9],
    ],
    [
      [64, 64],
      [64, 65],
    ],
  ])('of %o has the round values %o', (values, scale) => expect(scaleOf(values)).toEqual(scale));

  test('holds every dot and the mark between two to six even values that read apart', () => {
    const some = fc.double({ min: -1e10, max: 1e10, noNaN: true });
    const say = (value: number): string => value.toPrecision(3);
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 40 }), fc.option(some), (values, at) => {
        const scale = scaleOf(values, at, say);
        const all = at === null ? values : [...values, at];
        const slack = 1e-6 * (scale.at(-1)! - scale[0]);
        expect(Math.min(...all)).toBeGreaterThanOrEqual(scale[0] - slack);
        expect(Math.max(...all)).toBeLessThanOrEqual(scale.at(-1)! + slack);
        expect(scale.length).toBeGreaterThanOrEqual(2);
        expect(scale.length).toBeLessThanOrEqual(6);
        expect(new Set(scale.map(say)).size).toBe(scale.length);
      }),
    );
  });
});

describe('piles of dots', () => {
  test('stand each on those that came before, so that a further dot moves none', () => {
    const values = [1, 5, 1, 1, 9, 5];
    const dots = piledDots(values, [0, 10], 100, 60, 10);
    expect(dots.map(({ up }) => up)).toEqual([5, 5, 15, 25, 5, 15]);
    expect(dots.map(({ x }) => x)).toEqual([15, 55, 15, 15, 95, 55]);
    expect(piledDots([...values, 5], [0, 10], 100, 60, 10).slice(0, 6)).toEqual(dots);
  });

  test('stay within the strip, pressed together where a pile is too high', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 200 }), (values) => {
        for (const { x, up } of piledDots(values, [0, 1], 80, 40, 6)) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(80);
          expect(up).toBeGreaterThanOrEqual(3);
          expect(up).toBeLessThanOrEqual(37.0001);
        }
      }),
    );
  });
});

test.each([
  ['a few draws are large', [1, 3, 5, 7], 12],
  ['a pile makes them smaller until it fits', [...Array<number>(8).fill(5), 1], 6],
  ['where none fits they are the smallest and pressed together', Array<number>(200).fill(5), 4],
])('the dots of %s', (_, values, size) => {
  expect(dotSizeFor(values, [0, 10], 240, 50, 12)).toBe(size);
  expect(dotSizeFor(values, [0, 10], 240, 50, 6)).toBe(Math.min(6, size));
});
