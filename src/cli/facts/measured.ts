/** What an experiment gives: a figure of each fact for each seed. */

import { spread } from '../statistics.ts';

/** Value by fact id, for one seed. */
export type Figures = Readonly<Record<string, number>>;

export interface Measured {
  mean: number;
  /** Standard error of the mean over the seeds. */
  error: number;
}

/** Means over the seeds that give a figure; a seed in which nothing of the kind happened says nothing. */
export function meansOf(bySeed: readonly Figures[]): Map<string, Measured> {
  const ids = new Set(bySeed.flatMap((figures) => Object.keys(figures)));
  return new Map(
    [...ids].map((id) => {
      const given = bySeed.flatMap((figures) => figures[id] ?? []);
      const { mean, sd } = spread(given);
      return [id, { mean, error: given.length > 1 ? sd / Math.sqrt(given.length) : 0 }];
    }),
  );
}

/** Share of a total that the largest fifth of the values holds, 0-1. */
export function topFifth(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => b - a);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const top = sorted.slice(0, Math.round(sorted.length / 5)).reduce((sum, value) => sum + value, 0);
  return total > 0 ? top / total : 0;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Pearson's correlation. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let ab = 0;
  let aa = 0;
  let bb = 0;
  a.forEach((x, i) => {
    const y = b[i]!;
    ab += (x - meanA) * (y - meanB);
    aa += (x - meanA) ** 2;
    bb += (y - meanB) ** 2;
  });
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
