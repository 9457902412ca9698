/** What a firm's evaluations have come to so far: plain data, kept with the company from quarter to quarter. */

import type { Reason } from '../guards.ts';
import { memoryAtStart, type ReviewMemory } from './reviewRules.ts';
import type {
  AdjustmentId,
  BiasId,
  CauseOfFindingId,
  CriterionChoiceId,
  ExternalMethodId,
  FindingId,
  InternalMethodId,
  QuestionId,
  ReportOrderId,
  ReviewFrameId,
  ReviewGoalId,
  ReviewMethodId,
  ReviewMomentId,
} from './reviewOptions.ts';

export const reviewPhases = [
  'scheduled',
  'collecting',
  'checkingCriteria',
  'external',
  'internal',
  'reconciling',
  'findings',
  'findingsOnly',
  'adjusting',
  'monitoring',
] as const;
export type ReviewPhase = (typeof reviewPhases)[number];

/** A figure as a review found it, with its 80% interval; value null with a reason where the method could not tell. Units as named by `id`. */
export interface ReviewFigure {
  method: ReviewMethodId;
  /** Name within the method, such as `segment.households`, `driver.value`, `spurious`. */
  id: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  why?: string;
  /** What it is truly, for the debrief alone: it never leaves through the known side. */
  truth: number | null;
  /** The widest that an honest interval would be by this method with the best frame at this price; what a width is judged against. */
  fair: number | null;
}

/** A defect that a review found. `voided` = a finding in governing factors or choice of programme comes before it. */
export interface FoundDefect {
  finding: FindingId;
  /** Points 0-100: how far from what it should be. */
  gravity: number;
  voided: boolean;
}

/** A defect that was truly there, for the debrief and the score alone. */
export interface TrueDefect {
  finding: FindingId;
  gravity: number;
  /** It came of the learner's own decisions in this run, not with the firm. */
  planted: boolean;
  /** Relative effect on customer equity. */
  weight: number;
}

/** A true sentence of a draft, about something the review looked for: found, or clearly none. */
export interface TrueSentence {
  finding: FindingId;
  news: 'good' | 'bad';
}

export interface BoardReport {
  quarter: number;
  shown: readonly CriterionChoiceId[];
  intervals: boolean;
  limits: boolean;
  order: ReportOrderId;
  biases: readonly BiasId[];
  /** Biases that the draft of the staff came with. */
  drafted: readonly BiasId[];
  /** True sentences of the draft that were struck from it. */
  leftOut: readonly TrueSentence[];
  /** Quarter in which an audit found the report out, null where none has. */
  foundOut: number | null;
}

export interface HeldReview {
  /** Quarter at whose end it was held. */
  quarter: number;
  called: boolean;
  frame: ReviewFrameId;
  n: number;
  moment: ReviewMomentId;
  criteria: readonly CriterionChoiceId[];
  external: readonly ExternalMethodId[];
  internal: readonly InternalMethodId[];
  /** Why the external half was not held, and for what there was no money; empty where all was held that was asked for. */
  refused: readonly Reason[];
  figures: readonly ReviewFigure[];
  found: readonly FoundDefect[];
  /** Questions that this review put, and those that the learner asked in the check; null while the check is open. */
  questions: readonly QuestionId[];
  asked: readonly QuestionId[] | null;
  goals: Readonly<Partial<Record<CriterionChoiceId, ReviewGoalId>>>;
  /** What the staff drafted, sentences that dress up and true ones, and what went to the board; null as long as nothing did. */
  drafted: readonly BiasId[];
  told: readonly TrueSentence[];
  report: BoardReport | null;
  /** Its check and report were made by the standing order and not by hand. */
  byOrder?: true;
}

/** Finding, cause, action, re-test. */
export interface AdjustmentChain {
  /** Quarter of the review that found it, and of the decision. */
  review: number;
  quarter: number;
  finding: FindingId;
  cause: CauseOfFindingId;
  action: AdjustmentId;
  due: number;
  /** Gravity as found, and as found again; null before the re-test. */
  before: number;
  after: number | null;
  /** Quarter in which the plan followed the decision, null where it has not. */
  acted: number | null;
  outcome: 'open' | 'fixed' | 'better' | 'unchanged' | 'worse' | 'untested';
}

/** What people were asked in one quarter. */
export interface ReviewWave {
  quarter: number;
  frame: ReviewFrameId;
  moment: ReviewMomentId;
  figures: readonly ReviewFigure[];
}

export interface ReviewState {
  phase: ReviewPhase;
  memory: ReviewMemory;
  /** Quarter of the wave that later ones are held against, null where there is none; and whether a group was kept out to compare with. */
  baseline: number | null;
  control: boolean;
  /** That wave; and the last quarter whose campaign kept some out by lot, null where none did. */
  wave: ReviewWave | null;
  tested: number | null;
  held: readonly HeldReview[];
  chains: readonly AdjustmentChain[];
}

export const reviewAtStart: ReviewState = {
  phase: 'scheduled',
  memory: memoryAtStart,
  baseline: null,
  control: false,
  wave: null,
  tested: null,
  held: [],
  chains: [],
};
