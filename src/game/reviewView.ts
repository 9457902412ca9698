/** Gathers what the known view of the evaluations is made from, and, for the debrief, the evaluations beside the truth. */

import type { Move } from '../company/orders.ts';
import { parametersOf } from '../company/parameters.ts';
import { programmeOf } from '../company/programme.ts';
import type { AdjustmentChain, FoundDefect, HeldReview } from '../company/review/reviewState.ts';
import { reviewKnown, type ReviewKnown } from './known/review.ts';
import { takeReviewSteps } from './review/takeSteps.ts';
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

/** The evaluations of a company as it knows them. */
export function reviewOf(world: World, company: PlayedCompany): ReviewKnown {
  const { review, plan, spec, firm, audit } = company;
  return reviewKnown({
    review,
    plan,
    next: nextReview(world, company),
    callPrice: parametersOf(spec)['price.review'],
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

/** The same after the steps of the open round; nothing of the world moves. */
export function reviewAfter(world: World, company: PlayedCompany, made: readonly Move[]): ReviewKnown {
  const copy = { ...company };
  takeReviewSteps(world, copy, made);
  return reviewOf(world, copy);
}

/** Evaluations as they stand at the end of a quarter, with the truth of every figure. */
export interface ReviewTruth {
  held: readonly HeldReview[];
  chains: readonly AdjustmentChain[];
  /** Defects that were there, found or not. */
  defects: readonly Omit<FoundDefect, 'voided'>[];
}
