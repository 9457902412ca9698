/** Measures the records as they are: coverage, depth, accuracy, linkage, consent and from these the completeness I. */

import { pow } from '../math/elementary.ts';
import { fieldIds, type FieldId, type RecordQuality } from './recordActions.ts';
import { BLOCKS, bitCount, consentState, EMPTY, type Records } from './records.ts';

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

/** Pairs of lists that agree over pairs of lists that hold the customer; with a single list, whether it is shared. */
function linkageOf(holders: number, joined: number): number {
  return holders === 1 ? joined : (joined * (joined - 1)) / (holders * (holders - 1));
}

/**
 * Quality of a firm's records over its own current customers, with the customers, known customers, fields and blocks that were looked at.
 * @param own tells whether a customer is the firm's now; @param sample probability-like filter for an audit, all by default
 */
export function measureQuality(
  records: Records,
  people: number,
  own: (person: number) => boolean,
  usefulFields: readonly FieldId[],
  maximumAge: number,
  sampled: (person: number) => boolean = () => true,
): RecordQuality & { customers: number; known: number; fields: number; blocks: number } {
  const useful = fieldMask(usefulFields);
  let customers = 0;
  let known = 0;
  let filled = 0;
  let blocks = 0;
  let rightBlocks = 0;
  let linked = 0;
  let consented = 0;
  let duplicated = 0;
  const { held, joined, age, wrong, duplicates } = records;
  for (let i = 0; i < people; i += 1) {
    if (!own(i) || !sampled(i)) continue;
    customers += 1;
    if (held[i] === 0) continue;
    known += 1;
    filled += bitCount(records.fields[i]! & useful);
    const spoiled = wrong[i]!;
    for (let b = 0; b < BLOCKS; b += 1) {
      const quarters = age[i * BLOCKS + b]!;
      if (quarters === EMPTY) continue;
      blocks += 1;
      if (quarters <= maximumAge) rightBlocks += 1 - ((spoiled >>> b) & 1);
    }
    linked += linkageOf(bitCount(held[i]!) + duplicates[i]!, bitCount(held[i]! & joined[i]!));
    if ((records.consent[i]! & 3) === consentState.valid) consented += 1;
    if (duplicates[i]! > 0) duplicated += 1;
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
