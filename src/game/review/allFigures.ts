/** Figures of the methods that findings are read from, for their truth: what is true does not hang on whom one asks. */

import { reviewSizes, type ReviewMethodId } from '../../company/review/reviewOptions.ts';
import type { ReviewFigure } from '../../company/review/reviewState.ts';
import type { Asking } from './asking.ts';
import { methods } from './methods.ts';
import { Reckoning } from './reckoning.ts';

const read: readonly ReviewMethodId[] = ['data', 'targets', 'retention', 'training', 'tco', 'valueMap', 'loyaltyMatrix'];

/** Those of the methods that a review did not hold. @param held its figures */
export function missingFigures(
  of: Pick<Asking, 'world' | 'company' | 'played' | 'offers' | 'reckoning'>,
  held: readonly Pick<ReviewFigure, 'method'>[],
): ReviewFigure[] {
  const asking: Asking = {
    ...of,
    frame: 'everyone',
    n: reviewSizes.n30,
    moment: 'ordinary',
    reckoning: of.reckoning ?? new Reckoning(of),
    truthOnly: true,
  };
  const bought = new Set(held.map(({ method }) => method));
  return read.filter((method) => !bought.has(method)).flatMap((method) => methods[method](asking));
}
