/** How well a criterion tells whether a goal is reached. */

import type { CriterionChoiceId, ReviewGoalId } from './reviewOptions.ts';

/** Fit 0-1; 0 = tells nothing of this goal. */
export function fitOf(_criterion: CriterionChoiceId, _goal: ReviewGoalId): number {
  return 0.5;
}
