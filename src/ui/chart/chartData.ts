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
  /** Half the weight: a second figure of the same subject. */
  thin?: true;
  /** One point that matters, ringed, with its words beside it. */
  mark?: { index: number; text: string };
}

export interface ChartData {
  /** Names of the points on the x axis, and what they count, said once. */
  labels: readonly string[];
  axis?: string;
  lines: readonly ChartLine[];
  /** A value with its unit, for the axis and the ends of lines. */
  say: (value: number) => string;
}

/** Steps that people count in, as parts of ten. */
const roundSteps = [1, 2, 2.5, 5, 10];

/**
 * Three round values, evenly apart, that hold everything drawn between the first and the last: bottom, middle and top of the axis. What is
 * never negative does not get an axis that begins below zero, and an axis is never so fine that two of its values read alike.
 */
export function chartScale(lines: readonly ChartLine[], say: ChartData['say'] = String): readonly [number, number, number] {
  const values = lines
    .flatMap(({ values: points, ranges = [] }) => [...points, ...ranges.flatMap((range) => range ?? [])])
    .filter((value) => value !== null);
  if (values.length === 0) return [0, 0.5, 1];
  const ends = [Math.min(...values), Math.max(...values)];
  // A single value stands in the middle.
  const air = ends[0] === ends[1] ? Math.abs(ends[0]) / 10 : 0;
  const [low, high] = [ends[0] - air, ends[1] + air];
  const spread = high - low || 1;
  for (let power = Math.floor(Math.log10(spread)) - 1; ; power += 1) {
    for (const part of roundSteps) {
      const step = part * 10 ** power;
      const bottom = Math.floor(low / step + 1e-9);
      const scale = [tidy(bottom, step), tidy(bottom + 1, step), tidy(bottom + 2, step)] as const;
      /** A quarter step that is rounded when it is said would look uneven: 2.3, 2.5, 2.8. */
      const rounded = part === 2.5 && scale.some((value) => say(value) === say(tidy(value + 10 ** power / 2, 1)));
      if (scale[2] >= high - 1e-9 * spread && !rounded && new Set(scale.map(say)).size === scale.length) return scale;
    }
  }
}

/** A multiple of a step without the dust of binary fractions. */
const tidy = (count: number, step: number): number => Number((count * step).toPrecision(12));

/** Index of the last point of a line that has a value; -1 for a line without any. */
export const lastPoint = ({ values }: ChartLine): number => values.findLastIndex((value) => value !== null);

/**
 * Moves labels apart so that none covers another: each keeps its order and at least `room` pixels to the next, within `top` and `bottom`,
 * and labels that meet give way alike.
 * @param wanted where each label would like to be, in any order
 */
export function spreadLabels(wanted: readonly number[], room: number, top: number, bottom: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
  const places = order.map((index) => wanted[index]);
  for (let round = 0; round < 20; round += 1) {
    for (let i = 1; i < places.length; i += 1) {
      const missing = places[i - 1] + room - places[i];
      if (missing <= 0) continue;
      places[i - 1] -= missing / 2;
      places[i] += missing / 2;
    }
  }
  for (let i = 0; i < places.length; i += 1) places[i] = Math.max(places[i], i === 0 ? top : places[i - 1] + room);
  for (let i = places.length - 1; i >= 0; i -= 1) places[i] = Math.min(places[i], i === places.length - 1 ? bottom : places[i + 1] - room);
  return wanted.map((_, index) => places[order.indexOf(index)]);
}
