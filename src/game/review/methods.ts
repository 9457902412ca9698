/** Methods of a review by id. */

import type { ReviewMethodId } from '../../company/review/reviewOptions.ts';
import type { ReviewMethod } from './asking.ts';
import { dataMethod } from './dataMethod.ts';
import { equityMethod } from './equity.ts';
import { loyaltyMatrixMethod } from './loyaltyMatrix.ts';
import { satisfactionMethod } from './satisfaction.ts';
import { valueMapMethod } from './valueMap.ts';

export const methods: Readonly<Record<ReviewMethodId, ReviewMethod>> = {
  satisfaction: satisfactionMethod,
  equity: equityMethod,
  valueMap: valueMapMethod,
  loyaltyMatrix: loyaltyMatrixMethod,
  data: dataMethod,
  targets: () => [],
  retention: () => [],
  training: () => [],
  tco: () => [],
};
