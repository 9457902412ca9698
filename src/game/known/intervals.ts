/** 80% intervals of what was found in a sample. Each is about the frame the sample was drawn from. */

/** Half width of an 80% interval in standard errors, where the error is normal. */
export const Z80 = 1.2815515655446004;

/**
 * Half width in standard errors where the deviation itself was found in a sample of n: quantile of Student's t with n - 1 degrees of
 * freedom, as its expansion around the normal one (Abramowitz and Stegun 26.7.5).
 */
export function t80(n: number): number {
  const v = Math.max(1, n - 1);
  const z = Z80;
  const [z3, z5] = [z * z * z, z * z * z * z * z];
  return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v);
}

export interface Interval {
  low: number;
  high: number;
}

/**
 * Of a share 0-1: Wilson's score interval (Wilson 1927).
 * @param n answers, or as many independent ones as the sample is worth; Infinity for a full count
 */
export function wilson(share: number, n: number): Interval {
  if (n === Infinity) return { low: share, high: share };
  const z2 = Z80 * Z80;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z80 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, Math.min(share, middle - half)), high: Math.min(1, Math.max(share, middle + half)) };
}

/** Part of the sampling variance that is left where `drawn`, a share 0-1 of the frame, was looked at (finite population correction). */
export const finite = (drawn: number): number => Math.max(0, 1 - drawn);

/**
 * Independent answers that a sample of a share is worth: its design effect is in the standard error (Kish 1965), and so many as were drawn
 * of a small frame are worth more.
 * @param error standard error as if drawn with replacement; @param n people, where all of them agree and no error can be seen
 */
export function worth(share: number, error: number, n: number, drawn: number): number {
  const left = finite(drawn);
  if (left === 0) return Infinity;
  return (error > 0 ? (share * (1 - share)) / (error * error) : n) / left;
}
