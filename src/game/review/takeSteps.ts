/** Puts what the learner did in the review into force at the start of a quarter, in place. */

import type { Move } from '../../company/orders.ts';
import { parametersOf } from '../../company/parameters.ts';
import { worked } from '../../company/review/reserveWork.ts';
import { stepsByOrder } from '../../company/review/reviewOrder.ts';
import type { ReviewState } from '../../company/review/reviewState.ts';
import type { ReviewStep } from '../../company/review/reviewSteps.ts';
import { possibleSteps, reserveSpent, reviewWithMoves, type StepGround } from '../../company/review/takenSteps.ts';
import { points } from '../../company/stocks.ts';
import type { PlayedCompany, World } from '../world.ts';

const asMoves = (steps: readonly ReviewStep[]): Move[] => steps.map((step) => ({ kind: 'review', step }));

/** A check or report that the standing order made is marked: it never counts more than one by hand. */
function marked(review: ReviewState, steps: readonly ReviewStep[]): ReviewState {
  const newest = review.held.at(-1);
  if (newest === undefined || !steps.some(({ do: step }) => step === 'check' || step === 'report')) return review;
  return { ...review, held: [...review.held.slice(0, -1), { ...newest, byOrder: true }] };
}

/** What the company's steps are taken with. @param quarter the one that begins */
const groundOf = ({ spec, plan, firm, inForce }: PlayedCompany, quarter: number): StepGround => ({
  quarter,
  plan,
  before: firm.lastPlan,
  ...(quarter === firm.quarter && { inForce }),
  parameters: parametersOf(spec),
});

/** Moves of a quarter with what the standing order adds, and the steps among the moves that are possible. */
function stepsOf(company: PlayedCompany, moves: readonly Move[], quarter: number): { all: Move[]; ordered: readonly ReviewStep[] } {
  const ordered = stepsByOrder(company.standing.onReview, company.review, moves, company.plan, quarter);
  return { all: [...moves, ...asMoves(ordered)], ordered };
}

/** Units of the reserve that adjustments take in the quarter that begins. Asked before it is paid and before steps are put into force. */
export function reserveUnits(company: PlayedCompany, moves: readonly Move[], quarter: number): number {
  return reserveSpent(stepsOf(company, moves, quarter).all, company.review, groundOf(company, quarter));
}

/**
 * Steps by hand first, then what the standing order adds; leadership moves with the report, the reserve works where an adjustment puts it.
 * @param quarter the quarter that begins: that of the world, one later for a look ahead before it is played
 */
export function takeReviewSteps(world: World, company: PlayedCompany, moves: readonly Move[], quarter: number = world.quarter): void {
  const { firm } = company;
  const ground = groundOf(company, quarter);
  const { all, ordered } = stepsOf(company, moves, quarter);
  const steps = possibleSteps(all, company.review, ground);
  const { review, mood } = reviewWithMoves(company.review, all, ground);
  company.review = marked(
    review,
    ordered.filter((step) => steps.includes(step)),
  );
  const moved = worked(firm, steps, quarter, ground.parameters);
  if (mood !== 0 || moved !== firm) company.firm = { ...moved, stocks: { ...moved.stocks, L: points(moved.stocks.L + mood) } };
}
