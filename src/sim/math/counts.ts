/** Counts for the loops over customers: a Poisson count of a random word, exact for small means and close for large ones. */

import { unit } from './keys.ts';
import { normalOfHalf, normalOfWord } from './normalTable.ts';
import { tableExp } from './tableExp.ts';

/** Up to this mean counts are found by inversion, above it by the expansion. */
export const EXACT_UP_TO = 3;
const MOST_STEPS = 64;
const inverse = Float64Array.from({ length: MOST_STEPS + 1 }, (_, n) => (n === 0 ? 0 : 1 / n));

/**
 * Poisson count of the mean at an unsigned 32-bit word. Inversion up to a mean of 3; above it the Cornish-Fisher expansion to second order
 * (Cornish & Fisher 1938), whose probabilities are within 0.005 of the law's. 0 for a mean of 0 or less.
 */
export function poissonOfWord(bits: number, mean: number): number {
  return mean <= EXACT_UP_TO ? poissonByInversion(unit(bits), mean) : poissonByNormal(normalOfWord(bits), mean);
}

/** The same at a number of 16 bits. */
export const poissonOfHalf = (half: number, mean: number): number =>
  mean <= EXACT_UP_TO ? poissonByInversion((half + 0.5) * (1 / 65536), mean) : poissonByNormal(normalOfHalf(half), mean);

const poissonByInversion = (u: number, mean: number): number => {
  let probability = tableExp(-Math.max(0, mean));
  let reached = probability;
  let count = 0;
  while (u > reached && count < MOST_STEPS) {
    count += 1;
    probability *= mean * inverse[count]!;
    reached += probability;
  }
  return count;
};

/** The count that the expansion gives at a standard normal, for means above 3. */
export const poissonByNormal = (z: number, mean: number): number => {
  const root = Math.sqrt(mean);
  const zz = z * z;
  const x = mean + root * z + (zz - 1) * (1 / 6) + (z - z * zz) / (72 * root) + 0.5;
  // Towards nil, and nil below it: as the floor of what is above nil, without a branch.
  const count = x | 0;
  return count & ~(count >> 31);
};
