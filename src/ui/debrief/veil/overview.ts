/** Every figure known beside true: how often each was measured, and how often its interval missed. */

import type { KpiId } from '../../../game/reports.ts';
import type { FinishedRun } from '../../gameClient.ts';
import { mainKpis, otherKpis } from '../../kpis.ts';
import { frameGap, type TruthFinding, truthFinding, type TruthPoint, truthSeries } from '../truthSeries.ts';

export interface OverviewRow extends TruthFinding {
  kpi: KpiId;
  points: readonly TruthPoint[];
  /** Measurements whose interval did not hold the truth. */
  missed: number;
  /** True if it was held to the truth of a group that lies elsewhere than the truth of all. */
  amongSome: boolean;
}

export interface Overview {
  /** Those that missed most first, then those never measured, then the others, each in the order of the screen. */
  rows: readonly OverviewRow[];
  measured: number;
  /** Measurements with an interval, those of them that missed, and measurements counted in full, which have none. */
  intervals: number;
  missed: number;
  counted: number;
  /** The figure that missed most; null where none did. */
  worst: OverviewRow | null;
}

/** All figures of a closed run. */
export function overviewOf({ truth, known }: Pick<FinishedRun, 'truth' | 'known'>): Overview {
  const rows = [...mainKpis, ...otherKpis].map((kpi): OverviewRow => {
    const points = truthSeries(kpi, truth, known);
    const finding = truthFinding(points);
    return { kpi, points, ...finding, missed: finding.known - finding.inside, amongSome: frameGap(points) !== null };
  });
  const rank = ({ missed, known: times }: OverviewRow): number => (missed > 0 ? 1000 + missed : times === 0 ? 1 : 0);
  const ordered = [...rows].sort((a, b) => rank(b) - rank(a));
  const sum = (of: (row: OverviewRow) => number): number => rows.reduce((all, row) => all + of(row), 0);
  return {
    rows: ordered,
    measured: rows.filter(({ known: times }) => times > 0).length,
    intervals: sum(({ intervals }) => intervals),
    missed: sum(({ intervalsMissed }) => intervalsMissed),
    counted: sum(({ known: times, intervals }) => times - intervals),
    worst: ordered[0] && ordered[0].missed > 0 ? ordered[0] : null,
  };
}

export interface Sketch {
  /** Path of the truth, and dots and bars of what was believed; in a box of 100 x 40. */
  truth: string;
  dots: readonly { x: number; y: number; low: number; high: number }[];
}

const WIDTH = 100;
const HEIGHT = 40;
const AIR = 4;

/** The small picture of a figure: its own scale from the least to the greatest of all that is drawn. */
export function sketchOf(points: readonly TruthPoint[]): Sketch {
  const seen = points.flatMap(({ known }, place) =>
    known !== null && known.value !== null
      ? [{ place, value: known.value, low: known.low ?? known.value, high: known.high ?? known.value }]
      : [],
  );
  const values = [...points.map(({ truth }) => truth), ...seen.flatMap(({ low, high }) => [low, high])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = most - least || 1;
  const x = (place: number): number => Math.round(10 * (AIR + ((WIDTH - 2 * AIR) * place) / Math.max(1, points.length - 1))) / 10;
  const y = (value: number): number => Math.round(10 * (HEIGHT - AIR - ((HEIGHT - 2 * AIR) * (value - least)) / spread)) / 10;
  return {
    truth: points.map(({ truth }, place) => `${place === 0 ? 'M' : 'L'}${x(place)} ${y(truth)}`).join(''),
    dots: seen.map(({ place, value, low, high }) => ({ x: x(place), y: y(value), low: y(low), high: y(high) })),
  };
}
