/** One quarter of the records: captured at contacts, spoiled, aged, cleaned, joined, duplicated, consent asked and withdrawn. */

import { exp } from '../math/elementary.ts';
import { mix4, unit } from '../math/keys.ts';
import type { ParameterValues } from '../parameters.ts';
import { purpose } from '../purposes.ts';
import type { RecordActions } from './recordActions.ts';
import {
  addDuplicate,
  BLOCKS,
  consentState,
  EMPTY,
  FIELDS,
  filterDuplicates,
  MISJOINED,
  reachedByRollout,
  type Records,
} from './records.ts';

const FIELDS_PER_BLOCK = FIELDS / BLOCKS;
const NEEDS_BLOCK = 1;
const MOST_CONTACTS = 63;
const KEYS_PER_QUARTER = 64;
/** Draws of 10 bits, three a word, and of 16 bits. */
const FIELD_BITS = 10;
const FIELD_MASK = (1 << FIELD_BITS) - 1;
const HALF = 1 / 65536;
const lanes = new Uint32Array(4);
const fieldLanes = new Uint32Array(4);

/** What happened between the firm and each customer in the quarter, as the kernel left it. */
export interface Touches {
  /** Contacts of the quarter, capped at 63. */
  contacts: Uint8Array;
  /** 1 = consent withdrawn this quarter. */
  withdrew: Uint8Array;
  /** Silo through which the customer is usually met, 0-3, and how many there are. */
  silos: number;
  silo: (person: number) => number;
  own: (person: number) => boolean;
}

/**
 * Plays one quarter on the records, in place.
 * Formulas of mechanics 2: capture .35 x honesty a contact; stale 6.2% a quarter; cleaning refreshes half of 1 - exp(-e/4) of what is stale;
 * silos join at .45 (1 - exp(-e/4)) up to the store's ceiling; an unsynced contact makes a duplicate.
 */
export function playRecordsQuarter(
  records: Records,
  actions: RecordActions,
  touches: Touches,
  parameters: ParameterValues,
  people: number,
  quarter: number,
  seed: number,
): void {
  const cleaned = 1 - exp(-actions.cleaning / parameters['records.cleaningScale']);
  const refresh = cleaned * parameters['records.refresh'];
  const join = actions.joinRate * cleaned;
  const stale = parameters['records.staleQuarter'];
  const maximumAge = parameters['records.maximumAge'];
  const otherChannel = parameters['records.otherChannel'];
  const captureBy = chanceByContacts(actions.capture);
  const identifyBy = chanceByContacts(actions.identify);
  const askBy = chanceByContacts(actions.consentAsk);
  const duplicateBy = chanceByContacts(actions.duplicate);
  for (let i = 0; i < people; i += 1) {
    const contacts = touches.contacts[i]!;
    const own = touches.own(i);
    if (records.held[i] === 0 && !own) continue;
    const key = quarter * KEYS_PER_QUARTER;
    const reached = reachedByRollout(records, i, actions.rollout);
    mix4(lanes, i, key, purpose.record, seed);
    const toIdentify = unit(lanes[0]!);
    const toAsk = unit(lanes[1]!);
    const toJoin = unit(lanes[2]!);
    const toDuplicate = ((lanes[3]! >>> 16) + 0.5) * HALF;
    const met = metThrough(i, touches, otherChannel, ((lanes[3]! & 0xffff) + 0.5) * HALF);
    if (records.held[i] === 0) {
      if (!own || contacts === 0 || toIdentify >= identifyBy[contacts]!) continue;
      records.held[i] = 1 << met;
      records.fields[i] = 1;
      records.age[i * BLOCKS] = 0;
      records.consent[i] = consentState.claimed * 21;
    }
    spoilAndClean(records, i, stale, refresh, maximumAge, key, seed);
    if (own && reached && contacts > 0) capture(records, i, actions, captureBy[contacts]!, key, seed);
    if (contacts > 0 && own) {
      const state = records.consent[i]! & 3;
      if (state < consentState.valid && toAsk < askBy[contacts]!) records.consent[i] = consentState.valid * 21;
      const silo = 1 << met;
      if ((records.held[i]! & silo) === 0) {
        if (toDuplicate < duplicateBy[contacts]!) {
          if ((records.joined[i]! & records.held[i]!) === 0) addDuplicate(records, i, met);
          records.held[i]! |= silo;
        }
      }
    }
    if (touches.withdrew[i] === 1) records.consent[i] = consentState.withdrawn * 21;
    if (own && reached && (records.joined[i]! & records.held[i]!) !== records.held[i]! && toJoin < join) {
      mix4(lanes, i, 0, purpose.joinOrder, seed);
      if (unit(lanes[0]!) < actions.linkageCeiling) records.joined[i] = records.held[i]!;
    }
  }
  mergeDuplicates(records, actions, cleaned, quarter, seed);
}

/** Silo through which the customer was met this quarter: the usual one, or now and then another. */
function metThrough(i: number, touches: Touches, otherChannel: number, u: number): number {
  const usual = touches.silo(i);
  if (touches.silos < 2 || u >= otherChannel) return usual;
  return (usual + 1 + Math.floor((u / otherChannel) * (touches.silos - 1))) % touches.silos;
}

