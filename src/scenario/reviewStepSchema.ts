/** Reader of a single act of an evaluation. */

import {
  adjustmentIds,
  biasIds,
  causeOfFindingIds,
  criterionChoiceIds,
  findingIds,
  mostCriteria,
  mostTold,
  questionIds,
  questionsAReview,
  reportOrderIds,
  retestIds,
  reviewGoalIds,
  type CriterionChoiceId,
  type ReviewGoalId,
} from '../company/review/reviewOptions.ts';
import type { ReviewStep, ReviewStepOf } from '../company/review/reviewSteps.ts';
import { boolean, oneOf, optional, record, subsetOf, variants, type Fields, type Schema } from './schema.ts';

const goals = record<ReviewStepOf<'check'>['goals']>(
  Object.fromEntries(criterionChoiceIds.map((id) => [id, optional(oneOf(reviewGoalIds))])) as unknown as Fields<
    Partial<Record<CriterionChoiceId, ReviewGoalId>>
  >,
);

export const reviewStepSchema: Schema<ReviewStep> = variants<ReviewStep>('do', {
  call: record<ReviewStepOf<'call'>>({ do: oneOf(['call']) }) as Schema<ReviewStep>,
  check: record<ReviewStepOf<'check'>>({
    do: oneOf(['check']),
    asked: subsetOf(questionIds, { most: questionsAReview }),
    goals,
  }) as Schema<ReviewStep>,
  report: record<ReviewStepOf<'report'>>({
    do: oneOf(['report']),
    shown: subsetOf(criterionChoiceIds, { most: mostCriteria }),
    intervals: boolean,
    limits: boolean,
    order: oneOf(reportOrderIds),
    biases: subsetOf(biasIds),
    struck: optional(subsetOf(findingIds, { most: mostTold })),
  }) as Schema<ReviewStep>,
  adjust: record<ReviewStepOf<'adjust'>>({
    do: oneOf(['adjust']),
    finding: oneOf(findingIds),
    cause: oneOf(causeOfFindingIds),
    action: oneOf(adjustmentIds),
    retest: oneOf(retestIds),
  }) as Schema<ReviewStep>,
});
