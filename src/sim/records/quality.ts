/** Measures the records as they are: coverage, depth, accuracy, linkage, consent and from these the completeness I. */

import { pow } from '../math/elementary.ts';
import { fieldIds, type FieldId, type RecordQuality } from './recordActions.ts';
import { BLOCKS, bitCount, consentState, EMPTY, SILOS, type Records } from './records.ts';

/** Bit mask of fields. */
export function fieldMask(fields: readonly FieldId[]): number {
  return fields.reduce((mask, field) => mask | (1 << fieldIds.indexOf(field)), 0);
}

/** I = min(40 + 60 consent, 100 (coverage depth accuracy linkage)^(1/4)), points 0-100, from shares 0-1 (mechanics 2). */
export function completeness(coverage: number, depth: number, accuracy: number, linkage: number, consent: number): number {
  const product = coverage * depth * accuracy * linkage;
  const mean = product > 0 ? 100 * pow(product, 0.25) : 0;
  return Math.min(40 + 60 * consent, mean);
}

/** Lists of a customer, further numbers included, at most, and how many of them can be joined. */
const MOST_LISTS = 2 * SILOS;
/** By lists x MOST_LISTS + joined ones: pairs of lists that agree over pairs that hold the customer; with a single list, whether it is shared. */
const linkageOf = Float64Array.from({ length: MOST_LISTS * MOST_LISTS }, (_, place) => {
  const holders = Math.floor(place / MOST_LISTS);
  const joined = place % MOST_LISTS;
  return holders === 1 ? joined : (joined * (joined - 1)) / (holders * (holders - 1));
});

/** How far the lists of one customer agree, 0-1. @param lists that hold him, further numbers included; @param joined those that can be joined */
export const linkageOfOne = (lists: number, joined: number): number => linkageOf[lists * MOST_LISTS + joined]!;

/**
 * Quality of a firm's records over customers of its own, with the customers, known customers, fields and blocks that were looked at.
 * @param own indices of its customers, ascending: all, or the sample of an audit
 */
export function measureQuality(
  records: Records,
  own: Int32Array,
  usefulFields: readonly FieldId[],
  maximumAge: number,
): RecordQuality & { customers: number; known: number; fields: number; blocks: number } {
  const useful = fieldMask(usefulFields);
  const oldest = Math.floor(maximumAge);
  const customers = own.length;
  let known = 0;
  let filled = 0;
  let blocks = 0;
  let rightBlocks = 0;
  let linked = 0;
  let consented = 0;
  let duplicated = 0;
  const { held, joined, age, wrong, duplicates, fields: filledFields, consent: consents } = records;
  for (let n = 0; n < customers; n += 1) {
    const i = own[n]!;
    const lists = held[i]!;
    if (lists === 0) continue;
    known += 1;
    filled += bitCount(filledFields[i]! & useful);
    const right = ~wrong[i]!;
    for (let b = 0; b < BLOCKS; b += 1) {
      const quarters = age[i * BLOCKS + b]!;
      const holds = (quarters - EMPTY) >>> 31;
      blocks += holds;
      rightBlocks += holds & (right >>> b) & ((quarters - oldest - 1) >>> 31);
    }
    linked += linkageOf[(bitCount(lists) + duplicates[i]!) * MOST_LISTS + bitCount(lists & joined[i]!)]!;
    consented += (((consents[i]! & 3) ^ consentState.valid) - 1) >>> 31;
    duplicated += -duplicates[i]! >>> 31;
  }
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  const fields = known * bitCount(useful);
  const coverage = share(known, customers);
  const depth = share(filled, fields);
  const accuracy = share(rightBlocks, blocks);
  const linkage = share(linked, known);
  const consent = share(consented, known);
  return {
    customers,
    known,
    fields,
    blocks,
    coverage,
    depth,
    accuracy,
    linkage,
    consent,
    duplicates: share(duplicated, known),
    completeness: completeness(coverage, depth, accuracy, linkage, consent),
  };
}
