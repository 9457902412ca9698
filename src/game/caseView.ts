/** A conflict case as the learner's inbox shows it, and as far as it has been played. */

import type { ConflictKind, Criteria } from '../company/conflict/situation.ts';
import type { CaseStep, CaseStepId, CaseTurn } from '../company/conflict/steps.ts';
import type { Reason } from '../company/guards.ts';
import type { Grievance } from '../company/conflict/triage.ts';
import type { FixId } from '../company/conflict/fixes.ts';
import type { CaseAnswer, CaseState } from '../company/conflict/playCase.ts';
import type { CaseCircumstances } from '../company/conflict/playSteps.ts';
import type { CaseEnding } from '../company/conflict/caseRules.ts';
import type { ConflictMode } from '../company/orders.ts';

/** What the front line's file says of a case: facts that somebody still has to weigh. */
export interface CaseFile extends Grievance {
  priorFailures: number;
  /** What is at stake for those concerned, in currency; what they bring a year over the mean customer's, 0-3, null where the books say nothing. */
  loss: number;
  worth: number | null;
  /** Complaints of the last quarter a thousand customers. */
  others: number;
}

export interface CaseView {
  /** Id of the case, complaint or dispute in the scenario, and the slot that a move names. */
  id: string;
  slot: string;
  kind: ConflictKind;
  /** One of the few that ask for an answer; the others are handled by the standing policy unless somebody opens them. */
  asked: boolean;
  /** A dispute that has come back. */
  again: boolean;
  /** Pair of departments or partner of a dispute; null for a customer's case. */
  between: string | null;
  /** Points 0-100 as the front line guessed it. */
  severity: number;
  /** Index of the customer, for a name and a face, -1 in a dispute; money a year that the firm's books show for him. */
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

/** A case as far as its moves have taken it; replaces reading the machine on the screen. */
export interface CasePlayView {
  slot: string;
  /** State of the case machine. */
  state: string;
  turns: readonly CaseTurn[];
  /** Half days: since it was spoken of, with whoever has it now, and within which he owes an answer. */
  waited: number;
  clock: number;
  owed: number;
  /** Who has it: 1 agent, 2 supervisor, 3 director; hand-offs so far. */
  tier: number;
  handOffs: number;
  /** Staff hours spent on it. */
  hours: number;
  /** Severity as the learner set it, null before. */
  triaged: number | null;
  /** Every step, and why it cannot be taken now; empty = open. */
  steps: readonly { step: CaseStepId; refused: readonly Reason[] }[];
  ended: CaseEnding | null;
  /** At rest: nothing more can be done. */
  final: boolean;
}

/** A case as it was met: how it lay there, what the learner did if he did anything, and what the standing policy would do. */
export interface CaseMet {
  received: CaseState;
  about: CaseCircumstances;
  /** Answered in one go; null where it was not. */
  answer: CaseAnswer | null;
  /** Steps taken one by one; empty where none was. */
  steps: readonly CaseStep[];
  policy: CaseAnswer;
}
export interface ClosedCase extends CaseView {
  met: CaseMet;
  /** True severity when it came up, and its criteria, null where the scenario gives the severity. */
  trueSeverity: number;
  criteria: Criteria | null;
  /** A date was promised and there were neither hands nor money to keep it. */
  brokenPromise: boolean;
  /** The remedy chosen for the cause, and whether it removes it. */
  fix: FixId | null;
  fixed: boolean;
}

/** A closed case as the debrief shows it: the mode in which it was met, and how the same offer would have ended it in each of the five. */
export interface CaseFutures extends CaseView {
  mode: ConflictMode;
  /** The learner chose the mode; else the standing order set it, whoever had opened the case. */
  chosen: boolean;
  futures: readonly { mode: ConflictMode; ending: CaseEnding }[];
}

/** A case that the run has raised: what the front line could not settle, or a dispute that was spoken of, in the inbox of the next quarter. */
export interface RaisedCase extends Pick<
  CaseView,
  'id' | 'slot' | 'kind' | 'asked' | 'again' | 'between' | 'severity' | 'customer' | 'yearlyValue' | 'file'
> {
  quarter: number;
  trueSeverity: number;
  criteria: Criteria;
}
