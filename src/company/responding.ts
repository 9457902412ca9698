/** Who may answer a signal: head office, or the branch that saw it. */

import type { QuarterPlan } from './controls.ts';
import type { FirmParameters } from './parameters.ts';

export interface BranchEffects {
  /** Factor on context lost at hand-overs: each branch answers in its own way. */
  context: number;
  /** Added to the share 0-1 of complaints that the first person closes. */
  firstPerson: number;
}

export function branchEffects(plan: QuarterPlan, p: FirmParameters): BranchEffects {
  if (plan['imp.sense.authority'] === 'centre') return { context: 1, firstPerson: 0 };
  return { context: 1 + p['sense.branchContext'], firstPerson: p['sense.branchFirstPerson'] };
}

/** Quarters of delay that a branch saves which need not wait for a weak head office or a wrong owner. */
export const delaySaved = (plan: QuarterPlan): number => (plan['imp.sense.authority'] === 'branch' ? 1 : 0);
