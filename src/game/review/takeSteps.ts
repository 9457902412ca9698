/** Puts what the learner did in the review into force at the start of a quarter, in place. */

import type { Move } from '../../company/orders.ts';
import { parametersOf } from '../../company/parameters.ts';
import { worked } from '../../company/review/reserveWork.ts';
import { stepsByOrder } from '../../company/review/reviewOrder.ts';
import type { ReviewState } from '../../company/review/reviewState.ts';
import type { ReviewStep } from '../../company/review/reviewSteps.ts';
import { possibleSteps, reviewWithMoves, type StepGround } from '../../company/review/takenSteps.ts';
import { points } from '../../company/stocks.ts';
import type { PlayedCompany, World } from '../world.ts';

const asMoves = (steps: readonly ReviewStep[]): Move[] => steps.map((step) => ({ kind: 'review', step }));

/** A check or report that the standing order made is marked: it never counts more than one by hand. */
function marked(review: ReviewState, steps: readonly ReviewStep[]): ReviewState {
  const newest = review.held.at(-1);
  if (newest === undefined || !steps.some(({ do: step }) => step === 'check' || step === 'report')) return review;
  return { ...review, held: [...review.held.slice(0, -1), { ...newest, byOrder: true }] };
}

/**
 * Steps by hand first, then what the standing order adds; leadership moves with the report, the reserve works where an adjustment puts it.
 * @param quarter the quarter that begins: that of the world, one later for a look ahead before it is played
 */
export function takeReviewSteps(world: World, company: PlayedCompany, moves: readonly Move[], quarter: number = world.quarter): void {
  const parameters = parametersOf(company.spec);
  const { firm } = company;
  const plan = quarter === firm.quarter ? company.inForce : company.plan;
  const ground: StepGround = { quarter, plan, before: firm.lastPlan, parameters };
  const ordered = asMoves(stepsByOrder(company.standing.onReview, company.review, moves, plan, quarter));
  const all = [...moves, ...ordered];
  const { review, mood } = reviewWithMoves(company.review, all, ground);
  const steps = possibleSteps(all, company.review, ground);
  const byOrder = ordered.flatMap((move) => (move.kind === 'review' && steps.includes(move.step) ? [move.step] : []));
  company.review = marked(review, byOrder);
  const moved = worked(firm, steps, quarter, parameters);
  if (mood !== 0 || moved !== firm) company.firm = { ...moved, stocks: { ...moved.stocks, L: points(moved.stocks.L + mood) } };
}
