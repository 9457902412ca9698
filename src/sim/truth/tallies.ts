/** Counters of a quarter, one row a company and segment, as one flat array that is filled in customer order. */

import { causeIds, type CauseId } from '../market.ts';
import type { SegmentTally } from '../outcome.ts';

export const tallyFields = [
  'customers',
  'gained',
  'lost',
  'purchases',
  'revenue',
  'contribution',
  'serviceContacts',
  'firmContacts',
  'failures',
  'felt',
  'voiced',
  'recovered',
  'silentExits',
  'satisfaction',
  'satisfactionOfLost',
  'care',
  'wrongPersonalisations',
  'consentWithdrawn',
  'praise',
  'blame',
  'buyers',
  'leftTold',
] as const;
export type TallyField = (typeof tallyFields)[number];
const CAUSE_AT = tallyFields.length;
const TOLD_AT = CAUSE_AT + causeIds.length;
export const ROW = TOLD_AT + causeIds.length;

/** Offset of each field in a row. */
export const at = Object.fromEntries(tallyFields.map((field, offset) => [field, offset])) as Readonly<Record<TallyField, number>>;
export const causeOffset = (cause: number): number => CAUSE_AT + cause;
export const toldOffset = (cause: number): number => TOLD_AT + cause;

export function makeTallies(companies: number, segments: number): Float64Array {
  return new Float64Array(companies * segments * ROW);
}

export type FullSegmentTally = SegmentTally & { buyers: number; told: Record<CauseId, number> };

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
