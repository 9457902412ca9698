/** Why an act of an evaluation is not possible now; empty = it is. The screen and the replay ask this one list. */

import type { Reason } from '../guards.ts';
import type { Move } from '../orders.ts';
import type { QuarterPlan } from '../controls.ts';
import type { ReviewState } from './reviewState.ts';
import type { ReviewStep } from './reviewSteps.ts';

export function reviewStepReasons(
  _step: ReviewStep,
  _review: ReviewState,
  _plan: QuarterPlan,
  _made: readonly Move[],
  _quarter: number,
): Reason[] {
  return [{ code: 'review.notHeld', card: 'evl.plan' }];
}
