/** What the machine of a review is told on its map: where the run stood, and what refuses its guards now. */

import { adjustReasons, type ReviewTerms } from '../../company/review/reviewRules.ts';
import type { ReviewPhase } from '../../company/review/reviewState.ts';
import type { ReviewKnown } from '../../game/known/review.ts';
import type { KnownReport } from '../../game/reports.ts';
import type { Refusals } from '../machines/machineWords.ts';

/** Phases at the end of each quarter from the start, and the one that steps of the open round have led to. */
export function phasesSeen(history: readonly KnownReport[], now: ReviewPhase): ReviewPhase[] {
  const seen = history.map(({ review }) => review?.phase ?? 'scheduled');
  return seen.at(-1) === now ? seen : [...seen, now];
}

/** Reasons by guard, as far as the firm can know them. @param terms of the scenario */
export const refusedNow = ({ lacking, reserve }: ReviewKnown, terms: ReviewTerms): Refusals => ({
  externalHeld: lacking,
  hasReserve: adjustReasons(reserve, 0, terms),
});
