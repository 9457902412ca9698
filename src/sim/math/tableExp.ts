/** A fast exp for comparisons with a draw. What is stored comes from `exp` in elementary.ts. */

import { powerOfTwo } from './floatBits.ts';

const STEPS = 32;
const STEPS_PER_UNIT = 46.16624130844683; // 32 / ln 2
const UNITS_PER_STEP = 0.02166084939249829; // ln 2 / 32
// 1.5 * 2^52: adding it and taking it away rounds a number of ordinary size to a whole one, faster than Math.floor.
const ROUNDER = 6755399441055744;
// Beyond these the scale factor would leave the range of normal numbers.
const LOWEST = -708;
const HIGHEST = 709;

/** Relative error of `tableExp` on -708..709. */
export const TABLE_EXP_ERROR = 2e-12;

// 2^(j/32) as products of repeated square roots of 2, which every engine rounds alike.
const TABLE = new Float64Array(STEPS).fill(1);
for (let bit = STEPS / 2, root = Math.sqrt(2); bit >= 1; bit /= 2, root = Math.sqrt(root)) {
  for (let j = 0; j < STEPS; j += 1) if ((j & bit) !== 0) TABLE[j] = TABLE[j] * root;
}

/**
 * e to the x by a table of 2^(j/32) and the Taylor polynomial of degree 4 on the remaining |r| <= ln(2)/64.
 * Relative error below 2e-12 on -708..709; below that 0, above it Infinity; NaN gives NaN.
 */
export function tableExp(x: number): number {
  if (x < LOWEST) return 0;
  if (x > HIGHEST) return Infinity;
  const steps = x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const k = steps | 0;
  const r = x - steps * UNITS_PER_STEP;
  return powerOfTwo(k >> 5) * TABLE[k & 31] * (1 + r * (1 + r * (0.5 + r * (1 / 6 + r * (1 / 24)))));
}
