/** What past conflicts left in a firm: causes that stay open, remedies agreed, goodwill of partners, disputes that will come back. */

import type { FirmParameters } from '../parameters.ts';
import { type ComplaintRootId, complaintRootIds, type RootId } from './codes.ts';
import type { FixId } from './fixes.ts';

/** A remedy agreed: `at` is the pair or partner it binds, '' for what customers complained of. */
export interface AgreedFix {
  at: string;
  root: RootId;
  fix: FixId;
  /** Quarter from which it works, and whether it removes the cause. */
  works: number;
  cures: boolean;
}

export interface ConflictState {
  /** Points 0-100 by root cause of complaints that were closed without it. */
  openCauses: Readonly<Partial<Record<ComplaintRootId, number>>>;
  fixes: readonly AgreedFix[];
  /** Points 0-100 by partner. */
  goodwill: Readonly<Record<string, number>>;
  /** Disputes settled by words alone, the quarter from which they come back, and how often they failed. */
  returning: readonly { id: string; at: string; root: RootId; quarter: number; failures: number }[];
  /** Conflicts inside the firm and with partners in the last quarter: felt and spoken of. */
  felt: number;
  voiced: number;
  /** Over the run so far: felt, spoken of, and kept away by what was agreed. */
  everFelt: number;
  everVoiced: number;
  prevented: number;
}

/** Before play: nothing has happened. @param partners ids of the scenario's partners */
export function conflictAtStart(partners: readonly string[], p: FirmParameters): ConflictState {
  const goodwill: Record<string, number> = {};
  for (const id of partners) goodwill[id] = p['partner.usual'];
  return { openCauses: {}, fixes: [], goodwill, returning: [], felt: 0, voiced: 0, everFelt: 0, everVoiced: 0, prevented: 0 };
}

/** Whether a remedy that works in the quarter has removed a cause between these two; '' = what customers complain of. */
export const isCured = ({ fixes }: ConflictState, at: string, root: RootId, quarter: number): boolean =>
  fixes.some((fix) => fix.at === at && fix.root === root && fix.cures && fix.works <= quarter);

/** Open causes as a quarter later: forgotten little by little, gone where a remedy works. */
export function causesAfter(state: ConflictState, quarter: number, p: FirmParameters): ConflictState['openCauses'] {
  const open: Partial<Record<ComplaintRootId, number>> = {};
  for (const root of complaintRootIds) {
    const left = (state.openCauses[root] ?? 0) - p['cause.fades'];
    if (left > 0 && !isCured(state, '', root, quarter)) open[root] = left;
  }
  return open;
}

/** Factor on failures: open causes add to them, removed ones take away. */
export function failuresByCauses(state: ConflictState, quarter: number, p: FirmParameters): number {
  let open = 0;
  let cured = 0;
  for (const root of complaintRootIds) {
    if (isCured(state, '', root, quarter)) cured += 1;
    else open += state.openCauses[root] ?? 0;
  }
  return (1 + p['cause.failure'] * Math.min(1, open / p['cause.fullAt'])) * (1 - p['cause.cured'] * cured);
}

/** Convenience 0-1 won or lost by how partners stand to the firm; none without partners. */
export function convenienceByPartners({ goodwill }: ConflictState, p: FirmParameters): number {
  const ids = Object.keys(goodwill).sort((a, b) => (a < b ? -1 : 1));
  if (ids.length === 0) return 0;
  const mean = ids.reduce((sum, id) => sum + goodwill[id]!, 0) / ids.length;
  const usual = p['partner.usual'];
  return (p['partner.convenience'] * (mean - usual)) / (mean > usual ? 100 - usual : usual);
}
