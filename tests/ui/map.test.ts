import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cloudOf, cloudPlaces, peopleADot } from '../../src/ui/map/cloud.ts';
import { nearestTo, nearestToward, type Direction } from '../../src/ui/map/nearest.ts';
import { loyaltyX, mapLayout, placePeople, valueY, type Places } from '../../src/ui/map/placing.ts';
import { valueAxis, valuePart, valueTicks } from '../../src/ui/map/valueAxis.ts';

const at = (...points: [number, number][]): Places => ({
  x: Float32Array.from(points, ([x]) => x),
  y: Float32Array.from(points, ([, y]) => y),
});
const money = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 200 }).map((all) => Float32Array.from(all));

describe('the axis of value', () => {
  test('ends on rungs 1, 3, 10, 30 around nearly all the values', () => {
    const axis = valueAxis(Float32Array.from({ length: 1000 }, (_, index) => 20 + index * 2));
    expect(axis).toEqual({ low: 30, high: 3000 });
    expect(valueTicks(axis)).toEqual([30, 100, 300, 1000, 3000]);
  });

  test('shows powers of ten only where there are many rungs', () => {
    expect(valueTicks({ low: 3, high: 10_000 })).toEqual([10, 100, 1000, 10_000]);
  });

  test('is logarithmic: equal ratios are equally far apart', () => {
    const axis = { low: 10, high: 1000 };
    expect([10, 100, 1000].map((value) => valuePart(value, axis))).toEqual([0, 0.5, 1]);
  });

  test.each([
    ['worth nothing known', 0],
    ['under the low end', 3],
    ['no number', NaN],
  ])('%s stands at the low end', (_, value) => {
    expect(valuePart(value, { low: 10, high: 1000 })).toBe(0);
  });

  test('never shrinks from one quarter to the next', () => {
    fc.assert(
      fc.property(money, money, (first, second) => {
        const before = valueAxis(first);
        const after = valueAxis(second, before);
        expect(after.low).toBeLessThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
        expect(after.high).toBeGreaterThan(after.low);
      }),
    );
  });

  test('stands even where nobody has bought anything', () => {
    expect(valueAxis(new Float32Array(5))).toEqual({ low: 1, high: 100 });
  });
});

describe('the places of known customers', () => {
  test.each([320, 410, 700])('lie on the plane of a map %i wide, loyalty to the right and value upward', (width) => {
    const { plane, cloud, height } = mapLayout(width, 333);
    const axis = { low: 10, high: 1000 };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.nat(100_000),
        (loyalty, value, person) => {
          const { x, y } = placePeople(
            { person: Uint32Array.of(person), value: Float32Array.of(value), loyalty: Uint8Array.of(loyalty) },
            axis,
            plane,
          );
          expect(x[0]).toBeGreaterThanOrEqual(plane.left - 4);
          expect(x[0]).toBeLessThanOrEqual(plane.right + 0.01);
          expect(y[0]).toBeGreaterThanOrEqual(plane.top - 0.01);
          expect(y[0]).toBeLessThanOrEqual(plane.bottom + 0.01);
          // No further from its true place than one step of the index.
          expect(Math.abs(x[0] - loyaltyX(loyalty, plane))).toBeLessThanOrEqual((plane.right - plane.left) * 0.0076);
        },
      ),
    );
    expect(loyaltyX(80, plane)).toBeGreaterThan(loyaltyX(20, plane));
    expect(valueY(500, axis, plane)).toBeLessThan(valueY(50, axis, plane));
    expect(cloud.top).toBeGreaterThan(plane.bottom);
    expect(height).toBeGreaterThan(cloud.bottom);
  });

  test('are the same whenever the same is known', () => {
    const people = { person: Uint32Array.of(3, 9), value: Float32Array.of(0, 80), loyalty: Uint8Array.of(60, 60) };
    const { plane } = mapLayout(410, 333);
    expect(placePeople(people, { low: 10, high: 1000 }, plane)).toEqual(placePeople(people, { low: 10, high: 1000 }, plane));
  });

  test('give way in height first on a low screen, down to a limit', () => {
    const tall = (room: number): number => mapLayout(600, room).plane.bottom - mapLayout(600, room).plane.top;
    expect([tall(900), tall(260), tall(50)]).toEqual([340, 260, 200]);
  });
});

