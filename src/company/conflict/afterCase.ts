/** What a closed case does to the firm: people, trust, causes that stay open or are removed, links and goodwill, and what will come back. */

import { type PairId, pairIds } from '../controls.ts';
import type { FirmState } from '../firm.ts';
import type { FirmParameters } from '../parameters.ts';
import { points } from '../stocks.ts';
import { type CaseEnding, contentEndings } from './caseRules.ts';
import { complaintRootIds, type RootId } from './codes.ts';
import { type FixId, fixWork } from './fixes.ts';

export interface ClosedConflict {
  id: string;
  /** Pair or partner; '' for a customer's case. */
  at: string;
  /** True root cause; null where nobody can know it. */
  root: RootId | null;
  ending: CaseEnding;
  /** Score of the last offer, null where none was made. */
  score: number | null;
  /** The remedy that was chosen for the cause, and whether it removes it. */
  fix: FixId | null;
  fixed: boolean;
  /** Failures that were counted when it came up; draw (0,1) of how long words will hold. */
  failures: number;
  draw: number;
}

const bad: readonly CaseEnding[] = ['doubleDeviation', 'lost'];
/** Score at which a dispute leaves things as they were, and the one taken where nothing was offered. */
const neutral = 0.5;
const unanswered = 0.3;

/** The firm after a case. Nothing is changed in place. */
export function firmAfterCase(firm: FirmState, closed: ClosedConflict, p: FirmParameters): FirmState {
  const good = contentEndings.includes(closed.ending);
  const ended = bad.includes(closed.ending);
  const morale = good ? p['case.morale'] : ended ? -2 * p['case.morale'] : 0;
  const trust = good ? p['case.trust'] : ended ? -3 * p['case.trust'] : 0;
  const after: FirmState = {
    ...firm,
    stocks: { ...firm.stocks, H: points(firm.stocks.H + morale) },
    // Customers do not see what departments quarrel about.
    trust: closed.at === '' ? points(firm.trust + trust) : firm.trust,
    conflict: fixAgreed(firm, closed).conflict,
  };
  return closed.at === '' ? complaintClosed(after, closed, p) : disputeClosed(after, closed, p);
}

/** The firm with the remedy that was chosen for a cause, if one was. */
export function fixAgreed(firm: FirmState, { at, root, fix, fixed }: Pick<ClosedConflict, 'at' | 'root' | 'fix' | 'fixed'>): FirmState {
  if (fix === null || root === null) return firm;
  const agreed = { at, root, fix, works: firm.quarter + fixWork[fix].lag, cures: fixed };
  return { ...firm, conflict: { ...firm.conflict, fixes: [...firm.conflict.fixes, agreed] } };
}

/** A complaint closed without its cause leaves that cause more open than before. */
function complaintClosed(firm: FirmState, { root, ending, fixed }: ClosedConflict, p: FirmParameters): FirmState {
  const cause = complaintRootIds.find((id) => id === root);
  // What somebody does to cheat has no cause in the firm.
  if (cause === undefined || cause === 'misuse' || fixed || ending === 'faded') return firm;
  const { openCauses } = firm.conflict;
  const open = { ...openCauses, [cause]: points((openCauses[cause] ?? 0) + p['cause.opened']) };
  return { ...firm, conflict: { ...firm.conflict, openCauses: open } };
}

/** A dispute moves link or goodwill by its score; what only words have settled will come back. */
function disputeClosed(firm: FirmState, closed: ClosedConflict, p: FirmParameters): FirmState {
  const { at, id, root, score, fixed, failures, draw } = closed;
  const moved = p['dispute.settled'] * ((score ?? unanswered) - neutral) + (fixed ? p['dispute.structure'] : 0);
  const least = p['dispute.returnsAfter'];
  const span = p['dispute.returnsWithin'] - least + 1;
  const quarter = firm.quarter + least + Math.floor(draw * span);
  const returning =
    fixed || root === null ? firm.conflict.returning : [...firm.conflict.returning, { id, at, root, quarter, failures: failures + 1 }];
  return bondMoved({ ...firm, conflict: { ...firm.conflict, returning } }, at, moved);
}

/** Link of a pair or goodwill of a partner moved by points; anything else is left alone. */
export function bondMoved(firm: FirmState, at: string, by: number): FirmState {
  const pair = pairIds.find((id: PairId) => id === at);
  if (pair !== undefined) return { ...firm, links: { ...firm.links, [pair]: points(firm.links[pair] + by) } };
  const goodwill = firm.conflict.goodwill[at];
  if (goodwill === undefined) return firm;
  return { ...firm, conflict: { ...firm.conflict, goodwill: { ...firm.conflict.goodwill, [at]: points(goodwill + by) } } };
}
