/** What a chart of points on a plane shows, apart from how it is drawn. */

import { chartScale, type ChartData } from './chartData.ts';

export type Range = readonly [low: number, high: number];

export interface PlanePoint {
  /** Written beside the point. */
  name: string;
  /** own: solid ink; other: hollow accent. */
  look: 'own' | 'other';
  x: number;
  y: number;
  /** Low and high ends of an interval along each axis. */
  xRange: Range;
  yRange: Range;
}

export interface PlaneData {
  points: readonly PlanePoint[];
  /** Height of the line at a place on the x axis. */
  line: (x: number) => number;
  /** Written on either side of the line, and under the x and over the y axis. */
  above: string;
  below: string;
  xName: string;
  yName: string;
  say: ChartData['say'];
}

type Scale = ReturnType<typeof chartScale>;

/** Three round values on each axis that hold every point with its interval. */
export function planeScales({ points, say }: Pick<PlaneData, 'points' | 'say'>): { x: Scale; y: Scale } {
  const scaleOf = (place: (point: PlanePoint) => number, range: (point: PlanePoint) => Range): Scale =>
    chartScale([{ name: '', look: 'own', values: points.map(place), ranges: points.map(range) }], say);
  return {
    x: scaleOf(
      ({ x }) => x,
      ({ xRange }) => xRange,
    ),
    y: scaleOf(
      ({ y }) => y,
      ({ yRange }) => yRange,
    ),
  };
}

/** The part of a straight line that lies within the scales, null where none does. */
export function lineWithin(line: (x: number) => number, { x, y }: { x: Scale; y: Scale }): readonly [Range, Range] | null {
  const [left, right] = [line(x[0]), line(x[2])];
  const slope = (right - left) / (x[2] - x[0]);
  const crossing = (height: number): number => x[0] + (height - left) / slope;
  const ends = slope === 0 ? [x[0], x[2]] : [crossing(y[0]), crossing(y[2])].sort((a, b) => a - b);
  const [from, to] = [Math.max(x[0], ends[0]), Math.min(x[2], ends[1])];
  const outside = slope === 0 && (left < y[0] || left > y[2]);
  return from > to || outside
    ? null
    : [
        [from, line(from)],
        [to, line(to)],
      ];
}

/**
 * Where the name of each point stands so that none leaves the area: beside it on the right, on the left where the edge is near.
 * @param width of the name in pixels; @returns left end of the name
 */
export function nameLeft(x: number, width: number, away: number, right: number): number {
  return x + away + width <= right ? x + away : x - away - width;
}
