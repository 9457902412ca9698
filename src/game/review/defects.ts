/** What the figures of a review show to be amiss. */

import type { FoundDefect, ReviewFigure } from '../../company/review/reviewState.ts';
import type { Asking } from './asking.ts';

export function defectsFound(_asking: Asking, _figures: readonly ReviewFigure[]): FoundDefect[] {
  return [];
}
