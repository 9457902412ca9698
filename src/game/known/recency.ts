/** Who still buys, as far as receipts tell: without contracts nobody gives notice. */

import { INDICES_PER_QUARTER, mix4, unit } from '../../sim/math/keys.ts';
import { purpose } from '../../sim/purposes.ts';
import { NOT_KNOWN, type History } from '../../sim/records/history.ts';
import type { Records } from '../../sim/records/records.ts';
import type { ObservedQuarter } from '../../sim/outcome.ts';
import type { Recency, TillAnswer } from './evidence.ts';
import { silentGroups } from './rhythm.ts';
import { lapseOf } from './silence.ts';

/** Quarters of a year, and of silence after which a buyer counts as lapsed. */
const YEAR = 4;
const SILENCE = 2;
/** Holders of receipts without a name who are asked at the till. */
const ASKED_AT_TILL = 200;
const LANES = 4;

/** True if the records show the person as a buyer of the last year; at the start last year's names count. */
export function boughtWithinYear(history: History, person: number, quarter: number): boolean {
  if (history.knownSince[person] === NOT_KNOWN) return false;
  return quarter - history.lastBought[person]! < YEAR;
}

/** How often people without a name bought: every receipt has the same chance of being asked about. @param purchases by person in the quarter */
function askAtTill(records: Records, purchases: Uint8Array, key: number, luckSeed: number): TillAnswer {
  let nameless = 0;
  records.held.forEach((held, i) => {
    if (held === 0) nameless += purchases[i]!;
  });
  const chance = nameless > 0 ? ASKED_AT_TILL / nameless : 0;
  const lanes = new Uint32Array(LANES);
  let [n, sum, squares] = [0, 0, 0];
  records.held.forEach((held, i) => {
    const receipts = held === 0 ? purchases[i]! : 0;
    for (let receipt = 0; receipt < receipts; receipt += 1) {
      if (receipt % LANES === 0) mix4(lanes, i, key + receipt / LANES, purpose.till, luckSeed);
      if (unit(lanes[receipt % LANES]!) >= chance) continue;
      n += 1;
      sum += 1 / receipts;
      squares += 1 / (receipts * receipts);
    }
  });
  const mean = n > 0 ? sum / n : 0;
  return { nameless, n, mean, deviation: n > 1 ? Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1))) : 0 };
}

/** Purchases of each quarter over their mean. */
function seasonsOf(year: readonly ObservedQuarter[]): number[] {
  const mean = year.reduce((sum, { purchases }) => sum + purchases, 0) / Math.max(1, year.length);
  return year.map(({ purchases }) => (mean > 0 ? purchases / mean : 1));
}

/** @param year books of the last four quarters, the newest last; @param purchases receipts of each person in the quarter; @param company its index, so that two firms ask different people */
export function recencyOf(
  records: Records,
  history: History,
  year: readonly ObservedQuarter[],
  purchases: Uint8Array,
  quarter: number,
  company: number,
  luckSeed: number,
): Recency {
  const key = quarter * INDICES_PER_QUARTER + company * 64;
  const found = {
    knownBuyers: 0,
    yearsBuyers: 0,
    silent: 0,
    till: askAtTill(records, purchases, key, luckSeed),
    lapse: lapseOf(silentGroups(records, history, quarter), seasonsOf(year)),
  };
  records.held.forEach((held, i) => {
    if (held === 0) return;
    if (history.lastBought[i] === quarter) found.knownBuyers += 1;
    if (history.lastBought[i] === 0 || !boughtWithinYear(history, i, quarter)) return;
    found.yearsBuyers += 1;
    if (quarter - history.lastBought[i]! >= SILENCE) found.silent += 1;
  });
  return found;
}
