/** What a firm's books and logs hold of each customer it knows by name: what he bought, when he was first known, how a complaint ended. */

import type { Records } from './records.ts';

/** Weight of the newest quarter in the smoothed spending. */
export const NEWEST = 0.4;

export interface History {
  /** Money a quarter, smoothed, in currency; 0 before anything was booked under the name. */
  spending: Float32Array;
  /** Purchases a quarter, smoothed as the spending is. */
  frequency: Float32Array;
  /** Contacts a quarter, both ways, smoothed as the spending is. */
  contacts: Float32Array;
  /** Quarter in which the name was first written down; 0 = before the start, 255 = not known. */
  knownSince: Uint8Array;
  /** Quarter in which the account was opened, as the books date it; 0 and below = before the start. */
  opened: Int16Array;
  /** Last quarter's purchases over the smoothed ones, 0-2; 1 = as usual. */
  trend: Float32Array;
  /** Quarter of the last purchase, 0 = none since the start. */
  lastBought: Uint8Array;
  /** The last complaint in one byte: see complaintEnded and complainedIn. */
  complaint: Uint8Array;
}
export const NOT_KNOWN = 255;

/** Bits of `complaint` that say how it ended; the quarter, up to 63, stands above them. */
const ENDED_BITS = 2;
const ENDED = (1 << ENDED_BITS) - 1;

/** How the last complaint of person i ended: 0 none, 1 settled, 2 not settled. */
export const complaintEnded = ({ complaint }: History, i: number): number => complaint[i]! & ENDED;
/** Quarter of the last complaint of person i, 0 = none. */
export const complainedIn = ({ complaint }: History, i: number): number => complaint[i]! >>> ENDED_BITS;
/** Writes a complaint of person i down. @param ended 1 settled, 2 not; @param quarter 1 to 63 */
export function noteComplaint({ complaint }: History, i: number, ended: number, quarter: number): void {
  complaint[i] = (quarter << ENDED_BITS) | ended;
}

/** What the books and logs saw of each customer in one quarter. */
export interface Booked {
  purchases: Uint8Array;
  revenue: Float32Array;
  contacts: Uint8Array;
  complained: Uint8Array;
}

/**
 * History as play begins, spending and purchases a quarter as they have been.
 * @param startTenure quarters since the account was opened, 0 for people who are no customers
 */
export function makeHistory(
  records: Records,
  people: number,
  startSpending: (person: number) => number,
  startTenure: (person: number) => number,
  startFrequency: (person: number) => number = () => 0,
): History {
  const history: History = {
    spending: new Float32Array(people),
    frequency: new Float32Array(people),
    contacts: new Float32Array(people),
    knownSince: new Uint8Array(people).fill(NOT_KNOWN),
    opened: new Int16Array(people),
    trend: new Float32Array(people).fill(1),
    lastBought: new Uint8Array(people),
    complaint: new Uint8Array(people),
  };
  for (let i = 0; i < people; i += 1) {
    history.opened[i] = 1 - startTenure(i);
    if (records.held[i] === 0) continue;
    history.knownSince[i] = 0;
    history.spending[i] = startSpending(i);
    history.frequency[i] = startFrequency(i);
  }
  return history;
}

export function copyHistory(history: History): History {
  return {
    spending: history.spending.slice(),
    frequency: history.frequency.slice(),
    contacts: history.contacts.slice(),
    knownSince: history.knownSince.slice(),
    opened: history.opened.slice(),
    trend: history.trend.slice(),
    lastBought: history.lastBought.slice(),
    complaint: history.complaint.slice(),
  };
}

/** Books a quarter under the names the firm knows, in place. What strangers bought stays without a name. */
export function bookHistory(history: History, records: Records, booked: Booked, people: number, quarter: number): void {
  const { held } = records;
  const { spending, frequency, contacts, knownSince, opened, trend, lastBought } = history;
  for (let i = 0; i < people; i += 1) {
    if (held[i] === 0) continue;
    const revenue = booked.revenue[i]!;
    if (knownSince[i] === NOT_KNOWN) {
      knownSince[i] = quarter;
      spending[i] = revenue;
      frequency[i] = booked.purchases[i]!;
      contacts[i] = booked.contacts[i]!;
      // Who was no customer at the start has opened his account since.
      if (opened[i] === 1) opened[i] = quarter;
    } else {
      spending[i] = spending[i]! + NEWEST * (revenue - spending[i]!);
      frequency[i] = frequency[i]! + NEWEST * (booked.purchases[i]! - frequency[i]!);
      contacts[i] = contacts[i]! + NEWEST * (booked.contacts[i]! - contacts[i]!);
    }
    trend[i] = spending[i]! > 0 ? Math.min(2, revenue / spending[i]!) : 1;
    if (revenue > 0) lastBought[i] = quarter;
    if (booked.complained[i] !== 0) noteComplaint(history, i, booked.complained[i]!, quarter);
  }
}
