/** What a line chart over quarters shows, apart from how it is drawn. */

/** own: solid ink; alternative: dashed accent; points: hollow accent dots without a line between them. */
export type LineLook = 'own' | 'alternative' | 'points';

export interface ChartLine {
  /** Written beside the last point. */
  name: string;
  look: LineLook;
  /** One value a label; null where there is none. */
  values: readonly (number | null)[];
  /** Low and high ends of an interval around each value, drawn as an upright bar. */
  ranges?: readonly (readonly [low: number, high: number] | null)[];
}

export interface ChartData {
  /** Names of the points on the x axis. */
  labels: readonly string[];
  lines: readonly ChartLine[];
  /** A value with its unit, for the axis and the ends of lines. */
  say: (value: number) => string;
}

/** Steps that people count in, as parts of ten. */
const roundSteps = [1, 2, 2.5, 5, 10];

/**
 * Three round values, evenly apart, that hold everything drawn between the first and the last: bottom, middle and top of the axis.
 * Shares and counts that are never negative do not get an axis that begins below zero.
 */
export function chartScale(lines: readonly ChartLine[]): readonly [number, number, number] {
  const values = lines
    .flatMap(({ values: points, ranges = [] }) => [...points, ...ranges.flatMap((range) => range ?? [])])
    .filter((value) => value !== null);
  if (values.length === 0) return [0, 0.5, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = high - low || Math.abs(high) || 1;
  for (let power = Math.floor(Math.log10(spread)) - 1; ; power += 1) {
    for (const part of roundSteps) {
      const step = part * 10 ** power;
      const first = Math.floor(low / step + 1e-9);
      const bottom = low >= 0 ? Math.max(0, first) : first;
      if ((bottom + 2) * step >= high - 1e-9 * spread && step * 2 > spread / 8)
        return [tidy(bottom, step), tidy(bottom + 1, step), tidy(bottom + 2, step)];
    }
  }
}

/** A multiple of a step without the dust of binary fractions. */
const tidy = (count: number, step: number): number => Number((count * step).toPrecision(12));

/** Index of the last point of a line that has a value; -1 for a line without any. */
export const lastPoint = ({ values }: ChartLine): number => values.findLastIndex((value) => value !== null);

/**
 * Moves labels apart so that none covers another: each keeps its order and at least `room` pixels to the next, within `top` and `bottom`.
 * @param wanted where each label would like to be, in any order
 */
export function spreadLabels(wanted: readonly number[], room: number, top: number, bottom: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
  const placed = [...wanted];
  order.forEach((index, rank) => {
    const least = rank === 0 ? top : placed[order[rank - 1]] + room;
    placed[index] = Math.max(placed[index], least);
  });
  [...order].reverse().forEach((index, rank, reversed) => {
    const most = rank === 0 ? bottom : placed[reversed[rank - 1]] - room;
    placed[index] = Math.min(placed[index], most);
  });
  return placed;
}
