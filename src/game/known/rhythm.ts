/** Named buyers of a year by how long they have been silent and how often they bought while they did. */

import { exp } from '../../sim/math/elementary.ts';
import { type History, NEWEST, NOT_KNOWN } from '../../sim/records/history.ts';
import type { Records } from '../../sim/records/records.ts';

/** Quarters of a year. */
const YEAR = 4;
/** Smoothed rates are told apart in steps of so many purchases a quarter; the last bin holds all above. */
const STEP = 0.2;
export const BINS = 100;
const BISECTIONS = 24;
/** Rate under which gaps between purchases are not reckoned longer. */
const LEAST_RATE = 0.05;

/** Names of one bin and one silence. */
export interface SilentGroup {
  /** Quarters since the one of the last purchase, 0-3. */
  silent: number;
  bin: number;
  people: number;
  /** What they spent a quarter while they bought, in currency, and its sum of squares. */
  spent: number;
  spentSquared: number;
  /** Quarter ends since their first purchase of the year at which they were there for certain: summed, and weighed by what they spend. */
  before: number;
  beforeSpent: number;
}

/**
 * Rate of buying behind a smoothed rate in whose newest quarter something was bought: that quarter holds rate / (1 - exp(-rate)) purchases on
 * average, those before it the rate.
 */
function behind(smoothed: number): number {
  let [low, high] = [1e-3, Math.max(2e-3, smoothed)];
  for (let step = 0; step < BISECTIONS; step += 1) {
    const rate = (low + high) / 2;
    if ((1 - NEWEST) * rate + (NEWEST * rate) / (1 - exp(-rate)) < smoothed) low = rate;
    else high = rate;
  }
  return low;
}
const rates = Float64Array.from({ length: BINS }, (_, bin) => behind((bin + 0.5) * STEP));

/** Purchases a quarter of buyers in a bin, while they buy. */
export const rateOf = (bin: number): number => rates[bin]!;

/** Quarter ends that passed, of `most` before the last purchase, since the first purchase of the year was expected (geometric waiting). */
const gaps = Float64Array.from({ length: BINS * YEAR }, (_, cell) => {
  const missed = exp(-Math.max(LEAST_RATE, rates[Math.floor(cell / YEAR)]!));
  let [waited, power] = [0, 1];
  for (let quarter = 0; quarter < cell % YEAR; quarter += 1) waited += power *= missed;
  return (cell % YEAR) - waited;
});

const fading = Float64Array.from({ length: YEAR }, (_, silent) => {
  let left = 1;
  for (let quarter = 0; quarter < silent; quarter += 1) left *= 1 - NEWEST;
  return left;
});

/** Groups of those on file who bought within the year, as the books show it at the end of `quarter`; empty ones are left out. */
export function silentGroups({ held }: Records, history: History, quarter: number): SilentGroup[] {
  const groups = new Map<number, SilentGroup>();
  held.forEach((rows, i) => {
    const bought = history.lastBought[i]!;
    const silent = quarter - bought;
    if (rows === 0 || bought === 0 || silent >= YEAR || history.knownSince[i] === NOT_KNOWN) return;
    // A silent quarter smooths the rate down by the same part, so that the rate while he bought can be read back.
    const bin = Math.min(BINS - 1, Math.floor(history.frequency[i]! / fading[silent]! / STEP));
    const spends = history.spending[i]! / fading[silent]!;
    const known = history.knownSince[i]! === 0 ? quarter : quarter + 1 - history.knownSince[i]!;
    const certain = gaps[bin * YEAR + Math.max(0, Math.min(YEAR, known) - silent - 1)]!;
    const key = bin * YEAR + silent;
    let group = groups.get(key);
    if (group === undefined) {
      group = { silent, bin, people: 0, spent: 0, spentSquared: 0, before: 0, beforeSpent: 0 };
      groups.set(key, group);
    }
    group.people += 1;
    group.spent += spends;
    group.spentSquared += spends * spends;
    group.before += certain;
    group.beforeSpent += certain * spends;
  });
  return [...groups.values()].sort((a, b) => a.bin - b.bin || a.silent - b.silent);
}
