/** All that the known view may read: books, logs, what was audited, asked or bought. No truth passes through here. */

import type { FirmState } from '../../company/firm.ts';
import type { ObservedQuarter } from '../../sim/outcome.ts';
import type { RecordQuality } from '../../sim/records/recordActions.ts';

/** What an audit of a sample of the records found, and when. */
export interface AuditResult {
  quality: RecordQuality;
  /** Customers looked up. */
  n: number;
  /** What each share was counted over: customers, their fields, the blocks that hold something, the customers who are known. */
  counted: Readonly<Record<'coverage' | 'depth' | 'accuracy' | 'linkage' | 'consent', number>>;
  quarter: number;
}

export interface SurveyAnswer {
  n: number;
  mean: number;
  deviation: number;
  quarter: number;
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

/** Repertoire: what the receipts with a name tell of buyers, simulated customers. */
export interface Recency {
  /** Known people who bought in the quarter, and their part of its revenue, 0-1. */
  knownBuyers: number;
  knownShare: number;
  /** Known people who bought within the year, and how many of them have been silent for two quarters. */
  yearsBuyers: number;
  silent: number;
}

export interface Evidence {
  quarter: number;
  firm: FirmState;
  /** Customers have one supplier each, whom they give notice. */
  contractual: boolean;
  /** null before the first quarter has been played. */
  books: ObservedQuarter | null;
  /** Customers at the start, from the books, in real people. */
  openingAccounts: number;
  /** null under contract. */
  recency: Recency | null;
  survey: SurveyAnswer | null;
  /** null where nobody has ever asked the silent. */
  unheard: UnheardAnswer | null;
  audit: AuditResult | null;
  /** Own share of the market as the rivals analysis told it, 0-1. */
  shareOfMarket: { value: number; quarter: number } | null;
  /** Discount a quarter and horizon in quarters used to value a customer. */
  discount: number;
  horizon: number;
  /** Real people that one simulated customer stands for. */
  represents: number;
}
