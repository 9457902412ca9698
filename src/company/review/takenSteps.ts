/** What the acts of an evaluation make of its state: pure, so that the screen can show a step before the quarter is committed. */

import type { QuarterPlan } from '../controls.ts';
import type { Move } from '../orders.ts';
import type { FirmParameters } from '../parameters.ts';
import { actsOn, adjustmentPrice } from './adjustment.ts';
import { moodOf } from './report.ts';
import { reviewStepReasons } from './reviewReasons.ts';
import { reviewSent } from './reviewSent.ts';
import type { AdjustmentChain, BoardReport, HeldReview, ReviewState } from './reviewState.ts';
import type { ReviewStep, ReviewStepOf } from './reviewSteps.ts';

/** What the steps of a quarter are taken with. */
export interface StepGround {
  /** The quarter that is about to be played, the plan for it, and the plan in force in the one before. */
  quarter: number;
  plan: QuarterPlan;
  before: QuarterPlan;
  /** The plan less what was refused, where the quarter has been paid already. */
  inForce?: QuarterPlan;
  parameters: FirmParameters;
}

/** Steps among the moves that are possible one after another: what was decided after a step may have shut it again. */
export function possibleSteps(
  moves: readonly Move[],
  review: ReviewState,
  { quarter, plan, parameters }: Pick<StepGround, 'quarter' | 'plan' | 'parameters'>,
): ReviewStep[] {
  const taken: Move[] = [];
  for (const move of moves) {
    if (move.kind !== 'review') continue;
    if (reviewStepReasons(move.step, review, plan, taken, quarter, parameters).length === 0) taken.push(move);
  }
  return taken.flatMap((move) => (move.kind === 'review' ? [move.step] : []));
}

/** Units of the reserve that the possible adjustments among the moves take in the quarter. */
export function reserveSpent(
  moves: readonly Move[],
  review: ReviewState,
  ground: Pick<StepGround, 'quarter' | 'plan' | 'parameters'>,
): number {
  return possibleSteps(moves, review, ground).reduce(
    (sum, step) => sum + (step.do === 'adjust' ? adjustmentPrice(step.action, ground.parameters) : 0),
    0,
  );
}

/** The newest review with a change; the state as it is where none was held. */
function withNewest(review: ReviewState, change: (held: HeldReview) => HeldReview): ReviewState {
  const newest = review.held.at(-1);
  return newest === undefined ? review : { ...review, held: [...review.held.slice(0, -1), change(newest)] };
}

function reportOf(
  { shown, intervals, limits, order, biases, struck = [] }: ReviewStepOf<'report'>,
  { drafted, told }: HeldReview,
  quarter: number,
): BoardReport {
  const leftOut = told.filter(({ finding }) => struck.includes(finding));
  return { quarter, shown, intervals, limits, order, biases, drafted, leftOut, foundOut: null };
}

function chainOf({ finding, cause, action, retest }: ReviewStepOf<'adjust'>, held: HeldReview, quarter: number): AdjustmentChain {
  const before = held.found.find((found) => found.finding === finding)?.gravity ?? 0;
  return {
    review: held.quarter,
    quarter,
    finding,
    cause,
    action,
    due: quarter + retest,
    before,
    after: null,
    acted: null,
    outcome: 'open',
  };
}

/** The state after one possible step, and the points of leadership that it moves. */
export function stepTaken(review: ReviewState, step: ReviewStep, ground: StepGround): { review: ReviewState; mood: number } {
  const { quarter, parameters } = ground;
  const reserve = ground.plan['evl.reserve'];
  switch (step.do) {
    case 'call':
      return { review: reviewSent(review, { type: 'review.call' }), mood: 0 };
    case 'check': {
      const checked = withNewest(review, (held) => ({ ...held, asked: step.asked, goals: step.goals }));
      return { review: reviewSent(checked, { type: 'review.check', reserve, terms: parameters }), mood: 0 };
    }
    case 'report': {
      const told = withNewest(review, (held) => ({ ...held, report: reportOf(step, held, quarter) }));
      const report = told.held.at(-1)?.report ?? null;
      return { review: told, mood: report === null ? 0 : moodOf(report, parameters) };
    }
    case 'adjust': {
      const held = review.held.at(-1);
      if (held === undefined) return { review, mood: 0 };
      const sent = reviewSent(review, { type: 'review.adjust', reserve, terms: parameters });
      return { review: { ...sent, chains: [...sent.chains, chainOf(step, held, quarter)] }, mood: 0 };
    }
  }
}

/** Open chains on which this quarter's decisions act, marked with the quarter; after their time nothing counts any more. */
export function chainsActedOn(review: ReviewState, moves: readonly Move[], ground: StepGround): ReviewState {
  const { quarter, plan, before, inForce = plan, parameters } = ground;
  const acts = (chain: AdjustmentChain): boolean =>
    chain.outcome === 'open' &&
    chain.acted === null &&
    quarter <= chain.quarter + parameters['adjust.actWithin'] &&
    actsOn(chain, before, inForce, moves);
  if (!review.chains.some(acts)) return review;
  return { ...review, chains: review.chains.map((chain) => (acts(chain) ? { ...chain, acted: quarter } : chain)) };
}

/** The state after all that was done in the review for a quarter, and the points of leadership that it moves now. */
export function reviewWithMoves(review: ReviewState, moves: readonly Move[], ground: StepGround): { review: ReviewState; mood: number } {
  let mood = 0;
  let now = review;
  for (const step of possibleSteps(moves, review, ground)) {
    const taken = stepTaken(now, step, ground);
    now = taken.review;
    mood += taken.mood;
  }
  return { review: chainsActedOn(now, moves, ground), mood };
}
