/** Counters of a quarter, one row a company and segment, as one flat array that is filled in customer order. */

import { causeIds, type CauseId } from '../market.ts';
import type { SegmentTally } from '../outcome.ts';
import { MOST_COMPANIES, MOST_SEGMENTS } from './relations.ts';

/** Offset of each counter in a row; written out, since loops over customers read it. */
export const at = {
  customers: 0,
  gained: 1,
  lost: 2,
  purchases: 3,
  revenue: 4,
  contribution: 5,
  serviceContacts: 6,
  firmContacts: 7,
  failures: 8,
  felt: 9,
  voiced: 10,
  recovered: 11,
  silentExits: 12,
  satisfaction: 13,
  satisfactionOfLost: 14,
  care: 15,
  wrongPersonalisations: 16,
  consentWithdrawn: 17,
  praise: 18,
  blame: 19,
  leftTold: 20,
  /** Contacts with the right record at hand. */
  knownContacts: 21,
  /** Repertoire: relations with at least one purchase. */
  buyers: 22,
  /** Companies with records: purchases that contacts and their offers are expected to have brought. */
  responses: 23,
  /** Complaints without a felt failure; `voiced` and `recovered` leave them out. */
  claims: 24,
  /** Customers won who were reached by what others say; part of those gained. */
  referred: 25,
} as const;
export type TallyField = keyof typeof at;
export const tallyFields = Object.keys(at) as readonly TallyField[];
const CAUSE_AT = tallyFields.length;
const TOLD_AT = CAUSE_AT + causeIds.length;
export const ROW = TOLD_AT + causeIds.length;

export const causeOffset = (cause: number): number => CAUSE_AT + cause;
export const toldOffset = (cause: number): number => TOLD_AT + cause;

/** Counters of the quarter that is being played: a constant, see tables.ts. */
export const tallies = new Float64Array(MOST_COMPANIES * MOST_SEGMENTS * ROW);

/** Sets them to nil. */
export function startTallies(): Float64Array {
  return tallies.fill(0);
}

/** Those of so many companies and segments, to be kept. */
export function keptTallies(companies: number, segments: number): Float64Array {
  return tallies.slice(0, companies * segments * ROW);
}

export type FullSegmentTally = SegmentTally & { buyers: number; responses: number; told: Record<CauseId, number> };

/** The row of one company and segment as an object. */
export function readTally(tallies: Float64Array, segments: number, company: number, segment: number): FullSegmentTally {
  const row = (company * segments + segment) * ROW;
  const tally = {} as Record<TallyField, number> & { lostBy: Record<CauseId, number>; told: Record<CauseId, number> };
  for (const field of tallyFields) tally[field] = tallies[row + at[field]]!;
  tally.lostBy = {} as Record<CauseId, number>;
  tally.told = {} as Record<CauseId, number>;
  causeIds.forEach((cause, index) => {
    tally.lostBy[cause] = tallies[row + causeOffset(index)]!;
    tally.told[cause] = tallies[row + toldOffset(index)]!;
  });
  return tally;
}

/** Sum of a field over the segments of a company. */
export function total(tallies: Float64Array, segments: number, company: number, offset: number): number {
  let sum = 0;
  for (let segment = 0; segment < segments; segment += 1) sum += tallies[(company * segments + segment) * ROW + offset]!;
  return sum;
}
