/** A customer case as the learner's inbox shows it. */

import type { Criteria } from '../company/conflict/situation.ts';
import type { Grievance } from '../company/conflict/triage.ts';
import type { CaseAnswer, CaseState } from '../company/conflict/playCase.ts';
import type { CaseEnding } from '../company/conflict/caseRules.ts';
import type { ConflictMode } from '../company/orders.ts';

/** What the front line's file says of a case. */
export interface CaseFile extends Grievance {
  /** Six criteria 0-5 each; null where the scenario gives the severity. */
  criteria: Criteria | null;
  priorFailures: number;
}

export interface CaseView {
  /** Id of the case or complaint in the scenario, and the slot that a move names. */
  id: string;
  slot: string;
  /** Points 0-100 as triage set it. */
  severity: number;
  /** Index of the customer, for a name and a face; money a quarter that the firm's books show for him. */
  customer: number;
  yearlyValue: number;
  file: CaseFile;
  /** null while it is open. */
  outcome: CaseEnding | null;
  /** Handled by the learner or by the standing policy. */
  by: 'learner' | 'policy' | null;
  /** Quarter in which it was closed. */
  closedIn: number | null;
}

/** A case as it was met: how it lay there, the learner's answer if there was one, and what the standing policy would do. */
export interface CaseMet {
  received: CaseState;
  answer: CaseAnswer | null;
  policy: CaseAnswer;
}
export interface ClosedCase extends CaseView {
  met: CaseMet;
}

/** A closed case as the debrief shows it: the mode in which it was met, and how the same offer would have ended it in each of the five. */
export interface CaseFutures extends CaseView {
  mode: ConflictMode;
  futures: readonly { mode: ConflictMode; ending: CaseEnding }[];
}

/** A case that a real customer brought: what the front line could not settle in a quarter, in the inbox of the next. */
export type RaisedCase = Pick<CaseView, 'id' | 'slot' | 'severity' | 'customer' | 'yearlyValue' | 'file'> & { quarter: number };
