/** Which review tests an adjustment again. */

import type { QuarterPlan } from '../../company/controls.ts';
import { dueByRhythm } from '../../company/review/reviewReasons.ts';

/**
 * @param due quarter from whose end on it may be tested; @param quarters of the run
 * @returns the quarter of the first review that the rhythm holds then, null where none is left before the run ends; undefined where the
 * rhythm foresees no review
 */
export function testedAt(rhythm: QuarterPlan['evl.plan'], due: number, quarters: number): number | null | undefined {
  if (rhythm === 'never' || rhythm === 'onEvent') return undefined;
  for (let quarter = due; quarter <= quarters; quarter += 1) if (dueByRhythm(rhythm, quarter)) return quarter;
  return null;
}
