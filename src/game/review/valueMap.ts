/** External method of a review: not yet asked. */

import type { ReviewMethod } from './asking.ts';

export const valueMapMethod: ReviewMethod = () => [];
