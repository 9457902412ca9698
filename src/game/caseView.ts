/** A customer case as the learner's inbox shows it. */

import type { CaseEnding } from '../company/conflict/caseRules.ts';
import type { ConflictMode } from '../company/orders.ts';

export interface CaseView {
  /** Id of the case in the scenario, and the slot that a move names. */
  id: string;
  slot: string;
  /** Points 0-100 as triage set it. */
  severity: number;
  /** Index of the customer, for a name and a face; money a quarter that the firm's books show for him. */
  customer: number;
  yearlyValue: number;
  /** null while it is open. */
  outcome: CaseEnding | null;
  /** Handled by the learner or by the standing policy. */
  by: 'learner' | 'policy' | null;
  /** Quarter in which it was closed. */
  closedIn: number | null;
}

/** A closed case as the debrief shows it: the mode in which it was met, and how the same offer would have ended it in each of the five. */
export interface ClosedCase extends CaseView {
  mode: ConflictMode;
  futures: readonly { mode: ConflictMode; ending: CaseEnding }[];
}
