/** What strips of dots on one axis show, apart from how they are drawn: every dot is a draw of luck. */

import type { ChartData } from './chartData.ts';

export interface StripRow {
  /** Written over the strip. */
  name: string;
  /** own: solid ink; other: accent. */
  look: 'own' | 'other';
  values: readonly number[];
  /** Where the upright line stands. */
  median: number;
  /** Between what the middle 80% lie; null where too little is known. */
  band: readonly [low: number, high: number] | null;
  /** Place of the value that is ringed; -1 for none. */
  ringed: number;
}

export interface StripData {
  rows: readonly StripRow[];
  /** A single value told under the axis. */
  mark: { at: number; text: string; look: 'ringed' | 'other' } | null;
  say: ChartData['say'];
}

/** Steps that people count in, as parts of ten, and most of them on an axis. */
const roundSteps = [1, 2, 2.5, 5];
const MOST_STEPS = 5;

/** Round values, evenly apart and none reading like another, that hold every dot and the mark, the first and the last being the ends of the axis. */
export function stripScale({ rows, mark, say }: StripData): readonly number[] {
  const values = [...rows.flatMap((row) => row.values), ...(mark ? [mark.at] : [])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = Math.max(most - least || Math.abs(most), 1e-6);
  for (let power = Math.floor(Math.log10(spread)) - 1; ; power += 1) {
    for (const part of roundSteps) {
      const step = part * 10 ** power;
      const first = Math.floor(least / step + 1e-9);
      const last = Math.max(first + 1, Math.ceil(most / step - 1e-9));
      if (last - first > MOST_STEPS) continue;
      // Without the dust of binary fractions.
      const scale = Array.from({ length: last - first + 1 }, (_, place) => Number(((first + place) * step).toPrecision(12)));
      if (new Set(scale.map(say)).size === scale.length) return scale;
    }
  }
}

export interface Dot {
  x: number;
  /** Over the foot of the strip. */
  up: number;
}

/**
 * Dots piled up where their values lie, each on those that came before it, so that a pile only grows.
 * @param width of the axis and @param height of the strip, pixels; a pile that is too high is pressed together, dot over dot
 */
export function piledDots(
  values: readonly number[],
  [low, high]: readonly [low: number, high: number],
  width: number,
  height: number,
  size: number,
): readonly Dot[] {
  const places = Math.max(1, Math.floor(width / size));
  const pile = (value: number): number => Math.min(places - 1, Math.floor((places * (value - low)) / (high - low)));
  const heights = new Map<number, number>();
  const laid = values.map((value) => {
    const at = pile(value);
    const under = heights.get(at) ?? 0;
    heights.set(at, under + 1);
    return { at, under };
  });
  const highest = Math.max(1, ...heights.values());
  const step = Math.min(size, (height - size) / Math.max(1, highest - 1));
  return laid.map(({ at, under }) => ({ x: ((at + 0.5) * width) / places, up: size / 2 + under * step }));
}

/** Sizes of dots, pixels, the largest first. */
const dotSizes = [12, 10, 8, 6, 4] as const;

/** The largest dots whose highest pile fits the strip: few draws are seen as well as many. @param most of the strip, pixels */
export function dotSizeFor(
  values: readonly number[],
  ends: readonly [low: number, high: number],
  width: number,
  height: number,
  most: number,
): number {
  const fits = (size: number): boolean =>
    Math.max(0, ...piledDots(values, ends, width, Infinity, size).map(({ up }) => up)) + size / 2 <= height;
  return dotSizes.find((size) => size <= most && fits(size)) ?? dotSizes.at(-1)!;
}
