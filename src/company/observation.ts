/** What a firm learns at the end of a quarter: plain numbers from its own books, logs and records. */

import type { ObservedQuarter } from '../sim/outcome.ts';
import type { RecordQuality } from '../sim/records/recordActions.ts';
import type { EventSpec } from './firm.ts';
import type { LoyaltyMoney } from './money.ts';

export interface FirmObservation {
  quarter: number;
  books: ObservedQuarter;
  /** True quality of the records (the flags of the machine) and quality as last audited (guards and screens). */
  records: RecordQuality;
  audited: RecordQuality | null;
  /** Events that strike or still last this quarter. */
  events: readonly EventSpec[];
  /** Units paid to those whose cases were closed; none where left out. */
  remedies?: number;
  /** Kept by those who run a channel, in currency; none where left out. */
  commission?: number;
  /** Of the loyalty programme, in currency; none where left out. */
  loyalty?: LoyaltyMoney;
  /** Keyed draws of the luck layer, (0,1): whether a roll-out stalls. */
  stallDraw: number;
}

/** What a rival sees of the market: public figures only. */
export interface RivalObservation {
  quarter: number;
  /** Own share of customers now and a quarter ago, 0-1. */
  share: number;
  shareBefore: number;
  /** Lowest price index among the others, and the learner's visible service level (care 0-1). */
  lowestPrice: number;
  highestCare: number;
  events: readonly EventSpec[];
  /** Keyed draw of the luck layer, (0,1): jitter of the lag. */
  draw: number;
}
