/** Where words are written beside a dot so that a line drawn over the map does not cross them. */

import type { Frame } from './placing.ts';

export interface Line {
  from: { x: number; y: number };
  to: { x: number; y: number };
}
export interface LabelPlace {
  /** Where the words begin or end, and their baseline; CSS pixels. */
  x: number;
  y: number;
  align: 'left' | 'right';
}

const GAP = 8;
/** Over and under the baseline. */
const ABOVE = 11;
const BELOW = 4;
/** Baselines tried, from the dot: beside it, then under and over it. */
const shifts = [4, 24, -14, 40, -30];

/** Whether a line meets the box of words that lie at a place. Liang & Barsky 1984. */
export function crosses({ from, to }: Line, { x, y, align }: LabelPlace, wide: number): boolean {
  const left = align === 'left' ? x : x - wide;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enters, leaves] = [0, 1];
  const sides: readonly (readonly [number, number])[] = [
    [-dx, from.x - left],
    [dx, left + wide - from.x],
    [-dy, from.y - (y - ABOVE)],
    [dy, y + BELOW - from.y],
  ];
  for (const [p, q] of sides) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) enters = Math.max(enters, q / p);
    else leaves = Math.min(leaves, q / p);
  }
  return enters <= leaves;
}

/**
 * The first place beside a dot, left before right and level before under and over, that lies in the plane and that no line crosses; where there is
 * none, the first that lies in the plane.
 * @param wide of the words
 */
export function labelPlace(dot: { x: number; y: number }, wide: number, plane: Frame, lines: readonly Line[]): LabelPlace {
  const least = plane.top + 24;
  const places = shifts.flatMap((shift): LabelPlace[] => {
    const y = Math.max(dot.y + shift, least);
    return [
      { x: dot.x - GAP, y, align: 'right' },
      { x: dot.x + GAP, y, align: 'left' },
    ];
  });
  const fits = places.filter(({ x, y, align }) => y < plane.bottom && (align === 'right' ? x - wide > plane.left : x + wide < plane.right));
  return fits.find((place) => !lines.some((line) => crosses(line, place, wide))) ?? fits[0] ?? places[1]!;
}