/** Chance that something with probability p a contact happened at least once, by number of contacts. */
function chanceByContacts(p: number): Float64Array {
  const chances = new Float64Array(MOST_CONTACTS + 1);
  let none = 1;
  for (let n = 0; n <= MOST_CONTACTS; n += 1) {
    chances[n] = 1 - none;
    none *= 1 - p;
  }
  return chances;
}

function spoilAndClean(records: Records, i: number, stale: number, refresh: number, maximumAge: number, key: number, seed: number): void {
  mix4(fieldLanes, i, key + 1, purpose.record, seed);
  for (let b = 0; b < BLOCKS; b += 1) {
    const at = i * BLOCKS + b;
    const age = records.age[at]!;
    if (age === EMPTY) continue;
    const bits = fieldLanes[b]!;
    const bit = 1 << b;
    if ((records.wrong[i]! & bit) === 0) {
      records.age[at] = Math.min(EMPTY - 1, age + 1);
      if (unit(bits) < stale) records.wrong[i]! |= bit;
    }
    const mixedUp = b === NEEDS_BLOCK && (records.wrong[i]! & MISJOINED) !== 0;
    const isStale = mixedUp || (records.wrong[i]! & bit) !== 0 || records.age[at]! > maximumAge;
    // The upper part of the same draw serves the cleaning: the two events exclude one another within a quarter.
    if (isStale && 1 - unit(bits) < refresh) {
      // Whoever mends the block about needs sees that two people share the row.
      records.wrong[i]! &= b === NEEDS_BLOCK ? ~(bit | MISJOINED) : ~bit;
      records.age[at] = 0;
    }
  }
}

/** Fills wanted fields and renews blocks; each field and block draws its own part of two keyed words a block. */
function capture(records: Records, i: number, actions: RecordActions, chance: number, key: number, seed: number): void {
  const missing = actions.wantedFields & ~records.fields[i]!;
  mix4(fieldLanes, i, key + 2, purpose.recordField, seed);
  mix4(lanes, i, key + 3, purpose.recordField, seed);
  for (let b = 0; b < BLOCKS; b += 1) {
    const shift = b * FIELDS_PER_BLOCK;
    const wantedHere = (missing >> shift) & 7;
    const filled = (records.fields[i]! >> shift) & 7;
    let won = 0;
    for (let f = 0; f < FIELDS_PER_BLOCK; f += 1) {
      const u = (((fieldLanes[b]! >>> (f * FIELD_BITS)) & FIELD_MASK) + 0.5) / (FIELD_MASK + 1);
      if ((wantedHere & (1 << f)) !== 0 && u < chance) won |= 1 << f;
    }
    records.fields[i]! |= won << shift;
    // Talking to the customer also renews what the block already holds.
    const renews = filled !== 0 && ((actions.wantedFields >> shift) & 7) !== 0 && ((lanes[b]! >>> 16) + 0.5) * HALF < chance;
    if (won === 0 && !renews) continue;
    records.age[i * BLOCKS + b] = 0;
    if (((lanes[b]! & 0xffff) + 0.5) * HALF < actions.falseEntry) records.wrong[i]! |= 1 << b;
    else records.wrong[i]! &= ~(1 << b);
  }
}

function mergeDuplicates(records: Records, actions: RecordActions, cleaned: number, quarter: number, seed: number): void {
  filterDuplicates(records, (person, row) => {
    // Keyed by silo and count, never by the row: rows of other people must not change what happens to this one.
    const index = 4 * records.duplicateSilo[row]! + records.duplicates[person]!;
    mix4(lanes, person, quarter * KEYS_PER_QUARTER + 3 + index, purpose.merger, seed);
    if (unit(lanes[0]!) >= cleaned) return true;
    if (unit(lanes[1]!) < actions.missedMerges) return true;
    if (unit(lanes[2]!) < actions.falseMerges) records.wrong[person]! |= MISJOINED;
    return false;
  });
}

/**
 * A merger of firms: a second customer number in one more silo for a share of the known customers, and a share of their blocks spoiled
 * (mechanics 2; matrix 2.3: accuracy x 0.8).
 */
export function mergerOfRecords(records: Records, share: number, spoiled: number, people: number, seed: number): void {
  for (let i = 0; i < people; i += 1) {
    if (records.held[i] === 0) continue;
    mix4(lanes, i, 0, purpose.merger, seed);
    if (unit(lanes[0]!) >= share) continue;
    addDuplicate(records, i, 3);
    mix4(lanes, i, 2, purpose.merger, seed);
    for (let b = 0; b < BLOCKS; b += 1) {
      if (records.age[i * BLOCKS + b] !== EMPTY && unit(lanes[b]!) < spoiled) records.wrong[i]! |= 1 << b;
    }
  }
}

/** A breach: customers withdraw consent in proportion to their concern (0-1) times `size`. */
export function breachOfRecords(records: Records, concern: (person: number) => number, size: number, people: number, seed: number): void {
  for (let i = 0; i < people; i += 1) {
    if (records.held[i] === 0) continue;
    mix4(lanes, i, 1, purpose.merger, seed);
    if (unit(lanes[0]!) < concern(i) * size) records.consent[i] = consentState.withdrawn * 21;
  }
}

/** A platform closes its list to the firm: what one silo held is no longer joined to anybody's number. */
export function platformLost(records: Records, silo: number, people: number): void {
  for (let i = 0; i < people; i += 1) records.joined[i]! &= ~(1 << silo);
}
