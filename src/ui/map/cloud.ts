/** The cloud of customers without a name. It has no place, for the firm knows none; only its length says how many there are. */

import type { Frame, Places } from './placing.ts';
import { scatter } from './scatter.ts';

/** Number of people, 80% interval; the ends are equal where the books count them in full. */
export interface Unknown {
  low: number;
  high: number;
}
/** An empty cloud: also where the firm cannot say yet how many strangers buy. */
export const NOBODY: Unknown = { low: 0, high: 0 };

export interface Cloud {
  /** Dots that are there at least, and dots that may be. */
  filled: number;
  hollow: number;
  /** Ends of both parts from the left edge, CSS pixels. */
  lowEnd: number;
  highEnd: number;
}

/** The full width holds at most so many dots. */
const MOST_DOTS = 1200;
const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The next whole round number at or above `value`. */
function roundUp(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return STEPS.map((step) => step * power).find((round) => Number.isInteger(round) && round >= value)!;
}

const fullOf = (unknown: Unknown, scale: number): number => Math.max(1, scale, unknown.high);

/** @param scale the number of people that fills the width: the most there have been in the run, so that the cloud visibly shrinks */
export const peopleADot = (unknown: Unknown, scale: number): number => roundUp(fullOf(unknown, scale) / MOST_DOTS);

/** @param width of the full cloud, CSS pixels */
export function cloudOf(unknown: Unknown, scale: number, width: number): Cloud {
  const full = fullOf(unknown, scale);
  const people = peopleADot(unknown, scale);
  const filled = Math.round(unknown.low / people);
  const all = Math.max(filled, Math.round(unknown.high / people));
  return { filled, hollow: all - filled, lowEnd: (unknown.low / full) * width, highEnd: (unknown.high / full) * width };
}

/** Places of its dots, the filled ones first. */
export function cloudPlaces(cloud: Cloud, { left, top, bottom }: Frame): Places {
  const count = cloud.filled + cloud.hollow;
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  const middle = (top + bottom) / 2;
  const half = (bottom - top) / 2 - 2;
  const spread = (first: number, dots: number, from: number, to: number): void => {
    for (let i = 0; i < dots; i += 1) {
      const dot = first + i;
      x[dot] = left + from + ((i + scatter(dot, 2)) / dots) * (to - from);
      // Two draws together: denser in the middle, thin at the rim.
      y[dot] = middle + (scatter(dot, 3) + scatter(dot, 4) - 1) * half;
    }
  };
  spread(0, cloud.filled, 0, cloud.lowEnd);
  spread(cloud.filled, cloud.hollow, cloud.lowEnd, cloud.highEnd);
  return { x, y };
}
