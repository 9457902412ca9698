/** What one firm has written down about its customers: one row a customer, and further rows for duplicates. */

import { mix4 } from '../math/keys.ts';
import { purpose } from '../purposes.ts';

/** At most this many rows a customer, counting duplicates. */
const ROWS_PER_CUSTOMER = 1.5;
export const SILOS = 4;
export const BLOCKS = 4;
export const FIELDS = 12;
/** Age of a block that holds nothing. */
export const EMPTY = 255;
/** Consent for a purpose, two bits each (service 0-1, offer 2-3, analysis 4-5). */
export const consentState = { none: 0, claimed: 1, valid: 2, withdrawn: 3 } as const;
/** Bit in `wrong` that says the row was merged with another person's, and its place. */
export const MISJOINED_AT = 4;
export const MISJOINED = 1 << MISJOINED_AT;

export interface Records {
  /** Bit s = silo s holds the customer; 0 = unknown to the firm. */
  held: Uint8Array;
  /** Bit s = silo s resolves to the one customer number. */
  joined: Uint8Array;
  /** Bit f = field f is filled. */
  fields: Uint16Array;
  /** Quarters since each block was last written or checked, right or wrong, BLOCKS a customer: the date on the sheet. */
  age: Uint8Array;
  /** Bit b = block b is wrong; MISJOINED. */
  wrong: Uint8Array;
  consent: Uint8Array;
  /** Further rows of the same person, 0-3. */
  duplicates: Uint8Array;
  /** Rows beyond the first: whose, and in which silo. */
  duplicateOf: Uint32Array;
  duplicateSilo: Uint8Array;
  duplicateRows: number;
  /** Place of the customer in the order of roll-outs, in 256ths: drawn once, so that the order stays while the roll-out grows. */
  rolloutPlace: Uint8Array;
  /** Where only consent that is valid counts (a law came into force). */
  onlyValidConsent: boolean;
}

/** Empty records for `people` customers. @param seed population seed, for the order of roll-outs */
export function makeRecords(people: number, seed = 0): Records {
  const rows = Math.ceil(people * (ROWS_PER_CUSTOMER - 1));
  return recordsFrom(
    {
      held: new Uint8Array(people),
      joined: new Uint8Array(people),
      fields: new Uint16Array(people),
      age: new Uint8Array(people * BLOCKS).fill(EMPTY),
      wrong: new Uint8Array(people),
      consent: new Uint8Array(people),
      duplicates: new Uint8Array(people),
      duplicateOf: new Uint32Array(rows),
      duplicateSilo: new Uint8Array(rows),
      duplicateRows: 0,
      rolloutPlace: drawPlaces(people, seed),
      onlyValidConsent: false,
    },
    (column) => column,
  );
}

/** The one place where such objects are made, so that V8 sees them all alike. */
function recordsFrom(from: Records, column: <T extends Uint8Array | Uint16Array | Uint32Array>(own: T) => T): Records {
  return {
    held: column(from.held),
    joined: column(from.joined),
    fields: column(from.fields),
    age: column(from.age),
    wrong: column(from.wrong),
    consent: column(from.consent),
    duplicates: column(from.duplicates),
    duplicateOf: column(from.duplicateOf),
    duplicateSilo: column(from.duplicateSilo),
    duplicateRows: from.duplicateRows,
    rolloutPlace: from.rolloutPlace,
    onlyValidConsent: from.onlyValidConsent,
  };
}

function drawPlaces(people: number, seed: number): Uint8Array {
  const lanes = new Uint32Array(4);
  return Uint8Array.from({ length: people }, (_, i) => {
    mix4(lanes, i, 0, purpose.rollout, seed);
    return lanes[0]! >>> 24;
  });
}

/** True if a roll-out to a share of customers, 0-1, has reached this one. */
export const reachedByRollout = (records: Records, person: number, rollout: number): boolean =>
  records.rolloutPlace[person]! < rollout * 256;

export function copyRecords(records: Records): Records {
  return recordsFrom(records, (column) => column.slice() as typeof column);
}

/** Adds a row for a person already known; does nothing when three rows are there or no room is left. */
export function addDuplicate(records: Records, person: number, silo: number): void {
  if (records.duplicates[person]! >= 3 || records.duplicateRows >= records.duplicateOf.length) return;
  records.duplicateOf[records.duplicateRows] = person;
  records.duplicateSilo[records.duplicateRows] = silo;
  records.duplicateRows += 1;
  records.duplicates[person]! += 1;
}

/** Keeps the duplicate rows for which `keep(person, row)` holds, in their order. */
export function filterDuplicates(records: Records, keep: (person: number, row: number) => boolean): void {
  let kept = 0;
  for (let row = 0; row < records.duplicateRows; row += 1) {
    const person = records.duplicateOf[row]!;
    if (keep(person, row)) {
      records.duplicateOf[kept] = person;
      records.duplicateSilo[kept] = records.duplicateSilo[row]!;
      kept += 1;
    } else records.duplicates[person]! -= 1;
  }
  records.duplicateRows = kept;
}

/** State of consent for service (0), offers (1) or analysis (2). */
export const consentFor = (records: Records, person: number, purpose: 0 | 1 | 2): number => (records.consent[person]! >> (purpose * 2)) & 3;

/** True if the firm may use the record for service: claimed will do until a law asks for valid consent. */
export const mayServe = (records: Records, person: number): boolean => {
  const state = consentFor(records, person, 0);
  return state === consentState.valid || (state === consentState.claimed && !records.onlyValidConsent);
};

/** Number of bits set, for silos and fields: up to FIELDS bits. */
export const bitCount = (bits: number): number => BIT_COUNTS[bits]!;
const BIT_COUNTS = Uint8Array.from({ length: 1 << FIELDS }, (_, bits) => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
});
