/** What research firms find out by asking: everybody's supplier, leavers' reasons, and figures of a few hundred people. */

import { keyedUnit } from '../sim/math/keys.ts';
import { normalQuantile } from '../sim/math/quantiles.ts';
import { purpose } from '../sim/purposes.ts';
import { wilson, Z80 } from './known/intervals.ts';

/** People asked whose customers they are; leavers reached at most. */
export const ASKED_IN_MARKET = 600;
const LEAVERS_REACHED = 150;
/** People behind a mean, whose deviation is about as large as it. */
const BEHIND_A_MEAN = 280;

export interface Researcher {
  luckSeed: number;
  quarter: number;
  /** Streams of draws of two figures are kept apart by it. */
  stream: number;
}

/** Figures by name; their ends stand beside them as `name.low` and `name.high`. */
export type Figures = Record<string, number>;

/** Who of so many people happens to be in which of several groups, by the true `weights` of those: an answer a person. */
export function askedGroups(weights: readonly number[], n: number, { luckSeed, quarter, stream }: Researcher): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.map(() => 0);
  for (let person = 0; all > 0 && person < n; person += 1) {
    let left = all * keyedUnit(luckSeed, purpose.research, person, quarter, stream);
    let group = 0;
    while (group < weights.length - 1 && left >= weights[group]!) {
      left -= weights[group]!;
      group += 1;
    }
    found[group]! += 1;
  }
  return found;
}

/** Shares 0-1 of groups as a sample found them, with their intervals; nothing where nobody was there to ask. */
export function askedShares(names: readonly string[], weights: readonly number[], people: number, who: Researcher, most: number): Figures {
  const n = Math.min(most, Math.round(people));
  const figures: Figures = {};
  if (n <= 0) return figures;
  const found = askedGroups(weights, n, who);
  names.forEach((name, group) => {
    const share = found[group]! / n;
    const { low, high } = wilson(share, n);
    Object.assign(figures, { [name]: share, [`${name}.low`]: low, [`${name}.high`]: high });
  });
  return figures;
}

/** Reasons of leavers: as many are reached as left, up to a limit. @param people real leavers */
export const askedLeavers = (names: readonly string[], weights: readonly number[], people: number, who: Researcher): Figures =>
  askedShares(names, weights, people, who, LEAVERS_REACHED);

/**
 * A mean blurred by the few hundred people behind it, with its interval.
 * @param draw (0,1); @param shown how it is written down; @param range values that it can take
 */
export function askedMean(name: string, truth: number, draw: number, shown = (value: number): number => value): Figures {
  const error = 1 / Math.sqrt(BEHIND_A_MEAN);
  const value = truth * (1 + error * normalQuantile(draw));
  // The error is relative to the truth, so its ends are those truths that would have shown this at most that rarely.
  const ends = [value / (1 + error * Z80), value / (1 - error * Z80)].sort((a, b) => a - b);
  return { [name]: shown(value), [`${name}.low`]: shown(ends[0]!), [`${name}.high`]: shown(ends[1]!) };
}
