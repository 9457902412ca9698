/** How values lie over draws of luck. */

export interface Spread {
  /** In the order of the draws. */
  values: readonly number[];
  mean: number;
  /** The value in the middle, of two in the middle their mean. */
  median: number;
  /** Standard deviation (n - 1); 0 for one value. */
  sd: number;
  least: number;
  most: number;
  /** Between what the middle 80% lie; null under ten values, which say nothing of tenths. */
  band: readonly [low: number, high: number] | null;
}

/** Fewest values of which tenths are told. */
const TENTHS = 10;

/** @throws RangeError for no values */
export function spreadOf(values: readonly number[]): Spread {
  const n = values.length;
  if (n === 0) throw new RangeError('no values to spread');
  const ranked = [...values].sort((a, b) => a - b);
  const mean = meanOf(values);
  const squares = values.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  const at = (part: number): number => ranked[Math.min(n - 1, Math.floor(part * n))]!;
  return {
    values,
    mean,
    median: (ranked[Math.floor((n - 1) / 2)]! + ranked[Math.floor(n / 2)]!) / 2,
    sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0,
    least: ranked[0]!,
    most: ranked[n - 1]!,
    band: n < TENTHS ? null : [at(0.1), at(0.9)],
  };
}

/**
 * Of two ways of playing over the same draws: the part of the sum of squares about the common mean that lies between the means of the two
 * (eta squared of a one-way analysis of variance). 1 = the draws differ by the way alone, 0 = by luck alone; null where nothing differs.
 */
export function shareOfWays(a: readonly number[], b: readonly number[]): number | null {
  const mean = meanOf([...a, ...b]);
  const total = [...a, ...b].reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  if (total === 0) return null;
  // Of two means the gap alone: so that two ways alike differ by nothing at all.
  const apart = meanOf(a) - meanOf(b);
  return Math.min(1, (a.length * b.length * apart * apart) / (a.length + b.length) / total);
}

/** How many values lie in each of so many even steps between two ends; what lies on a step belongs to the upper, what lies on the last end to the last. */
export function countsIn(values: readonly number[], low: number, high: number, steps: number): readonly number[] {
  const counts = Array.from({ length: steps }, () => 0);
  for (const value of values) {
    const step = Math.floor((steps * (value - low)) / (high - low));
    if (value >= low && value <= high) counts[Math.min(steps - 1, step)]! += 1;
  }
  return counts;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
