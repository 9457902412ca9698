/** Moves a firm's evaluation on by an event to its machine. */

import { step } from '../step.ts';
import type { ReviewEvent, ReviewMemory, ReviewTerms } from './reviewRules.ts';
import type { ReviewPhase, ReviewState } from './reviewState.ts';

export interface ReviewMachineState {
  readonly value: ReviewPhase;
  readonly context: ReviewMemory;
}

/**
 * The review with its machine where the learner's acts have brought it: a check that was closed, chains that were opened on it.
 * @param reserve units set aside; @param terms of the scenario
 */
export function caughtUp(review: ReviewState, reserve: number, terms?: ReviewTerms): ReviewState {
  const newest = review.held.at(-1);
  if (newest === undefined || newest.asked === null) return review;
  let now = review.phase === 'checkingCriteria' ? reviewSent(review, { type: 'review.check', reserve, ...(terms && { terms }) }) : review;
  const opened = review.chains.filter((chain) => chain.review === newest.quarter).length;
  for (let more = now.memory.opened; more < opened; more += 1)
    now = reviewSent(now, { type: 'review.adjust', reserve, ...(terms && { terms }) });
  return now;
}

/** The review after the event; one that its phase does not know, or that a guard refuses, leaves it as it is. */
export function reviewSent(review: ReviewState, event: ReviewEvent): ReviewState {
  const before: ReviewMachineState = { value: review.phase, context: review.memory };
  const { value, context } = step('review', before, event);
  return { ...review, phase: value, memory: context };
}
