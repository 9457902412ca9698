/** What a firm is told when a quarter begins. */

import type { RecordQuality } from '../sim/records/recordActions.ts';
import type { FixId } from './conflict/fixes.ts';
import type { AnalysisId, CardId } from './controls.ts';
import type { EventSpec } from './firm.ts';
import type { OpportunitySpec } from './opportunities.ts';
import type { ReviewOrder } from './review/reviewBill.ts';

export interface QuarterStart {
  quarter: number;
  /** Newest audit of the records, null if there has been none; an older one may be passed again. */
  audited: RecordQuality | null;
  /** Analyses bought so far, those of this plan included. */
  analysed: readonly AnalysisId[];
  /** Analyses ordered this quarter; left out = those that this plan asks for and the last one did not. */
  bought?: readonly AnalysisId[];
  /** Cards bought open for this quarter; none where left out. */
  opened?: readonly CardId[];
  /** Remedies agreed in cases, and staff hours that cases took; none where left out. */
  fixes?: readonly FixId[];
  caseHours?: number;
  /** The review that falls in the quarter; none where left out. */
  review?: ReviewOrder | null;
  /** Units of the reserve that adjustments take; none where left out. */
  adjusting?: number;
  /** Events that strike the firm or still last this quarter (eventsFor). */
  events: readonly EventSpec[];
  /** Offers that must be answered this quarter; none where left out. */
  opportunities?: readonly OpportunitySpec[];
}
