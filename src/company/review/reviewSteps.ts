/** Single acts of an evaluation; each is a move of its own and final. */

import type {
  AdjustmentId,
  BiasId,
  CauseOfFindingId,
  CriterionChoiceId,
  FindingId,
  QuestionId,
  ReportOrderId,
  RetestId,
  ReviewGoalId,
} from './reviewOptions.ts';

export type ReviewStep =
  /** Hold a review at the end of this quarter, whatever the rhythm. */
  | { do: 'call' }
  /** The honesty check of the review held last: the questions asked, and the goal that each criterion is said to serve. */
  | { do: 'check'; asked: readonly QuestionId[]; goals: Readonly<Partial<Record<CriterionChoiceId, ReviewGoalId>>> }
  /** The board report: what is shown, how, the biases of the draft that are left in or put in, and what its true sentences struck are about. */
  | {
      do: 'report';
      shown: readonly CriterionChoiceId[];
      intervals: boolean;
      limits: boolean;
      order: ReportOrderId;
      biases: readonly BiasId[];
      struck?: readonly FindingId[];
    }
  /** A chain from a finding to its re-test. */
  | { do: 'adjust'; finding: FindingId; cause: CauseOfFindingId; action: AdjustmentId; retest: RetestId };
export const reviewStepIds = ['call', 'check', 'report', 'adjust'] as const satisfies readonly ReviewStep['do'][];
export type ReviewStepId = (typeof reviewStepIds)[number];
export type ReviewStepOf<D extends ReviewStepId> = Extract<ReviewStep, { do: D }>;
