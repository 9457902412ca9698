/** Differences between two ways of playing on the same luck: their mean, their spread, and how sure the mean is. */

export interface PairedDifference {
  /** Pairs. */
  n: number;
  mean: number;
  /** Standard deviation of the single differences (n - 1); 0 for one pair. */
  sd: number;
  /** 95% interval of the mean by Student's t; null for one pair, which says nothing of luck. */
  range: readonly [low: number, high: number] | null;
}

/** Two-sided 95% points of Student's t for 1, 2, 3 ... degrees of freedom (Fisher and Yates, Statistical Tables, table III). */
const student = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

/**
 * The difference a - b, pair by pair. For more pairs than the table has, the interval is a little too wide.
 * @throws RangeError for no pairs, or for lists that are not of one length
 */
export function pairedDifference(a: readonly number[], b: readonly number[]): PairedDifference {
  const n = a.length;
  if (n === 0 || n !== b.length) throw new RangeError(`no pairs of ${n} and ${b.length} values`);
  const differences = a.map((value, pair) => value - b[pair]!);
  const mean = differences.reduce((sum, one) => sum + one, 0) / n;
  if (n === 1) return { n, mean, sd: 0, range: null };
  const sd = Math.sqrt(differences.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / (n - 1));
  const half = (student[Math.min(n - 1, student.length) - 1]! * sd) / Math.sqrt(n);
  return { n, mean, sd, range: [mean - half, mean + half] };
}

/** paid, cost: the interval lies above or under nothing. luck: it holds nothing. alike: no pair differs. early: one pair has no interval. */
export type PairedFinding = 'paid' | 'cost' | 'luck' | 'alike' | 'early';

/** What the pairs say of what the first of each did more than the second: the interval decides, never the sign alone. */
export function findingOf({ mean, sd, range }: PairedDifference): PairedFinding {
  if (mean === 0 && sd === 0) return 'alike';
  if (range === null) return 'early';
  if (range[0] > 0) return 'paid';
  return range[1] < 0 ? 'cost' : 'luck';
}
