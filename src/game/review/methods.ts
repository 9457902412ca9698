/** Methods of a review by id. */

import type { ReviewMethodId } from '../../company/review/reviewOptions.ts';
import type { ReviewMethod } from './asking.ts';
import { dataMethod } from './dataMethod.ts';
import { equityMethod } from './equity.ts';
import { loyaltyMatrixMethod } from './loyaltyMatrix.ts';
import { retentionMethod } from './retention.ts';
import { satisfactionMethod } from './satisfaction.ts';
import { targetsMethod } from './targets.ts';
import { tcoMethod } from './tco.ts';
import { trainingMethod } from './training.ts';
import { valueMapMethod } from './valueMap.ts';

export const methods: Readonly<Record<ReviewMethodId, ReviewMethod>> = {
  satisfaction: satisfactionMethod,
  equity: equityMethod,
  valueMap: valueMapMethod,
  loyaltyMatrix: loyaltyMatrixMethod,
  data: dataMethod,
  targets: targetsMethod,
  retention: retentionMethod,
  training: trainingMethod,
  tco: tcoMethod,
};
