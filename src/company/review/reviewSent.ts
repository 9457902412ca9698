/** Moves a firm's evaluation on by an event to its machine. */

import { step } from '../step.ts';
import type { ReviewEvent, ReviewMemory } from './reviewRules.ts';
import type { ReviewPhase, ReviewState } from './reviewState.ts';

export interface ReviewMachineState {
  readonly value: ReviewPhase;
  readonly context: ReviewMemory;
}

/** The review after the event; one that its phase does not know, or that a guard refuses, leaves it as it is. */
export function reviewSent(review: ReviewState, event: ReviewEvent): ReviewState {
  const before: ReviewMachineState = { value: review.phase, context: review.memory };
  const { value, context } = step('review', before, event);
  return { ...review, phase: value, memory: context };
}
