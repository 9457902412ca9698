/** What the firm believes its customers need against what they need, segment by segment. */

import { distanceFromOther } from '../../sim/truth/contact.ts';
import { BLOCKS, EMPTY, MISJOINED } from '../../sim/records/records.ts';
import { type CustomersView, shareOf } from './view.ts';

/** Place of the block that holds needs, see blockIds. */
const NEEDS_BLOCK = 1;

export interface NeedsOfSegment {
  segment: string;
  /** Real customers; shares 0-1 of them of whom the needs are written down rightly, and wrongly. */
  customers: number;
  right: number;
  wrong: number;
  /** Mean distance of needs as believed from needs as they are, 0-1: by the file where there is one, else by the segment's mean; and by the mean alone. */
  error: number;
  errorOfMean: number;
}

/** Needs as the firm would believe them of each customer if it went by the file of each, against the truth. */
export function needsKnown(view: CustomersView): NeedsOfSegment[] {
  const { company, own, values, world } = view;
  const { c } = values;
  const { records } = company;
  const { segments } = world.market.spec;
  const weight = world.market.represents;
  const rows = segments.map(({ id }) => ({ segment: id, customers: 0, right: 0, wrong: 0, error: 0, errorOfMean: 0 }));
  for (const i of own) {
    const s = c.columns.segment[i]!;
    const row = rows[s]!;
    // The sum of differences of shares runs to 2.
    const mean = c.seen.distance[c.columns.kind[i]!]! / 2;
    const holds = records.held[i] !== 0 && records.age[i * BLOCKS + NEEDS_BLOCK] !== EMPTY;
    const wrong = holds && (records.wrong[i]! & ((1 << NEEDS_BLOCK) | MISJOINED)) !== 0;
    row.customers += 1;
    row.errorOfMean += mean;
    if (wrong) row.wrong += 1;
    else if (holds) row.right += 1;
    row.error += wrong ? distanceFromOther(c, i, s, 1) / 2 : holds ? 0 : mean;
  }
  return rows.map(({ segment, customers, ...sums }) => ({
    segment,
    customers: customers * weight,
    right: shareOf(sums.right, customers),
    wrong: shareOf(sums.wrong, customers),
    error: shareOf(sums.error, customers),
    errorOfMean: shareOf(sums.errorOfMean, customers),
  }));
}
