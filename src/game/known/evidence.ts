/** All that the known view may read: books, logs, what was audited, asked or bought. No truth passes through here. */

import type { FirmState } from '../../company/firm.ts';
import type { ObservedQuarter } from '../../sim/outcome.ts';
import type { LookedUp } from '../../sim/records/lookedUp.ts';
import type { RecordQuality } from '../../sim/records/recordActions.ts';
import type { SampleErrors } from '../../sim/records/sampleErrors.ts';
import type { Lapse } from './silence.ts';
import type { SpendLost } from './spendLost.ts';

/** What an audit of a sample of the records found, and when. */
export interface AuditResult {
  quality: RecordQuality;
  /** Customers looked up. */
  n: number;
  /** Part of all customers that were looked up, 0-1, and how far what was found may lie from what all would have shown. */
  drawn: number;
  errors: SampleErrors;
  /** What the same customers showed beyond the shares. */
  looked: LookedUp;
  quarter: number;
}

export interface SurveyAnswer {
  n: number;
  /** Customers on file from whom they came. */
  known: number;
  mean: number;
  /** Of the answers, and of one answer around what is felt (from asking the same people twice), in points. */
  deviation: number;
  noise: number;
  quarter: number;
}

/** Answers of shoppers without a name, asked at the till how often they have bought in the quarter. */
export interface TillAnswer {
  /** Receipts of the quarter that carry no name, and those whose holder was asked; simulated. */
  nameless: number;
  n: number;
  /** Mean and standard deviation of one over the number of purchases: a receipt of a shopper with three stands for a third of a person. */
  mean: number;
  deviation: number;
}

/** What people who had met trouble said when they were asked, and what leavers did: two samples, each of `n` with `found` among them. */
export interface UnheardAnswer {
  /** Of those who had felt a failure, who had complained of it. */
  voiced: { n: number; found: number };
  /** Of those who had left, who had done so over a failure and without a word. */
  leftSilent: { n: number; found: number };
  quarter: number;
}

/** Answers of a bought analysis: figures by name (segment, path, cause, company). */
export interface AnalysisResult {
  id: string;
  figures: Readonly<Record<string, number>>;
}

/** Repertoire: what the receipts tell of buyers, simulated customers. */
export interface Recency {
  /** Known people who bought in the quarter; what those without a name said at the till. */
  knownBuyers: number;
  till: TillAnswer;
  /** Known people who bought within the year, and how many of them have been silent for two quarters. */
  yearsBuyers: number;
  silent: number;
  /** What their silence says of each, null where nobody is on file. */
  lapse: Lapse | null;
}

export interface Evidence {
  quarter: number;
  firm: FirmState;
  /** Customers have one supplier each, whom they give notice. */
  contractual: boolean;
  /** null before the first quarter has been played. */
  books: ObservedQuarter | null;
  /** Books of the last four quarters, the newest last. */
  year: readonly ObservedQuarter[];
  /** Customers at the start, from the books, in real people. */
  openingAccounts: number;
  /** null under contract. */
  recency: Recency | null;
  /** Under contract: of the last four quarters, the newest last. */
  spendLost: readonly SpendLost[];
  survey: SurveyAnswer | null;
  /** null where nobody has ever asked the silent. */
  unheard: UnheardAnswer | null;
  audit: AuditResult | null;
  /** Own share of the market as the rivals analysis told it, 0-1. */
  shareOfMarket: { value: number; n: number; quarter: number } | null;
  /** Discount a quarter and horizon in quarters used to value a customer. */
  discount: number;
  horizon: number;
  /** Real people that one simulated customer stands for. */
  represents: number;
}
