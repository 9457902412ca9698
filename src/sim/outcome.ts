/** What one played quarter leaves behind: the truth (for the debrief) and what a firm could observe of it. */

import type { CauseId } from './market.ts';

/** True totals of one company in one segment, simulated customers (not yet weighted by what each represents). */
export interface SegmentTally {
  customers: number;
  gained: number;
  /** Part of them reached by what others say. */
  referred: number;
  lost: number;
  lostBy: Record<CauseId, number>;
  purchases: number;
  revenue: number;
  /** Revenue less direct cost, service and contact cost. */
  contribution: number;
  serviceContacts: number;
  firmContacts: number;
  failures: number;
  felt: number;
  voiced: number;
  recovered: number;
  /** Complaints for the sake of the remedy, which no felt failure is behind; not among `voiced` and `recovered`. */
  claims: number;
  silentExits: number;
  /** Sum of true satisfaction 0-1 over customers at the end, and over those who left. */
  satisfaction: number;
  satisfactionOfLost: number;
  /** Sum over contacts of care as delivered p (mechanics 3), 0-1 each. */
  care: number;
  wrongPersonalisations: number;
  consentWithdrawn: number;
  praise: number;
  blame: number;
}

/** What a firm can see without asking anybody: its own books and logs. Weighted by what a simulated customer represents. */
export interface ObservedQuarter {
  revenue: number;
  contribution: number;
  purchases: number;
  /** Contractual: open accounts at the end and at the start, opened and closed in the quarter. Repertoire: buyers of this quarter and of
   *  the one before; nobody opens or closes anything there. */
  accounts: number;
  accountsBefore: number;
  opened: number;
  closed: number;
  /** Accounts by segment id are known only where the records say so; here exact totals a firm's ledger has. */
  serviceContacts: number;
  firmContacts: number;
  waitedTooLong: number;
  load: number;
  failuresLogged: number;
  complaints: number;
  complaintsSettled: number;
  /** Reasons told by leavers who were asked or complained. */
  reasonsTold: Partial<Record<CauseId, number>>;
  /** Care as delivered, measured from logged contacts, points 0-100. */
  care: number;
  consentWithdrawn: number;
}
