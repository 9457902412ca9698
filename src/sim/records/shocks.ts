/** What scripted events do to the records of a firm: a merger, a breach, a platform lost. */

import { mix4, unit } from '../math/keys.ts';
import { purpose } from '../purposes.ts';
import { addDuplicate, BLOCKS, consentState, EMPTY, type Records } from './records.ts';

const lanes = new Uint32Array(4);

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

/** One person takes back all consent. */
export function consentWithdrawn(records: Records, person: number): void {
  if (records.held[person] !== 0) records.consent[person] = consentState.withdrawn * 21;
}

/**
 * Data have gone where they should not, to a partner or in a breach: of those on file who have not withdrawn, each withdraws consent with a
 * chance of concern (0-1) times `chance`. Answers how many did. @param use purpose of the draw
 */
export function passedOn(
  records: Records,
  concern: (person: number) => number,
  chance: number,
  people: number,
  quarter: number,
  seed: number,
  use: number = purpose.passedOn,
): number {
  if (chance === 0) return 0;
  let withdrew = 0;
  for (let i = 0; i < people; i += 1) {
    if (records.held[i] === 0 || (records.consent[i]! & 3) === consentState.withdrawn) continue;
    mix4(lanes, i, quarter, use, seed);
    if (unit(lanes[0]!) >= concern(i) * chance) continue;
    records.consent[i] = consentState.withdrawn * 21;
    withdrew += 1;
  }
  return withdrew;
}

/**
 * A platform closes its list to the firm: what one silo held is no longer joined to anybody's number.
 * @param held share 0-1 of customers on the firm's own list, whom it keeps: the same ones for a smaller share as for a larger
 */
export function platformLost(records: Records, silo: number, people: number, held: number, seed: number): void {
  for (let i = 0; i < people; i += 1) {
    if (held > 0) {
      mix4(lanes, i, 0, purpose.ownList, seed);
      if (unit(lanes[0]!) < held) continue;
    }
    records.joined[i]! &= ~(1 << silo);
  }
}
