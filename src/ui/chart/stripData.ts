/** What strips of dots on one axis show, apart from how they are drawn: every dot is a draw of luck. */

import { chartScale, type ChartData } from './chartData.ts';

export interface StripRow {
  /** Written over the strip, its mean with it. */
  name: string;
  /** own: solid ink; other: accent. */
  look: 'own' | 'other';
  values: readonly number[];
  mean: number;
  /** Between what the middle 80% lie; null where too little is known. */
  band: readonly [low: number, high: number] | null;
  /** Place of the value that is ringed, and the words beside it. */
  ringed?: { place: number; text: string };
}

export interface StripData {
  rows: readonly StripRow[];
  /** A single value under the axis. */
  mark?: { at: number; text: string };
  say: ChartData['say'];
}

/** Three round values that hold every dot and the mark. */
export const stripScale = ({ rows, mark, say }: StripData): readonly [number, number, number] =>
  chartScale([{ name: '', look: 'own', values: [...rows.flatMap(({ values }) => values), ...(mark ? [mark.at] : [])] }], say);

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
  scale: readonly [low: number, middle: number, high: number],
  width: number,
  height: number,
  size: number,
): readonly Dot[] {
  const places = Math.max(1, Math.floor(width / size));
  const pile = (value: number): number => Math.min(places - 1, Math.floor((places * (value - scale[0])) / (scale[2] - scale[0])));
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
