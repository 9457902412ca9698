/** Truth and belief of one KPI over the run, and the finding that goes on top of the chart. */

import type { Estimate, KpiId, KnownReport, TruthReport } from '../../game/reports.ts';

export interface TruthPoint {
  quarter: number;
  truth: number;
  known: Estimate | null;
}

export function truthSeries(kpi: KpiId, truth: readonly TruthReport[], known: readonly KnownReport[]): readonly TruthPoint[] {
  return truth.map((report) => ({
    quarter: report.quarter,
    truth: report.kpi[kpi],
    known: known.find(({ quarter }) => quarter === report.quarter)?.kpi[kpi] ?? null,
  }));
}

export interface TruthFinding {
  /** Quarters in which the firm had an estimate, and those in which the truth lay in its interval. */
  known: number;
  inside: number;
  /** Mean of belief less truth over the known quarters, in the KPI's unit; null when never known. */
  bias: number | null;
}

export function truthFinding(points: readonly TruthPoint[]): TruthFinding {
  const seen = points.filter(({ known }) => known !== null && known.value !== null);
  // A figure counted in full has no width; a rounding error is no miss.
  const room = (truth: number): number => 1e-6 * Math.max(1, Math.abs(truth));
  const inside = seen.filter(({ truth, known }) => truth >= (known?.low ?? 0) - room(truth) && truth <= (known?.high ?? 0) + room(truth));
  const sum = seen.reduce((total, { truth, known }) => total + (known?.value ?? 0) - truth, 0);
  return { known: seen.length, inside: inside.length, bias: seen.length > 0 ? sum / seen.length : null };
}
