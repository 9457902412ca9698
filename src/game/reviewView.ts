/** Gathers what the known view of the evaluations is made from, and, for the debrief, the evaluations beside the truth. */

import type { QuarterPlan } from '../company/controls.ts';
import type { Move } from '../company/orders.ts';
import { parametersOf } from '../company/parameters.ts';
import { programmeOf } from '../company/programme.ts';
import { reviewItems } from '../company/review/reviewBill.ts';
import { externalReasons } from '../company/review/reviewRules.ts';
import { caughtUp } from '../company/review/reviewSent.ts';
import { reviewWithMoves } from '../company/review/takenSteps.ts';
import type { AdjustmentChain, HeldReview, TrueDefect } from '../company/review/reviewState.ts';
import { reviewKnown, type ReviewKnown } from './known/review.ts';
import { comparedNow } from './review/due.ts';
import type { PlayedCompany, World } from './world.ts';

/** Quarters between two reviews by the rhythm of the plan; none where they come on an event or never. */
const everyQuarters: Readonly<Partial<Record<string, number>>> = { everyFour: 4, everyTwo: 2 };

/** First quarter after the one played last at whose end a review is due; null where none is before the run ends. */
function nextReview({ scenario, quarter }: World, { plan }: PlayedCompany): number | null {
  const every = everyQuarters[plan['evl.plan']];
  if (every === undefined) return null;
  const next = (Math.floor(quarter / every) + 1) * every;
  return next <= scenario.quarters ? next : null;
}

/** Units that a review of the coming quarter takes as it is planned; a half that cannot be held is not paid for. */
function callPrice({ quarter }: World, { firm, review, plan, spec }: PlayedCompany): number {
  const order = { external: externalReasons(comparedNow(firm, review, quarter + 1), parametersOf(spec)).length === 0 };
  return reviewItems(plan, plan, order, parametersOf(spec)).reduce((sum, { units }) => sum + units, 0);
}

/** The evaluations of a company as it knows them. */
export function reviewOf(world: World, company: PlayedCompany): ReviewKnown {
  const { review, plan, spec, firm, audit } = company;
  return reviewKnown({
    review,
    plan,
    next: nextReview(world, company),
    callPrice: callPrice(world, company),
    lacking: externalReasons(comparedNow(firm, review, world.quarter + 1), parametersOf(spec)),
    own: spec.id,
    grounds: {
      level: programmeOf(firm).level,
      consent: audit?.quality.consent ?? null,
      baseline: review.baseline,
      control: review.control,
      bonus: plan['imp.measure.bonus'],
      reserve: plan['evl.reserve'],
      openChains: review.chains.filter(({ outcome }) => outcome === 'open').length,
    },
  });
}

/** The same after the steps of the open round by hand; nothing of the world moves. @param plan the open round's */
export function reviewAfter(world: World, company: PlayedCompany, plan: QuarterPlan, made: readonly Move[]): ReviewKnown {
  const parameters = parametersOf(company.spec);
  const ground = { quarter: world.quarter + 1, plan, before: company.inForce, parameters };
  const { review } = reviewWithMoves(company.review, made, ground);
  return reviewOf(world, { ...company, plan, review: caughtUp(review, plan['evl.reserve'], parameters) });
}

/** Evaluations as they stand at the end of a quarter, with the truth of every figure. */
export interface ReviewTruth {
  held: readonly HeldReview[];
  chains: readonly AdjustmentChain[];
  /** Defects that were there, found or not. */
  defects: readonly TrueDefect[];
}
