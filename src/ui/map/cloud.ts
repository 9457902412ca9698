/** The cloud of customers without a name. It has no place, for the firm knows none; only its length says how many there are. */

import type { Frame, Places } from './placing.ts';
import { scatter } from './scatter.ts';

/** Number of people, 80% interval; the ends are equal where the books count them in full. */
export interface Unknown {
  low: number;
  high: number;
}
export interface Cloud {
  peopleADot: number;
  /** Dots that are there at least, and dots that may be. */
  filled: number;
  hollow: number;
  /** Ends of both parts from the left edge, CSS pixels. */
  lowEnd: number;
  highEnd: number;
}

const MOST_DOTS = 1400;
/** Cloud pixels of width that one dot needs. */
const WIDTH_A_DOT = 0.34;

/** 1, 2, 5, 10, 20 ...: the next round number at or above `value`. */
export function roundUp(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((round) => round >= value - 1e-9)!;
}

/** @param scale the number of people that fills the width: the most there have been in the run, so that the cloud visibly shrinks */
export function cloudOf(unknown: Unknown, scale: number, width: number): Cloud {
  const full = Math.max(1, scale, unknown.high);
  const peopleADot = roundUp(full / Math.min(MOST_DOTS, Math.max(200, width / WIDTH_A_DOT)));
  const filled = Math.round(unknown.low / peopleADot);
  const all = Math.max(filled, Math.round(unknown.high / peopleADot));
  return {
    peopleADot,
    filled,
    hollow: all - filled,
    lowEnd: (unknown.low / full) * width,
    highEnd: (unknown.high / full) * width,
  };
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
