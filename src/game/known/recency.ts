/** Who still buys, as far as receipts with a name tell: without contracts nobody gives notice. */

import { NOT_KNOWN, type History } from '../../sim/records/history.ts';
import type { Records } from '../../sim/records/records.ts';
import type { Recency } from './evidence.ts';

/** Quarters of a year, and of silence after which a buyer counts as lapsed. */
const YEAR = 4;
const SILENCE = 2;

/** True if the records show the person as a buyer of the last year; at the start last year's names count. */
export function boughtWithinYear(history: History, person: number, quarter: number): boolean {
  if (history.knownSince[person] === NOT_KNOWN) return false;
  return quarter - history.lastBought[person]! < YEAR;
}

/** @param revenue money booked under each name in the quarter; @param total money taken in the quarter, strangers included, same unit */
export function recencyOf(records: Records, history: History, revenue: Float32Array, total: number, quarter: number): Recency {
  const found = { knownBuyers: 0, knownShare: 0, yearsBuyers: 0, silent: 0 };
  let named = 0;
  records.held.forEach((held, i) => {
    if (held === 0) return;
    named += revenue[i]!;
    if (history.lastBought[i] === quarter) found.knownBuyers += 1;
    if (history.lastBought[i] === 0 || !boughtWithinYear(history, i, quarter)) return;
    found.yearsBuyers += 1;
    if (quarter - history.lastBought[i]! >= SILENCE) found.silent += 1;
  });
  found.knownShare = total > 0 ? Math.min(1, named / total) : 0;
  return found;
}
