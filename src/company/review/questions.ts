/** Questions that a review puts, and how its report is drafted. */

import { type BiasId, type QuestionId, questionIds, questionsAReview } from './reviewOptions.ts';
import type { HeldReview } from './reviewState.ts';

/** Five of the questions, others in each review. */
export function questionsFor(_quarter: number, held: readonly HeldReview[]): QuestionId[] {
  return Array.from({ length: questionsAReview }, (_, k) => questionIds[(held.length + 5 * k) % questionIds.length]!);
}

/** Ways in which the staff's draft flatters. */
export function draftedBiases(_review: Pick<HeldReview, 'frame' | 'moment'>): BiasId[] {
  return [];
}
