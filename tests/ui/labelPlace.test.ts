import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crosses, labelPlace } from '../../src/ui/map/labelPlace.ts';

const plane = { left: 40, right: 500, top: 20, bottom: 320 };
const wide = 130;

test.each([
  ['through the middle', { x: 0, y: 100 }, { x: 400, y: 100 }, true],
  ['slanting through a corner', { x: 90, y: 80 }, { x: 110, y: 100 }, true],
  ['over it', { x: 0, y: 80 }, { x: 400, y: 80 }, false],
  ['ending before it', { x: 0, y: 100 }, { x: 90, y: 100 }, false],
])('a line %s is found to cross the words or not', (_, from, to, expected) => {
  expect(crosses({ from, to }, { x: 100, y: 104, align: 'left' }, wide)).toBe(expected);
});

test('words beside a dot near the left edge keep clear of the leader to a card on the right', () => {
  const dot = { x: 90, y: 120 };
  const leader = { from: dot, to: { x: 520, y: 110 } };
  expect(crosses(leader, { x: 98, y: 124, align: 'left' }, wide)).toBe(true);
  expect(crosses(leader, labelPlace(dot, wide, plane, [leader]), wide)).toBe(false);
});

test('words lie in the plane, and on no leader, wherever the dot has room for them under it', () => {
  fc.assert(
    fc.property(fc.double({ min: 41, max: 499, noNaN: true }), fc.double({ min: 60, max: 295, noNaN: true }), (x, y) => {
      const leader = { from: { x, y }, to: { x: 488, y: 1 } };
      const place = labelPlace({ x, y }, wide, plane, [leader]);
      const left = place.align === 'left' ? place.x : place.x - wide;
      expect(left).toBeGreaterThan(plane.left);
      expect(left + wide).toBeLessThan(plane.right);
      expect(crosses(leader, place, wide)).toBe(false);
    }),
  );
});
