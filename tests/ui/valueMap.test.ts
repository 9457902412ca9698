import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Found } from '../../src/game/known/valueMap.ts';
import { needIds } from '../../src/sim/market.ts';
import { lineWithin, nameLeft, planeScales, type PlanePoint } from '../../src/ui/chart/planeData.ts';
import { attributeRows, valueFinding } from '../../src/ui/review/valueRows.ts';

const point = (x: number, y: number, spread: number): PlanePoint => ({
  name: 'a',
  look: 'own',
  x,
  y,
  xRange: [x - spread, x + spread],
  yRange: [y - spread, y + spread],
});
const places = fc.record({
  x: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
  y: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
  spread: fc.double({ min: 0, max: 0.2, noNaN: true }),
});

describe('A plane of points', () => {
  test('has axes that hold every point with its interval', () => {
    fc.assert(
      fc.property(fc.array(places, { minLength: 1, maxLength: 8 }), (drawn) => {
        const points = drawn.map(({ x, y, spread }) => point(x, y, spread));
        const { x, y } = planeScales({ points, say: (value) => String(Math.round(100 * value)) });
        for (const { xRange, yRange } of points) {
          expect(xRange[0]).toBeGreaterThanOrEqual(x[0] - 1e-9);
          expect(xRange[1]).toBeLessThanOrEqual(x[2] + 1e-9);
          expect(yRange[0]).toBeGreaterThanOrEqual(y[0] - 1e-9);
          expect(yRange[1]).toBeLessThanOrEqual(y[2] + 1e-9);
        }
      }),
    );
  });

  test('shows as much of the line as lies on it, and none of a line that passes by', () => {
    const scales = { x: [0, 1, 2], y: [0, 1, 2] } as const;
    expect(lineWithin((x) => x, scales)).toEqual([
      [0, 0],
      [2, 2],
    ]);
    expect(lineWithin((x) => 2 * x, scales)).toEqual([
      [0, 0],
      [1, 2],
    ]);
    expect(lineWithin((x) => 1 - x, scales)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(lineWithin(() => 1, scales)).toEqual([
      [0, 1],
      [2, 1],
    ]);
    expect(lineWithin(() => 3, scales)).toBeNull();
    expect(lineWithin((x) => x + 3, scales)).toBeNull();
  });

  test('writes a name to the right of its point, and to the left where the edge is near', () => {
    expect(nameLeft(100, 50, 9, 300)).toBe(109);
    expect(nameLeft(280, 50, 9, 300)).toBe(221);
  });
});

describe('Customer value analysis in words', () => {
  const found = (id: string, value: number | null): Found => ({
    id,
    value,
    low: value === null ? null : value - 1,
    high: value === null ? null : value + 1,
    n: 50,
  });

  test('calls better or worse only what the interval bears out', () => {
    expect(valueFinding({ value: 3, low: 1, high: 5 })).toBe('better');
    expect(valueFinding({ value: -3, low: -5, high: -1 })).toBe('worse');
    expect(valueFinding({ value: 3, low: -1, high: 7 })).toBe('fair');
  });

  test('lists the weightiest need first, each with the best rival', () => {
    const figures = needIds.flatMap((need, place) => [
      found(`weight.${need}`, 10 + place),
      found(`own.${need}`, 50),
      found(`left.${need}`, 40 + 10 * place),
      found(`right.${need}`, 60),
    ]);
    const rows = attributeRows(figures, ['firm', 'left', 'right'], 'firm');
    expect(rows.map(({ need }) => need)).toEqual([...needIds].reverse());
    expect(rows[0]!.best!.company).toBe('left');
    expect(rows.at(-1)!.best!.company).toBe('right');
    expect(rows[0]!.rating).toEqual({ value: 50, low: 49, high: 51 });
  });

  test('leaves out what could not be asked', () => {
    expect(attributeRows([found('weight.price', null), found('own.price', 3)], ['firm'], 'firm')).toEqual([]);
  });
});
