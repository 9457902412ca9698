/** The bill of the next review as the plan stands, before it falls due: what a screen shows on its cards. */

import type { CardId, QuarterPlan } from '../../company/controls.ts';
import { linesOf } from '../../company/costs.ts';
import type { Reason } from '../../company/guards.ts';
import type { Move } from '../../company/orders.ts';
import { parametersOf } from '../../company/parameters.ts';
import { reviewItems } from '../../company/review/reviewBill.ts';
import { dueByRhythm } from '../../company/review/reviewReasons.ts';
import type { PlayedCompany, World } from '../world.ts';
import { asOrdered, reviewDue, type ReviewDue } from './due.ts';

export interface NextReview {
  /** Quarter at whose end it is held and paid; null where none is foreseen. */
  quarter: number | null;
  /** It may come with an event, which nobody can foresee. */
  onEvent: boolean;
  lines: readonly { card: CardId; units: number }[];
  /** Why it would have no external half as things stand; that half is not paid then. */
  refused: readonly Reason[];
}

/** The review of the coming quarter under a plan and the moves made; null where none falls in it. */
export const comingReview = (world: World, company: PlayedCompany, plan: QuarterPlan, made: readonly Move[]): ReviewDue | null =>
  reviewDue({ ...company, plan }, made, [], world.quarter + 1);

/** The next review from the coming quarter on, by the rhythm of the plan or because it is called. */
export function nextReview(world: World, company: PlayedCompany, plan: QuarterPlan, made: readonly Move[]): NextReview {
  const last = world.scenario.quarters;
  const coming = world.quarter + 1;
  let quarter: number | null = comingReview(world, company, plan, made) === null ? null : coming;
  for (let later = coming; quarter === null && later <= last; later += 1) if (dueByRhythm(plan['evl.plan'], later)) quarter = later;
  const onEvent = plan['evl.plan'] === 'onEvent';
  if (quarter === null && !onEvent) return { quarter, onEvent, lines: [], refused: [] };
  const { order, refused } = asOrdered({ ...company, plan }, quarter ?? coming);
  // The baseline wave is billed with the quarter that asks for it.
  const items = reviewItems(plan, { ...plan, 'evl.baseline': 'yes' }, order, parametersOf(company.spec));
  return { quarter, onEvent, lines: linesOf(items.map((item) => ({ ...item, kind: 'once' }))), refused };
}
