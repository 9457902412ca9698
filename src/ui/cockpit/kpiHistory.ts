/** What the firm believed of one figure, quarter by quarter, and the finding that goes on top of the chart. */

import { type Estimate, type KnownReport, type KpiId, kpiIds } from '../../game/reports.ts';
import { verdictOf } from './changes.ts';

export interface HistoryPoint {
  quarter: number;
  known: Estimate;
}

export const kpiHistory = (kpi: KpiId, history: readonly KnownReport[]): readonly HistoryPoint[] =>
  history.map((report) => ({ quarter: report.quarter, known: report.kpi[kpi] }));

/** The figure to begin with: churn where it was ever measured, else the first that was. */
export function openingKpi(history: readonly KnownReport[]): KpiId {
  const measured = (kpi: KpiId): boolean => history.some((report) => report.kpi[kpi].value !== null);
  return measured('churn') ? 'churn' : (kpiIds.find(measured) ?? 'churn');
}

/**
 * `up` and `down`: the last interval lies beyond all that was believed before; `swings`: it lies apart from the first, but not from all;
 * `blurred`: it meets the first.
 */
export type Course = 'unknown' | 'once' | 'same' | 'up' | 'down' | 'swings' | 'blurred';

export interface HistoryFinding {
  course: Course;
  /** First and last known value, in the KPI's unit; null while nothing is known. */
  first: number | null;
  last: number | null;
}

export function historyFinding(points: readonly HistoryPoint[]): HistoryFinding {
  const known = points.map((point) => point.known).filter(({ value }) => value !== null);
  if (known.length === 0) return { course: 'unknown', first: null, last: null };
  const [first, last] = [known[0], known[known.length - 1]];
  const ends = { first: first.value, last: last.value };
  if (known.length === 1) return { course: 'once', ...ends };
  const verdicts = known.slice(0, -1).map((earlier) => verdictOf(last, earlier));
  const [verdict] = verdicts;
  if (verdict === 'none') return { course: 'same', ...ends };
  if (verdict === 'blurred') return { course: 'blurred', ...ends };
  if (verdicts.some((other) => other !== verdict)) return { course: 'swings', ...ends };
  return { course: verdict === 'clearUp' ? 'up' : 'down', ...ends };
}
