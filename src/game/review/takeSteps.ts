/** Puts what the learner did in the review into force at the start of a quarter, in place. */

import type { Move } from '../../company/orders.ts';
import type { PlayedCompany, World } from '../world.ts';

export function takeReviewSteps(_world: World, _company: PlayedCompany, _moves: readonly Move[]): void {
  // No step is legal yet.
}
