/** Paths as the screen shows them: gap, cost, turns, and all that each still lacks. */

import { type AnalysisId, pathIds, type PathId, type QuarterPlan } from './controls.ts';
import { programmeQuote } from './costLines.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import { factsOf } from './attempt.ts';
import { pathLacks, type Reason } from './guards.ts';
import { parametersOf } from './parameters.ts';
import { gapOf, paths } from './paths.ts';

/**
 * Everything a path still lacks for this firm under this plan. Reasons without `advisory` refuse it now; those with it (single stocks
 * under what the path asks) make up the gap.
 */
export function pathReasons(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, path: PathId, analysed: readonly AnalysisId[]): Reason[] {
  return pathLacks(path, factsOf(firm, spec, plan, analysed));
}

export interface PathView {
  path: PathId;
  /** Points. */
  gap: number;
  /** Units at the plan's pace and scope. */
  cost: number;
  turns: readonly [number, number];
  lacks: readonly Reason[];
}

/** All paths, those from other levels too (they lack the level). */
export function pathViews(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, analysed: readonly AnalysisId[]): PathView[] {
  return pathIds.map((path) => {
    if (path === 'stay') return { path, gap: 0, cost: 0, turns: [0, 0], lacks: [] };
    return {
      path,
      gap: gapOf(path, firm.stocks),
      cost: programmeQuote(path, plan['crm.pace'], plan['crm.scope'], parametersOf(spec)),
      turns: paths[path].turns,
      lacks: pathReasons(firm, spec, plan, path, analysed),
    };
  });
}
