/** What an audit finds of a sample of customers beyond the shares: rows mixed up, further rows, and how far the lists agree with one another. */

import { consentFor, consentState, MISJOINED, SILOS, type Records } from './records.ts';

/** Two lists, by number: 0-1, 0-2, 0-3, 1-2, 1-3, 2-3. */
export const listPairs: readonly (readonly [number, number])[] = Array.from({ length: SILOS }, (_, a) =>
  Array.from({ length: SILOS - 1 - a }, (_rest, b) => [a, a + 1 + b] as const),
).flat();

export interface LookedUp {
  /** Customers of the sample who are on file. */
  known: number;
  /** Of those: rows that hold two people's facts, people with further rows. */
  misjoined: number;
  duplicated: number;
  /** Of those who have not withdrawn: people asked, and whose yes can be shown. */
  agreeing: number;
  proven: number;
  /** By pair of lists: people whom both hold, and whom both know under the one number. */
  both: readonly number[];
  linked: readonly number[];
}

export const nobodyLookedUp: LookedUp = {
  known: 0,
  misjoined: 0,
  duplicated: 0,
  agreeing: 0,
  proven: 0,
  both: listPairs.map(() => 0),
  linked: listPairs.map(() => 0),
};

/** Looks the customers up one by one. @param sample indices of customers */
export function lookUp(records: Records, sample: Int32Array): LookedUp {
  const found = { known: 0, misjoined: 0, duplicated: 0, agreeing: 0, proven: 0 };
  const both = listPairs.map(() => 0);
  const linked = listPairs.map(() => 0);
  for (const i of sample) {
    const held = records.held[i]!;
    if (held === 0) continue;
    found.known += 1;
    if ((records.wrong[i]! & MISJOINED) !== 0) found.misjoined += 1;
    if (records.duplicates[i]! > 0) found.duplicated += 1;
    const consent = consentFor(records, i, 0);
    if (consent === consentState.claimed || consent === consentState.valid) found.agreeing += 1;
    if (consent === consentState.valid) found.proven += 1;
    const joined = held & records.joined[i]!;
    listPairs.forEach(([a, b], pair) => {
      const bits = (1 << a) | (1 << b);
      if ((held & bits) !== bits) return;
      both[pair]! += 1;
      if ((joined & bits) === bits) linked[pair]! += 1;
    });
  }
  return { ...found, both, linked };
}

/** Rows of the own customers that hold two people's facts, and customers with further rows: the truth of the whole list. */
export function mixedUp(records: Records, own: Int32Array): { misjoined: number; duplicated: number; rows: number } {
  let [misjoined, duplicated, rows] = [0, 0, 0];
  for (const i of own) {
    if (records.held[i] === 0) continue;
    misjoined += (records.wrong[i]! & MISJOINED) === 0 ? 0 : 1;
    duplicated += records.duplicates[i] === 0 ? 0 : 1;
    rows += records.duplicates[i]!;
  }
  return { misjoined, duplicated, rows };
}
