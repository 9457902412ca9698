/** Whether a review falls in a quarter, and what its external half can be held against. */

import type { QuarterPlan } from '../../company/controls.ts';
import type { EventSpec, FirmSpec, FirmState } from '../../company/firm.ts';
import type { Reason } from '../../company/guards.ts';
import type { Move } from '../../company/orders.ts';
import { parametersOf } from '../../company/parameters.ts';
import { programmeOf } from '../../company/programme.ts';
import type { ReviewOrder } from '../../company/review/reviewBill.ts';
import { dueByRhythm, reviewStepReasons } from '../../company/review/reviewReasons.ts';
import { type Compared, externalReasons } from '../../company/review/reviewRules.ts';
import type { ReviewState } from '../../company/review/reviewState.ts';

/** A review that is held at the end of the quarter being played. */
export interface ReviewDue {
  called: boolean;
  order: ReviewOrder;
  /** Why it has no external half, what there was no money for, and a sample made smaller. */
  refused: readonly Reason[];
}

const cards: readonly (string | undefined)[] = ['evl.plan', 'evl.sample', 'evl.methods'];

/** The review after the quarter has been paid: what there was no money for is among what was refused. */
export function reviewPaid(due: ReviewDue | null, refused: readonly Reason[]): ReviewDue | null {
  return (
    due && { ...due, refused: [...due.refused, ...refused.filter(({ code, card }) => code.startsWith('budget') && cards.includes(card))] }
  );
}

/** The programme in the field, or the last one that was, went through a pilot. */
function wasPiloted(firm: FirmState): boolean {
  const { state, context } = programmeOf(firm);
  return context.pilot && (state === 'rollingOut' || state === 'embedding' || firm.billedTurns > 0);
}

/** What a review of the quarter can be held against, as it stands when the quarter begins. */
export function comparedNow(firm: FirmState, review: ReviewState, quarter: number): Compared {
  const wave = review.held.findLast(({ external }) => external.length > 0)?.quarter ?? null;
  return { quarter, baseline: review.baseline, wave, tested: review.tested, piloted: wasPiloted(firm) };
}

interface Reviewed {
  spec: FirmSpec;
  firm: FirmState;
  review: ReviewState;
  plan: QuarterPlan;
}

/** True if a move calls a review and may. */
function isCalled({ spec, review, plan }: Reviewed, moves: readonly Move[], quarter: number): boolean {
  const p = parametersOf(spec);
  return moves.some(
    (move, place) =>
      move.kind === 'review' &&
      move.step.do === 'call' &&
      reviewStepReasons(move.step, review, plan, moves.slice(0, place), quarter, p).length === 0,
  );
}

/** What a review of the quarter would consist of, and why it would have no external half. */
export function asOrdered({ spec, firm, review, plan }: Reviewed, quarter: number): Pick<ReviewDue, 'order' | 'refused'> {
  const refused = plan['evl.external'].length === 0 ? [] : externalReasons(comparedNow(firm, review, quarter), parametersOf(spec));
  return { order: { external: refused.length === 0 }, refused };
}

/**
 * The review of a quarter as it stands when the quarter begins; null where none falls in it.
 * @param events that strike the firm or still last
 */
export function reviewDue(
  { spec, firm, review, plan }: Reviewed,
  moves: readonly Move[],
  events: readonly EventSpec[],
  quarter: number,
): ReviewDue | null {
  const called = isCalled({ spec, firm, review, plan }, moves, quarter);
  const struck = plan['evl.plan'] === 'onEvent' && events.some((event) => event.quarter === quarter);
  if (!called && !struck && !dueByRhythm(plan['evl.plan'], quarter)) return null;
  return { called, ...asOrdered({ spec, firm, review, plan }, quarter) };
}
