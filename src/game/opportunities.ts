/** Offers off the strategy and dilemmas of a run: which wait for an answer, and what became of those that have one. */

import { answersOf, opportunitySlot, type AnsweredOpportunity } from '../company/opportunities.ts';
import type { AnswerId } from '../company/orders.ts';
import type { ScenarioOpportunity } from '../scenario/scenario.ts';
import type { OpportunityDone } from './opportunityDone.ts';
import type { PlayedCompany, World } from './world.ts';

/** An offer as the learner's inbox shows it. */
export interface OpportunityView {
  /** Id in the scenario, and the slot that a move names. */
  id: string;
  slot: string;
  answers: readonly AnswerId[];
}

/** What a learner is told of an answer: of trust only whether it moved, and which way. */
export interface OpportunityFollowed extends Omit<AnsweredOpportunity, 'trust'> {
  displaced: number;
  trust: -1 | 0 | 1;
}

/** Offers that must be answered before quarter `quarter` is played. Only the learner's firm, the first, gets any. */
export function offersOpen(world: World, company: PlayedCompany, quarter: number): readonly ScenarioOpportunity[] {
  if (company !== world.played[0]) return [];
  return (world.scenario.opportunities ?? []).filter((spec) => spec.quarter === quarter);
}

export const opportunityViews = (world: World, company: PlayedCompany, quarter: number): OpportunityView[] =>
  offersOpen(world, company, quarter).map((spec) => ({ id: spec.id, slot: opportunitySlot(spec), answers: answersOf(spec) }));

/** Notes answers when their quarter has been committed, and what the jobs that are still on have displaced in it. In place. */
export function noteAnswers(company: PlayedCompany, answered: readonly AnsweredOpportunity[], quarter: number): void {
  const { displaced } = company.firm.spending;
  const all = [...company.opportunities, ...answered.map((one): OpportunityDone => ({ ...one, displaced: 0 }))];
  const working = all.filter(({ hours, lastQuarter }) => hours > 0 && lastQuarter >= quarter);
  company.opportunities = all.map((one) =>
    working.includes(one) ? { ...one, displaced: one.displaced + displaced / working.length } : one,
  );
}

/** What the learner is told of answers whose job was on in the quarter. */
export function followedIn(company: PlayedCompany, quarter: number): OpportunityFollowed[] {
  return company.opportunities
    .filter((one) => one.quarter <= quarter && one.lastQuarter >= quarter)
    .map((one) => ({ ...one, trust: one.trust > 0 ? 1 : one.trust < 0 ? -1 : 0 }));
}