describe('the nearest dot', () => {
  const dots = at([100, 100], [120, 100], [100, 140], [60, 96], [100, 100]);

  test.each([
    ['under the pointer', 118, 103, 1],
    ['at the very edge of its 24 pixels', 144, 100, 1],
    ['beyond them is none', 145, 100, -1],
  ])('%s', (_, x, y, found) => {
    expect(nearestTo(x, y, dots)).toBe(found);
  });

  test.each<[Direction, number]>([
    ['right', 1],
    ['down', 2],
    ['left', 3],
    ['up', -1],
  ])('toward the %s skips dots on the same spot', (direction, found) => {
    expect(nearestToward(0, direction, dots)).toBe(found);
  });

  test('prefers the straight way to a nearer one aside', () => {
    expect(nearestToward(0, 'right', at([0, 0], [10, 9], [14, 0]))).toBe(2);
  });

  test('found by an arrow always lies on that side', () => {
    const cloud = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(cloud, fc.constantFrom<Direction>('left', 'right', 'up', 'down'), (points, direction) => {
        const places = at(...points);
        const found = nearestToward(0, direction, places);
        if (found < 0) return;
        const [dx, dy] = [places.x[found] - places.x[0], places.y[found] - places.y[0]];
        const along = { left: -dx, right: dx, up: -dy, down: dy }[direction];
        expect(along).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the cloud of unknown customers', () => {
  test('is filled to the lower bound, hollow to the upper, and as long as its number', () => {
    const cloud = cloudOf({ low: 7600, high: 10_400 }, 10_400, 520);
    const people = peopleADot({ low: 7600, high: 10_400 }, 10_400);
    expect(people).toBe(10);
    expect([cloud.filled, cloud.hollow]).toEqual([760, 280]);
    expect([cloud.lowEnd, cloud.highEnd]).toEqual([380, 520]);
  });

  test('shrinks in the measure in which names are learned', () => {
    const [first, later] = [cloudOf({ low: 1000, high: 1000 }, 1000, 400), cloudOf({ low: 250, high: 250 }, 1000, 400)];
    expect(later.highEnd / first.highEnd).toBeCloseTo(0.25);
    expect(later.filled / first.filled).toBeCloseTo(0.25, 1);
  });

  test('a full count leaves nothing hollow, and nobody unknown leaves no cloud', () => {
    expect(cloudOf({ low: 69_010, high: 69_010 }, 69_010, 400).hollow).toBe(0);
    expect(cloudOf({ low: 0, high: 0 }, 0, 400)).toEqual({ filled: 0, hollow: 0, lowEnd: 0, highEnd: 0 });
  });

  test('never has more dots than can be told apart, each for a whole number of people', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(2_000_000), (a, b) => {
        const unknown = { low: Math.min(a, b), high: Math.max(a, b) };
        const people = peopleADot(unknown, unknown.high);
        const cloud = cloudOf(unknown, unknown.high, 400);
        expect(Number.isInteger(people)).toBe(true);
        expect(cloud.filled + cloud.hollow).toBeLessThanOrEqual(1200);
        expect(Math.abs(cloud.filled * people - unknown.low)).toBeLessThanOrEqual(people);
      }),
    );
  });

  test('stays in its strip, the filled dots left of the hollow ones', () => {
    const { cloud: frame } = mapLayout(410, 333);
    const cloud = cloudOf({ low: 600, high: 900 }, 1000, frame.right - frame.left);
    const { x, y } = cloudPlaces(cloud, frame);
    const lowEnd = frame.left + cloud.lowEnd + 0.01;
    x.forEach((place, dot) => expect(dot < cloud.filled ? place <= lowEnd : place >= lowEnd - 0.02).toBe(true));
    expect(Math.min(...y)).toBeGreaterThan(frame.top);
    expect(Math.max(...y)).toBeLessThan(frame.bottom);
    expect(Math.max(...x)).toBeLessThanOrEqual(frame.left + cloud.highEnd + 0.01);
  });
});
