/**
 * Makes the records a firm starts with by spoiling perfect ones until they show the scenario's figures.
 * Each bit is drawn by a rotation (a low-discrepancy sequence), so that the realised shares meet the wanted ones closely at any size.
 */

import { logistic } from '../math/elementary.ts';
import { keyedUnit } from '../math/keys.ts';
import { purpose } from '../purposes.ts';
import { fieldMask } from './quality.ts';
import { fieldIds, type RecordsSpec } from './recordActions.ts';
import { BLOCKS, consentState, EMPTY, FIELDS, makeRecords, type Records } from './records.ts';

/** Quarters over which the entries of the start were written down: all are fresh, none of the same age. */
const WRITTEN_OVER = 4;
const FIELDS_PER_BLOCK = FIELDS / BLOCKS;

export interface StartCustomers {
  people: number;
  /** Indices of the firm's customers, ascending: the shares hold of them. */
  own: readonly number[];
  /** Of those who were customers once and may still be on file. */
  lapsed?: readonly number[];
  /** Standardised log purchase rate by customer index (0 = average). */
  rateScore: (person: number) => number;
  /** Silo in which the firm meets the customer, 0-3. */
  silo: (person: number) => number;
  /** Bought on a platform that names nobody, so is not on file; left out = nobody did. */
  nameless?: (person: number) => boolean;
}

/** Uniforms for one use: the fractional parts of j times an irrational that differs by use, with a keyed start. */
class Rotation {
  private readonly step: number;
  private value: number;
  constructor(use: number, seed: number) {
    // Square roots of different primes are independent over the rationals, so that two uses do not move together.
    this.step = Math.sqrt(primes[use % primes.length]!) % 1;
    this.value = keyedUnit(seed, purpose.recordStart, use, 0, 0);
  }
  next(): number {
    this.value = (this.value + this.step) % 1;
    return this.value;
  }
}
const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131,
];

/** Intercept of a logit with slope `tilt` on the score whose mean probability over the customers is `share`; by bisection. */
function interceptFor(share: number, tilt: number, scores: readonly number[]): number {
  let low = -12;
  let high = 12;
  const every = Math.max(1, Math.floor(scores.length / 4000));
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    let sum = 0;
    let count = 0;
    for (let j = 0; j < scores.length; j += every) {
      sum += logistic(middle + tilt * scores[j]!);
      count += 1;
    }
    if (sum / count < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Records that show the shares of `spec` over the own customers.
 * @param tilt log odds of being known per standard deviation of log purchase rate
 */
export function startRecords(spec: RecordsSpec, customers: StartCustomers, tilt: number, seed: number): Records {
  const records = makeRecords(customers.people, seed);
  const useful = fieldMask(spec.usefulFields);
  const named = (person: number): boolean => customers.nameless?.(person) !== true;
  const scores = customers.own.filter(named).map(customers.rateScore);
  const all = customers.own.length;
  const coverage = scores.length === all ? spec.coverage : Math.min(1, (spec.coverage * all) / Math.max(1, scores.length));
  const intercept = scores.length > 0 ? interceptFor(coverage, tilt, scores) : 0;
  const uses = {
    known: new Rotation(0, seed),
    silos: new Rotation(1, seed),
    joined: new Rotation(2, seed),
    consent: new Rotation(3, seed),
  };
  const fieldUses = fieldIds.map((_, field) => new Rotation(4 + field, seed));
  const ageUses = Array.from({ length: BLOCKS }, (_, block) => new Rotation(16 + BLOCKS + block, seed));
  const blockUses = Array.from({ length: BLOCKS }, (_, block) => new Rotation(16 + block, seed));
  [...customers.own, ...(customers.lapsed ?? [])].filter(named).forEach((person) => {
    if (uses.known.next() >= logistic(intercept + tilt * customers.rateScore(person))) return;
    const home = customers.silo(person) % spec.silos;
    const extra = spec.silos > 1 ? Math.floor(uses.silos.next() * spec.silos) : 0;
    let held = 1 << home;
    for (let s = 1; s <= extra; s += 1) held |= 1 << ((home + s) % spec.silos);
    records.held[person] = held;
    records.joined[person] = uses.joined.next() < spec.linkage ? held : 0;
    for (let field = 0; field < FIELDS; field += 1) {
      if ((useful & (1 << field)) !== 0 && fieldUses[field]!.next() < spec.depth) records.fields[person]! |= 1 << field;
    }
    for (let block = 0; block < BLOCKS; block += 1) {
      const filled = (records.fields[person]! >> (block * FIELDS_PER_BLOCK)) & 7;
      records.age[person * BLOCKS + block] = filled === 0 ? EMPTY : Math.floor(ageUses[block]!.next() * WRITTEN_OVER);
      if (filled !== 0 && blockUses[block]!.next() >= spec.accuracy) records.wrong[person]! |= 1 << block;
    }
    const state = uses.consent.next() < spec.consent ? consentState.valid : consentState.claimed;
    records.consent[person] = state | (state << 2) | (state << 4);
  });
  return records;
}
