/** What a quarter does to the blocks of the records: they age, spoil, are cleaned and filled. What luck decides is reckoned without branches. */

import { mix4, unit } from '../math/keys.ts';
import type { ParameterValues } from '../parameters.ts';
import { purpose } from '../purposes.ts';
import type { RecordActions } from './recordActions.ts';
import { BLOCKS, EMPTY, FIELDS, MISJOINED, MISJOINED_AT, type Records } from './records.ts';

const FIELDS_PER_BLOCK = FIELDS / BLOCKS;
/** Draws of 10 bits, three a word, and of 16 bits. */
const FIELD_BITS = 10;
const FIELD_MASK = (1 << FIELD_BITS) - 1;
const HALF_BITS = 16;
const WORDS = 4294967296;
const lanes = new Uint32Array(4);
const fieldLanes = new Uint32Array(4);

/** Ages, spoils and cleans the blocks of those listed. @param refresh share of what is stale that cleaning renews; @param key of the quarter */
export function spoilAndClean(
  records: Records,
  listed: Int32Array,
  count: number,
  refresh: number,
  parameters: ParameterValues,
  key: number,
  seed: number,
): void {
  const { age, wrong } = records;
  const stale = parameters['records.staleQuarter'];
  const fresh = firstWord((bits) => unit(bits) >= stale);
  // The upper part of the same draw serves the cleaning: the two events exclude one another within a quarter.
  const mended = firstWord((bits) => 1 - unit(bits) < refresh);
  const limits: Limits = {
    fresh: fresh | 0,
    mended: mended | 0,
    allSpoil: fresh === WORDS ? 1 : 0,
    noneMended: mended === WORDS ? 1 : 0,
    maximumAge: Math.floor(parameters['records.maximumAge']),
  };
  for (let n = 0; n < count; n += 1) {
    const i = listed[n]!;
    mix4(lanes, i, key, purpose.record, seed);
    const was = wrong[i]!;
    const at = i * BLOCKS;
    // Each block by itself and not in a loop, which would ask anew what the arrays are.
    const account = moved(age[at]!, lanes[0]!, was & 1, 0, limits);
    const needs = moved(age[at + 1]!, lanes[1]!, (was >>> 1) & 1, was >>> MISJOINED_AT, limits);
    const contacts = moved(age[at + 2]!, lanes[2]!, (was >>> 2) & 1, 0, limits);
    const issues = moved(age[at + 3]!, lanes[3]!, (was >>> 3) & 1, 0, limits);
    age[at] = account & AGE;
    age[at + 1] = needs & AGE;
    age[at + 2] = contacts & AGE;
    age[at + 3] = issues & AGE;
    // Whoever mends the block about needs sees that two people share the row.
    const misjoined = was & MISJOINED & ~(((needs >>> CLEANED) & 1) << MISJOINED_AT);
    wrong[i] =
      ((account >>> WRONG) & 1) |
      (((needs >>> WRONG) & 1) << 1) |
      (((contacts >>> WRONG) & 1) << 2) |
      (((issues >>> WRONG) & 1) << 3) |
      misjoined;
  }
}

/** Words from which a block stays fresh and from which cleaning mends it; the first or the second alone is not reached by any word. */
interface Limits {
  fresh: number;
  mended: number;
  allSpoil: number;
  noneMended: number;
  maximumAge: number;
}

/** Parts of what `moved` answers. */
const AGE = 0xff;
const WRONG = 8;
const CLEANED = 9;

/** A block after the quarter: its age, and bits that say whether it is wrong and whether it was cleaned. @param bad 1 = it was wrong */
const moved = (was: number, word: number, bad: number, mixedUp: number, limits: Limits): number => {
  const bits = word | 0;
  const holds = (was - EMPTY) >>> 31;
  const right = holds & ~bad;
  const wrong = bad | (right & (below(bits, limits.fresh) | limits.allSpoil));
  const older = was + (holds & ((was - (EMPTY - 1)) >>> 31));
  const isStale = holds & (wrong | mixedUp | ((limits.maximumAge - older) >>> 31));
  const cleaned = isStale & ~(below(bits, limits.mended) | limits.noneMended) & 1;
  return (older & (cleaned - 1)) | ((wrong & ~cleaned) << WRONG) | (cleaned << CLEANED);
};

/**
 * Fills wanted fields and renews blocks of those listed; each field and block draws its own part of two keyed words a block.
 * @param contacts by customer; @param chances by contacts, 0-1, that a wanted field is filled
 */
export function capture(
  records: Records,
  listed: Int32Array,
  count: number,
  contacts: Uint8Array,
  actions: RecordActions,
  chances: Float64Array,
  key: number,
  seed: number,
): void {
  const { age, wrong, fields } = records;
  const { wantedFields } = actions;
  const fillsBelow = Int32Array.from(chances, (chance) => drawsBelow(chance, FIELD_BITS));
  const renewsBelow = Int32Array.from(chances, (chance) => drawsBelow(chance, HALF_BITS));
  const falseBelow = drawsBelow(actions.falseEntry, HALF_BITS);
  for (let n = 0; n < count; n += 1) {
    const i = listed[n]!;
    mix4(fieldLanes, i, key, purpose.recordField, seed);
    mix4(lanes, i, key + 1, purpose.recordField, seed);
    const fill = fillsBelow[contacts[i]!]!;
    const renew = renewsBelow[contacts[i]!]!;
    const before = fields[i]!;
    let after = before;
    let spoiled = wrong[i]!;
    for (let b = 0; b < BLOCKS; b += 1) {
      const shift = b * FIELDS_PER_BLOCK;
      const draws = fieldLanes[b]!;
      const wanted = (wantedFields >> shift) & 7;
      const filled = (before >> shift) & 7;
      const drawn =
        (((draws & FIELD_MASK) - fill) >>> 31) |
        (((((draws >>> FIELD_BITS) & FIELD_MASK) - fill) >>> 31) << 1) |
        (((((draws >>> (2 * FIELD_BITS)) & FIELD_MASK) - fill) >>> 31) << 2);
      const won = drawn & wanted & ~filled;
      after |= won << shift;
      // Talking to the customer also renews what the block already holds.
      const renewed = (-filled >>> 31) & (-wanted >>> 31) & (((lanes[b]! >>> HALF_BITS) - renew) >>> 31);
      const written = (-won >>> 31) | renewed;
      const mistaken = ((lanes[b]! & 0xffff) - falseBelow) >>> 31;
      age[i * BLOCKS + b]! &= written - 1;
      spoiled = (spoiled & ~(written << b)) | ((written & mistaken) << b);
    }
    fields[i] = after;
    wrong[i] = spoiled;
  }
}

/** 1 where a is below b, both as words without a sign; without a branch. */
const below = (a: number, b: number): number => ((~a & b) | ((~a | b) & (a - b))) >>> 31;

/** The least of all words for which something holds that goes on holding: 2^32 if it never does. */
function firstWord(holds: (bits: number) => boolean): number {
  let first = 0;
  let beyond = WORDS;
  while (first < beyond) {
    const middle = Math.floor((first + beyond) / 2);
    if (holds(middle)) beyond = middle;
    else first = middle + 1;
  }
  return first;
}

/** How many of the draws of so many bits, each the middle of its cell of 0-1, lie below the chance. */
function drawsBelow(chance: number, bits: number): number {
  const draws = 1 << bits;
  return Math.max(0, Math.min(draws, Math.ceil(chance * draws - 0.5)));
}
