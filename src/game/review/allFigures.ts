/** Figures of the methods that findings are read from, for their truth: what is true does not hang on whom one asks. */

import { reviewSizes, type ReviewMethodId } from '../../company/review/reviewOptions.ts';
import type { ReviewFigure } from '../../company/review/reviewState.ts';
import type { Asking } from './asking.ts';
import { methods } from './methods.ts';
import { Reckoning } from './reckoning.ts';

const read: readonly ReviewMethodId[] = ['data', 'targets', 'retention', 'training', 'tco', 'valueMap', 'loyaltyMatrix'];

export function allFigures(of: Pick<Asking, 'world' | 'company' | 'played' | 'offers'>): ReviewFigure[] {
  const asking: Asking = { ...of, frame: 'everyone', n: reviewSizes.n30, moment: 'ordinary', reckoning: new Reckoning(of) };
  return read.flatMap((method) => methods[method](asking));
}
