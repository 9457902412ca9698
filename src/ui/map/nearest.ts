/** Finding a dot: under the pointer, or the next one in a direction. Indices into the places; -1 where there is none. */

import type { Places } from './placing.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How far from a dot the pointer may be, CSS pixels. */
export const HIT_RADIUS = 24;
/** A dot nearer than this along the way counts as the same place. */
const SAME = 0.75;

export function nearestTo(x: number, y: number, places: Places, radius = HIT_RADIUS): number {
  let found = -1;
  let best = radius * radius;
  for (let i = 0; i < places.x.length; i += 1) {
    const [dx, dy] = [places.x[i] - x, places.y[i] - y];
    const far = dx * dx + dy * dy;
    if (far <= best) {
      best = far;
      found = i;
    }
  }
  return found;
}

/** The nearest dot in the quarter of the plane that opens from `from` in the direction; off the straight way counts double. */
export function nearestToward(from: number, direction: Direction, places: Places): number {
  const [x, y] = [places.x[from], places.y[from]];
  const across = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  let found = -1;
  let best = Infinity;
  for (let i = 0; i < places.x.length; i += 1) {
    const [dx, dy] = [places.x[i] - x, places.y[i] - y];
    const along = sign * (across ? dx : dy);
    const aside = Math.abs(across ? dy : dx);
    if (along < SAME || aside > along) continue;
    const far = along * along + 4 * aside * aside;
    if (far < best) {
      best = far;
      found = i;
    }
  }
  return found;
}
