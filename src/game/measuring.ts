/** Figures that are known only if somebody measures them, and whether a plan does. */

import type { AnalysisId, QuarterPlan } from '../company/controls.ts';
import { dueByRhythm } from '../company/review/reviewReasons.ts';
import type { KpiId } from '../scenario/kpi.ts';

const measuredBy: Readonly<Partial<Record<KpiId, AnalysisId>>> = {
  shareOfMarket: 'rivals',
  coverage: 'dataAudit',
  depth: 'dataAudit',
  accuracy: 'dataAudit',
  linkage: 'dataAudit',
  consent: 'dataAudit',
  completeness: 'dataAudit',
};

/** The analysis that measures a figure; null where the firm counts it or asks for it every quarter anyhow. */
export const analysisOf = (kpi: KpiId): AnalysisId | null => measuredBy[kpi] ?? null;

/** Whether a figure is measured in a round under a plan. @param quarters of the round, from 1; a review's audit falls in its rhythm */
export function isMeasured(kpi: KpiId, plan: Pick<QuarterPlan, 'ana.buy' | 'evl.plan'>, quarters: readonly number[]): boolean {
  const analysis = analysisOf(kpi);
  if (analysis === null || plan['ana.buy'].includes(analysis)) return true;
  return analysis === 'dataAudit' && quarters.some((quarter) => dueByRhythm(plan['evl.plan'], quarter));
}
