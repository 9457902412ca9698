/** Figures of a review as methods make them: counted in full, a share of a sample, a mean of one, or not to be had. */

import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { type Interval, t80, wilson } from '../known/intervals.ts';

type Named = Pick<ReviewFigure, 'method' | 'id'>;
/** What it is truly, and the widest that an honest interval would be. */
type Judged = Pick<ReviewFigure, 'truth' | 'fair'>;

/** Not to be had. @param why code of the reason */
export const missing = (named: Named, why: string, judged: Judged = { truth: null, fair: null }): ReviewFigure => ({
  ...named,
  value: null,
  low: null,
  high: null,
  n: 0,
  why,
  ...judged,
});

/** Counted in full from the firm's own books. */
export const countedFigure = (named: Named, value: number, n: number): ReviewFigure => ({
  ...named,
  value,
  low: value,
  high: value,
  n,
  truth: value,
  fair: 0,
});

/** With an interval that was reckoned for it. */
export const withEnds = (named: Named, value: number, { low, high }: Interval, n: number, judged: Judged): ReviewFigure => ({
  ...named,
  value,
  low,
  high,
  n,
  ...judged,
});

/** A share of `n`, in parts of `scale` (1 = shares 0-1, 100 = points). */
export function shareFigure(named: Named, found: number, n: number, judged: Judged, scale = 1): ReviewFigure {
  const { low, high } = wilson(found / n, n);
  return withEnds(named, (scale * found) / n, { low: scale * low, high: scale * high }, n, judged);
}

/** Half width of the 80% interval of a mean. @param squares sum of the squares of `n` values with that mean */
export function meanHalf(mean: number, squares: number, n: number): number {
  const deviation = Math.sqrt(Math.max(0, (squares - n * mean * mean) / Math.max(1, n - 1)));
  return (t80(n) * deviation) / Math.sqrt(n);
}

/** Interval of the difference of two shares 0-1 from those of each (Newcombe 1998, method 10). */
export function differenceEnds(first: number, firstN: number, second: number, secondN: number): Interval {
  const [a, b] = [wilson(first, firstN), wilson(second, secondN)];
  const lower = Math.sqrt((first - a.low) * (first - a.low) + (b.high - second) * (b.high - second));
  const upper = Math.sqrt((a.high - first) * (a.high - first) + (second - b.low) * (second - b.low));
  return { low: first - second - lower, high: first - second + upper };
}
