/** A case played through its machine: what an answer sets going, step by step, and what becomes of a case that waits. */

import type { Machine } from '../machine.ts';
import type { ConflictMode } from './conflictModes.ts';
import { step } from '../step.ts';
import { type CaseContext, type CaseEvent, newCase, type OfferFacts, overdue, passedOn, waits } from './caseRules.ts';
import type { Situation } from './situation.ts';

export type CaseState = Machine<string, CaseContext>;

/** All that is said and done about a case by one who takes it up. */
export interface CaseAnswer extends OfferFacts {
  mode: ConflictMode;
  /** Half days before the first word to those concerned, and whether the cause is looked for, which takes one more. */
  delay: number;
  checksRoot: boolean;
}

const send = (state: CaseState, event: CaseEvent): CaseState => step('case', state, event);

/** A case that has been spoken of: it lies with the front line. */
export const receivedCase = (from: Situation & Pick<CaseContext, 'agentLimit' | 'priorFailures'>): CaseState => ({
  value: 'received',
  context: newCase(from),
});

/**
 * A case that nobody answers for so many half days, passed up as the machine passes it, in one go. It stays with the last tier and nothing
 * breaks out of it: whoever waits for the standard of speed is answered by the firm in the end.
 */
export function leftWaiting({ value, context }: CaseState, halfDays: number): CaseState {
  let now: CaseState = { value, context };
  for (let passed = 0; passed < halfDays; passed += 1) {
    const late = overdue(now.context);
    const waited = { ...now.context, ...waits(now.context) };
    now = late ? { value: 'diagnosing', context: { ...waited, ...passedOn(waited) } } : { ...now, context: waited };
  }
  return now;
}

/** A case that is avoided goes on festering for so many half days, and may be passed up meanwhile. */
function leftFestering(state: CaseState, halfDays: number): CaseState {
  let now = state;
  for (let passed = 0; passed < halfDays; passed += 1) now = send(now, { type: 'time.halfDay' });
  return now;
}

/** States in which those concerned wait for the firm. */
const waitsFor: readonly string[] = ['received', 'triage', 'diagnosing', 'negotiating'];
/** More steps than a case of three tiers and two offers takes. */
const most = 16;

/**
 * Takes the case up and plays it until it rests: logged, the harm stopped where it is critical, weighed, the codes set, a mode chosen by
 * somebody who may settle it, the offer made and answered. It rests in learning, in an end, or festering where nothing is to be done.
 */
export function answeredCase(state: CaseState, answer: CaseAnswer): CaseState {
  let now = state.value === 'festering' ? leftFestering(state, answer.delay) : state;
  if (waitsFor.includes(state.value)) now = leftWaiting(state, answer.delay);
  for (let steps = 0; steps < most; steps += 1) {
    const next = nextStep(now, answer);
    if (next === null) return now;
    now = send(now, next);
  }
  return now;
}

/** The step that comes next; null where the case rests. */
function nextStep({ value, context }: CaseState, answer: CaseAnswer): CaseEvent | null {
  switch (value) {
    case 'received':
      return { type: 'case.log' };
    case 'triage':
      return { type: 'case.weigh', severity: context.severity };
    case 'contain':
      return { type: 'case.contained' };
    case 'diagnosing':
      if (!context.coded) return { type: 'case.classify', rootKnown: answer.checksRoot };
      return { type: 'case.chooseMode', mode: answer.mode };
    case 'festering':
      return answer.mode === 'avoid' ? null : { type: 'case.chooseMode', mode: answer.mode };
    case 'negotiating':
      // Who has but one offer makes it a second time when it is refused.
      return { type: 'case.offer', ...answer };
    case 'awaitingReply':
      return { type: 'case.answer' };
    case 'partial':
      return { type: 'case.accept' };
    case 'doubleDeviation':
      // A customer goes; whoever works with the firm stays and remembers.
      return { type: context.kind === 'customer' ? 'case.leave' : 'case.accept' };
    case 'thirdParty':
      return { type: 'case.mediate' };
    case 'crisis':
      return { type: 'case.respond' };
    default:
      return null;
  }
}
