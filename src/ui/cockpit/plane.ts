/** Geometry of the matrix plane: 0-100 each way on 280 x 280, information upward. */

import type { PathId } from '../../company/controls.ts';
import type { LevelId } from '../../company/firm.ts';
import type { Estimate, MatrixView } from '../../game/reports.ts';
import { refusing } from './reasons.ts';

export interface Point {
  x: number;
  y: number;
}
export interface Arrow {
  path: PathId;
  from: Point;
  to: Point;
  open: boolean;
}
/** Where the firm may be: a middle with half axes, and whether both axes have been measured. */
export interface Place {
  at: Point;
  rx: number;
  ry: number;
  measured: boolean;
}

export const side = 280;
/** The plane with room for its axes, as a view box. */
export const box = { left: -16, top: -4, width: 320, height: 306 };
/** Smallest half axis that can be seen around the dot. */
const smallest = 8;

/** Points 0-100 of individualisation (right) and information (up) on the drawing. */
export const plane = (individualisation: number, information: number): Point => ({
  x: (individualisation / 100) * side,
  y: side - (information / 100) * side,
});

/** Half of the plane in which a level lies on an axis; all that is known while nothing has been measured. */
function spanOf(estimate: Estimate, high: boolean): { middle: number; half: number } {
  const { value, low, high: top } = estimate;
  if (value === null) return high ? { middle: 75, half: 25 } : { middle: 27, half: 27 };
  return { middle: value, half: ((top ?? value) - (low ?? value)) / 2 };
}

/** The firm on the plane by what it knows; an axis never measured spans the whole half of its level. */
export function placeOf({
  level,
  individualisation,
  information,
}: Pick<MatrixView, 'individualisation' | 'information'> & { level: LevelId }): Place {
  const across = spanOf(individualisation, level === 'l2' || level === 'l4');
  const up = spanOf(information, level === 'l3' || level === 'l4');
  const half = (points: number): number => Math.max(smallest, (points / 100) * side);
  return {
    at: plane(across.middle, up.middle),
    rx: half(across.half),
    ry: half(up.half),
    measured: individualisation.value !== null && information.value !== null,
  };
}

/** Where each path leads: into the zone it must reach, just past the line at 60. */
const targets: Partial<Record<PathId, (from: Point) => Point>> = {
  p12: (from) => ({ x: plane(69, 0).x, y: from.y }),
  p13: (from) => ({ x: from.x, y: plane(0, 69).y }),
  p14: () => plane(72, 72),
  p24: (from) => ({ x: from.x, y: plane(0, 69).y }),
  p34: (from) => ({ x: plane(69, 0).x, y: from.y }),
  p23: () => plane(36, 69),
  p32: () => plane(69, 36),
};

/** Arrows of the paths that start at the present level, a little off the dot so that it stays readable. */
export function arrowsFrom(here: Point, paths: MatrixView['paths']): readonly Arrow[] {
  return paths.flatMap(({ path, lacks }) => {
    const to = targets[path]?.(here);
    if (!to || lacks.some(({ code }) => code === 'level')) return [];
    const [dx, dy] = [to.x - here.x, to.y - here.y];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length < 30) return [];
    const from = { x: here.x + (dx / length) * 12, y: here.y + (dy / length) * 12 };
    return [{ path, from, to, open: refusing(lacks).length === 0 }];
  });
}
