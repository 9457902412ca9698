/** How far the parts of the quality of records, found in a sample of customers, may lie from those of all: fields and blocks come in bunches, one a customer. */

import { fieldMask, linkageOfOne } from './quality.ts';
import type { FieldId, RecordQuality } from './recordActions.ts';
import { BLOCKS, bitCount, consentState, EMPTY, type Records } from './records.ts';

export const auditedParts = ['coverage', 'depth', 'accuracy', 'linkage', 'consent'] as const;
export type AuditedPart = (typeof auditedParts)[number];

export interface SampleErrors {
  /** Standard error of each share 0-1, as if drawn with replacement. */
  parts: Readonly<Record<AuditedPart, number>>;
  /** Of the fourth root of coverage, depth, accuracy and linkage, relative to it; the parts of one sample move together. */
  root: number;
}

export const noErrors: SampleErrors = { parts: { coverage: 0, depth: 0, accuracy: 0, linkage: 0, consent: 0 }, root: 0 };

/** Parts whose product the completeness is the fourth root of. */
const ROOTED = 4;

/** What one customer adds to each part: what is right of it, and what it is counted over. */
function adds(records: Records, i: number, useful: number, oldest: number, right: Float64Array, over: Float64Array): void {
  right.fill(0);
  over.fill(0);
  over[0] = 1;
  const lists = records.held[i]!;
  if (lists === 0) return;
  right[0] = 1;
  over[1] = bitCount(useful);
  right[1] = bitCount(records.fields[i]! & useful);
  for (let b = 0; b < BLOCKS; b += 1) {
    const age = records.age[i * BLOCKS + b]!;
    if (age === EMPTY) continue;
    over[2] += 1;
    if (((records.wrong[i]! >>> b) & 1) === 0 && age <= oldest) right[2] += 1;
  }
  over[3] = 1;
  right[3] = linkageOfOne(bitCount(lists) + records.duplicates[i]!, bitCount(lists & records.joined[i]!));
  over[4] = 1;
  right[4] = (records.consent[i]! & 3) === consentState.valid ? 1 : 0;
}

/**
 * Linearised errors of ratios over a sample of customers (Cochran 1977, 6.4).
 * @param sample indices of the customers looked up; @param quality what was found of them
 */
export function sampleErrors(
  records: Records,
  sample: Int32Array,
  usefulFields: readonly FieldId[],
  maximumAge: number,
  quality: RecordQuality,
): SampleErrors {
  const useful = fieldMask(usefulFields);
  const oldest = Math.floor(maximumAge);
  const parts = auditedParts.length;
  const [right, over] = [new Float64Array(parts), new Float64Array(parts)];
  const [sumRight, sumOver, squares] = [new Float64Array(parts), new Float64Array(parts), new Float64Array(parts)];
  const shares = auditedParts.map((part) => quality[part]);
  for (const i of sample) {
    adds(records, i, useful, oldest, right, over);
    for (let part = 0; part < parts; part += 1) {
      sumRight[part] += right[part]!;
      sumOver[part] += over[part]!;
      const off = right[part]! - shares[part]! * over[part]!;
      squares[part] += off * off;
    }
  }
  let rootSquares = 0;
  for (const i of sample) {
    adds(records, i, useful, oldest, right, over);
    let off = 0;
    for (let part = 0; part < ROOTED; part += 1) {
      if (sumRight[part]! > 0) off += (right[part]! - shares[part]! * over[part]!) / (ROOTED * sumRight[part]!);
    }
    rootSquares += off * off;
  }
  const n = sample.length;
  const unbiased = n > 1 ? n / (n - 1) : 0;
  const errorOf = (part: number): number => (sumOver[part]! > 0 ? Math.sqrt(unbiased * squares[part]!) / sumOver[part]! : 0);
  return {
    parts: { coverage: errorOf(0), depth: errorOf(1), accuracy: errorOf(2), linkage: errorOf(3), consent: errorOf(4) },
    root: Math.sqrt(unbiased * rootSquares),
  };
}
