/** The standing order for a review: what is done in it where nobody attends to it. It never does more than a diligent person would by hand. */

import type { QuarterPlan } from '../controls.ts';
import type { Move, StandingOrders } from '../orders.ts';
import { rightCauses } from './adjustment.ts';
import { goalsServed } from './criteriaFit.ts';
import { weightiestOf } from './findings.ts';
import { revealedBiases } from './questions.ts';
import { chainsAReview, type CriterionChoiceId, type ReviewGoalId } from './reviewOptions.ts';
import { stepsMade } from './reviewReasons.ts';
import type { HeldReview, ReviewState } from './reviewState.ts';
import type { ReviewStep } from './reviewSteps.ts';

/** The goal of the programme where a criterion serves it, else the first that it serves; vanity measures are tied to none. */
export function goalsFor(
  criteria: readonly CriterionChoiceId[],
  goal: QuarterPlan['crm.goal'],
): Partial<Record<CriterionChoiceId, ReviewGoalId>> {
  const goals: Partial<Record<CriterionChoiceId, ReviewGoalId>> = {};
  for (const criterion of criteria) {
    const served = goalsServed(criterion);
    const tied = served.find((id) => id === goal) ?? served[0];
    if (tied !== undefined) goals[criterion] = tied;
  }
  return goals;
}

/** The honest check: all five questions, and each criterion tied to a goal that it serves. */
export const honestCheck = (held: HeldReview, goal: QuarterPlan['crm.goal']): ReviewStep => ({
  do: 'check',
  asked: held.questions,
  goals: goalsFor(held.criteria, goal),
});

/** The honest report: what the questions brought to light is mended, bad news first, with intervals and limits. */
export const honestReport = (held: HeldReview): ReviewStep => {
  const shown = revealedBiases(held);
  return {
    do: 'report',
    shown: held.criteria,
    intervals: true,
    limits: true,
    order: 'badFirst',
    biases: held.drafted.filter((bias) => !shown.includes(bias)),
  };
};

const draftReport = (held: HeldReview): ReviewStep => ({
  do: 'report',
  shown: held.criteria,
  intervals: false,
  limits: false,
  order: 'goodFirst',
  biases: held.drafted,
});

/**
 * Chains on the findings that weigh most, as many as a review may open and the reserve pays for, each from its nearest cause.
 * @param reserve units that may be put to work
 */
export function weightiestAdjusted({ held, chains }: Pick<ReviewState, 'held' | 'chains'>, reserve: number): ReviewStep[] {
  const newest = held.at(-1);
  if (newest === undefined) return [];
  const busy = chains.filter(({ outcome }) => outcome === 'open').map(({ finding }) => finding);
  return weightiestOf(newest.found, busy)
    .slice(0, Math.min(chainsAReview, Math.floor(reserve)))
    .map(({ finding }): ReviewStep => ({ do: 'adjust', finding, cause: rightCauses[finding][0]!, action: 'tune', retest: 2 }));
}

/**
 * Steps that the order adds in the quarter after a review: only what nobody did by hand.
 * @param moves made by hand for the quarter
 */
export function stepsByOrder(
  order: StandingOrders['onReview'],
  review: ReviewState,
  moves: readonly Move[],
  plan: QuarterPlan,
  quarter: number,
): ReviewStep[] {
  const held = review.held.at(-1);
  if (order === 'nothing' || held === undefined || held.quarter !== quarter - 1) return [];
  const honest = order === 'honest';
  const byHand = stepsMade(moves, 'check')[0];
  const open = held.asked === null && byHand === undefined;
  const check = honest ? honestCheck(held, plan['crm.goal']) : ({ do: 'check', asked: [], goals: {} } as const);
  const asked = open && check.do === 'check' ? check.asked : (byHand?.asked ?? held.asked ?? []);
  const unreported = held.report === null && stepsMade(moves, 'report').length === 0;
  const seen = { ...held, asked };
  const unadjusted = honest && !review.chains.some((chain) => chain.review === held.quarter) && stepsMade(moves, 'adjust').length === 0;
  return [
    ...(open ? [check] : []),
    ...(unreported ? [honest ? honestReport(seen) : draftReport(seen)] : []),
    ...(unadjusted ? weightiestAdjusted(review, plan['evl.reserve']) : []),
  ];
}
