/** Why an act of an evaluation is not possible now; empty = it is. The screen and the replay ask this one list. */

import type { QuarterPlan } from '../controls.ts';
import type { Reason } from '../guards.ts';
import type { Move } from '../orders.ts';
import { usualParameters, type FirmParameters } from '../parameters.ts';
import { adjustmentPrice } from './adjustment.ts';
import { adjustReasons as roomReasons, externalReasons } from './reviewRules.ts';
import type { HeldReview, ReviewState } from './reviewState.ts';
import type { ReviewStep, ReviewStepId, ReviewStepOf } from './reviewSteps.ts';

type Code =
  | 'notHeld'
  | 'dueAnyway'
  | 'called'
  | 'nothingAsked'
  | 'checked'
  | 'otherQuestions'
  | 'notACriterion'
  | 'checkOpen'
  | 'reported'
  | 'notFound'
  | 'voided'
  | 'chainOpen'
  | 'reserveShort';

const because = (
  code: Code,
  card: 'evl.plan' | 'evl.sample' | 'evl.methods',
  numbers: { actual?: number; required?: number } = {},
): Reason => ({
  code: `review.${code}`,
  ...numbers,
  card,
});

/** A review is due by the rhythm of the plan at the end of this quarter; those on an event cannot be foreseen. */
export function dueByRhythm(rhythm: QuarterPlan['evl.plan'], quarter: number): boolean {
  return (rhythm === 'everyFour' && quarter % 4 === 0) || (rhythm === 'everyTwo' && quarter % 2 === 0);
}

/** Steps of one kind among the moves made for the coming quarter. */
export function stepsMade<D extends ReviewStepId>(made: readonly Move[], step: D): ReviewStepOf<D>[] {
  return made.flatMap((move) => (move.kind === 'review' && move.step.do === step ? [move.step as ReviewStepOf<D>] : []));
}

/** Units of the reserve that the adjustments among the moves take. */
export const reserveTaken = (made: readonly Move[], p: FirmParameters): number =>
  stepsMade(made, 'adjust').reduce((sum, { action }) => sum + adjustmentPrice(action, p), 0);

/**
 * @param review what evaluations have come to so far; @param plan the plan as it stands, open decisions included
 * @param made moves made for the coming quarter; @param quarter the coming quarter
 */
export function reviewStepReasons(
  step: ReviewStep,
  review: ReviewState,
  plan: QuarterPlan,
  made: readonly Move[],
  quarter: number,
  p: FirmParameters = usualParameters,
): Reason[] {
  if (step.do === 'call') return callReasons(review, plan, made, quarter, p);
  const held = review.held.at(-1);
  if (held === undefined) return [because('notHeld', 'evl.plan')];
  const closed = held.asked !== null || stepsMade(made, 'check').length > 0;
  if (step.do === 'check') return closed ? [because('checked', 'evl.sample')] : checkReasons(step, held);
  if (!closed) return [because('checkOpen', 'evl.sample')];
  if (step.do === 'report') return reportReasons(step, held, made);
  return adjustReasons(step, held, review, plan, made, p);
}

/** Why no half of a review would be held: none was asked for, or only the external one and there is nothing to hold it against. */
function nothingAsked({ baseline, held, tested, control }: ReviewState, plan: QuarterPlan, quarter: number, p: FirmParameters): Reason[] {
  if (plan['evl.internal'].length > 0) return [];
  const wave = held.findLast(({ external }) => external.length > 0)?.quarter ?? null;
  const lacking = externalReasons({ quarter, baseline, wave, tested, piloted: control }, p);
  return plan['evl.external'].length > 0 && lacking.length === 0 ? [] : [because('nothingAsked', 'evl.methods')];
}

function callReasons(review: ReviewState, plan: QuarterPlan, made: readonly Move[], quarter: number, p: FirmParameters): Reason[] {
  if (dueByRhythm(plan['evl.plan'], quarter)) return [because('dueAnyway', 'evl.plan')];
  return stepsMade(made, 'call').length > 0 ? [because('called', 'evl.plan')] : nothingAsked(review, plan, quarter, p);
}

function checkReasons({ asked, goals }: ReviewStepOf<'check'>, held: HeldReview): Reason[] {
  const strange = asked.some((id, place) => !held.questions.includes(id) || asked.indexOf(id) !== place);
  const untied = Object.keys(goals).some((id) => !(held.criteria as readonly string[]).includes(id));
  return [...(strange ? [because('otherQuestions', 'evl.sample')] : []), ...(untied ? [because('notACriterion', 'evl.sample')] : [])];
}

function reportReasons({ shown }: ReviewStepOf<'report'>, held: HeldReview, made: readonly Move[]): Reason[] {
  if (held.report !== null || stepsMade(made, 'report').length > 0) return [because('reported', 'evl.methods')];
  const strange = shown.some((id, place) => !held.criteria.includes(id) || shown.indexOf(id) !== place);
  return strange ? [because('notACriterion', 'evl.sample')] : [];
}

function adjustReasons(
  { finding, action }: ReviewStepOf<'adjust'>,
  held: HeldReview,
  { chains }: ReviewState,
  plan: QuarterPlan,
  made: readonly Move[],
  p: FirmParameters,
): Reason[] {
  const defect = held.found.find((found) => found.finding === finding);
  if (defect === undefined) return [because('notFound', 'evl.methods')];
  if (defect.voided) return [because('voided', 'evl.methods')];
  const begun = stepsMade(made, 'adjust');
  const open =
    chains.some((chain) => chain.finding === finding && chain.outcome === 'open') || begun.some((one) => one.finding === finding);
  const count = chains.filter((chain) => chain.review === held.quarter).length + begun.length;
  const reserve = plan['evl.reserve'];
  const cost = adjustmentPrice(action, p);
  const left = reserve - reserveTaken(made, p);
  const room = roomReasons(reserve, count, p);
  const short = room.length === 0 && cost > left ? [because('reserveShort', 'evl.plan', { actual: left, required: cost })] : [];
  return [...(open ? [because('chainOpen', 'evl.plan')] : []), ...room, ...short];
}
