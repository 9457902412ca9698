/** A fast exp for comparisons with a draw. What is stored comes from `exp` in elementary.ts. */

import { powerOfTwo } from './floatBits.ts';

const STEPS = 256;
const STEP_BITS = 8;
const STEPS_PER_UNIT = 369.3299304675746; // 256 / ln 2
const UNITS_PER_STEP = 0.0027076061740622863; // ln 2 / 256
// 1.5 * 2^52: adding it and taking it away rounds a number of ordinary size to a whole one, faster than Math.floor.
const ROUNDER = 6755399441055744;
// Beyond these the scale factor would leave the range of normal numbers.
const LOWEST = -708;
const HIGHEST = 709;

/** Relative error of `tableExp` on -708..709. */
export const TABLE_EXP_ERROR = 5e-10;

// 2^k for the whole part, from the least to the greatest that is asked.
const LOWEST_POWER = 1023;
const POWERS = Float64Array.from({ length: 2047 }, (_, k) => powerOfTwo(k - LOWEST_POWER));
// 2^(j/256) as products of repeated square roots of 2, which every engine rounds alike.
const TABLE = new Float64Array(STEPS).fill(1);
for (let bit = STEPS / 2, root = Math.sqrt(2); bit >= 1; bit /= 2, root = Math.sqrt(root)) {
  for (let j = 0; j < STEPS; j += 1) if ((j & bit) !== 0) TABLE[j] = TABLE[j]! * root;
}

/**
 * e to the x by a table of 2^(j/256) and the Taylor polynomial of degree 2 on the remaining |r| <= ln(2)/512.
 * Relative error below 5e-10 on -708..709; outside it the value at that end; NaN gives NaN.
 */
export const tableExp = (x: number): number => {
  // Math.min and Math.max, since V8 boxes what comes out of a choice between a number and a constant.
  const inside = Math.max(LOWEST, Math.min(HIGHEST, x));
  const steps = inside * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const k = steps | 0;
  const r = inside - steps * UNITS_PER_STEP;
  return POWERS[(k >> STEP_BITS) + LOWEST_POWER]! * TABLE[k & (STEPS - 1)]! * (1 + r * (1 + r * 0.5));
};
