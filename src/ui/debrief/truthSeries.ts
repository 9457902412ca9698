/** Truth and belief of one KPI over the run, and the finding that goes on top of the chart. */

import { type FrameId, isPartial } from '../../game/estimate.ts';
import type { Estimate, KpiId, KnownReport, TruthReport } from '../../game/reports.ts';
import { isCounted } from '../estimates.ts';

export interface TruthPoint {
  quarter: number;
  /** Of all, and of those whom the known figure speaks of, null where there is nobody. */
  truth: number;
  framed: number | null;
  known: Estimate | null;
}

export function truthSeries(kpi: KpiId, truth: readonly TruthReport[], known: readonly KnownReport[]): readonly TruthPoint[] {
  return truth.map((report) => ({
    quarter: report.quarter,
    truth: report.kpi[kpi],
    framed: report.frames?.[kpi] === undefined ? report.kpi[kpi] : report.frames[kpi],
    known: known.find(({ quarter }) => quarter === report.quarter)?.kpi[kpi] ?? null,
  }));
}

export interface TruthFinding {
  /** Quarters in which the firm had an estimate, and those in which the truth of those it speaks of lay in its interval. */
  known: number;
  inside: number;
  /** Of those estimates the ones with an interval, not counted in full; and how many of these the truth lay outside of. */
  intervals: number;
  intervalsMissed: number;
  /** Mean of belief less truth over the known quarters, in the KPI's unit; null when never known. */
  bias: number | null;
}

/** Of a figure that was not measured again the truth has moved on since: only quarters with new evidence are held to it. */
const isFresh = ({ quarter, known }: TruthPoint): boolean => known !== null && known.value !== null && known.asOf === quarter;

export function truthFinding(points: readonly TruthPoint[]): TruthFinding {
  const seen = points.filter((point) => isFresh(point) && point.framed !== null);
  // A figure counted in full has no width; a rounding error is no miss.
  const room = (truth: number): number => 1e-6 * Math.max(1, Math.abs(truth));
  const isInside = ({ framed, known }: TruthPoint): boolean => {
    const truth = framed ?? 0;
    return truth >= (known?.low ?? 0) - room(truth) && truth <= (known?.high ?? 0) + room(truth);
  };
  const inside = seen.filter(isInside);
  const intervals = seen.filter(({ known }) => known !== null && !isCounted(known));
  const sum = seen.reduce((total, { truth, known }) => total + (known?.value ?? 0) - truth, 0);
  return {
    known: seen.length,
    inside: inside.length,
    intervals: intervals.length,
    intervalsMissed: intervals.filter((point) => !isInside(point)).length,
    bias: seen.length > 0 ? sum / seen.length : null,
  };
}

/** The last quarter in which the figure spoke of some only, with both truths; null where it never did. */
export function frameGap(points: readonly TruthPoint[]): { frame: FrameId; framed: number; truth: number } | null {
  const last = points.filter(({ known, framed }) => isPartial(known?.frame) && framed !== null).at(-1);
  const frame = last?.known?.frame;
  return last === undefined || frame === undefined || last.framed === null || last.framed === last.truth
    ? null
    : { frame, framed: last.framed, truth: last.truth };
}
