/** A case played through its machine: what an answer sets going, step by step, and what becomes of a case that waits. */

import type { Machine } from '../machine.ts';
import type { ConflictMode } from '../orders.ts';
import { step } from '../step.ts';
import { type CaseContext, type CaseEvent, newCase, type OfferFacts } from './caseRules.ts';
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
const halfDay: CaseEvent = { type: 'time.halfDay' };

/** A case that has been spoken of: it lies with the front line. */
export function receivedCase(from: Situation & Pick<CaseContext, 'agentLimit' | 'priorFailures'>): CaseState {
  const latent: CaseState = { value: 'latent', context: newCase(from) };
  return send(send(latent, { type: 'case.trigger' }), { type: 'case.speak' });
}

/** Nobody answers for so many half days. */
export function leftWaiting(state: CaseState, halfDays: number): CaseState {
  let now = state;
  for (let passed = 0; passed < halfDays; passed += 1) now = send(now, halfDay);
  return now;
}

/** More steps than three tiers with their half days take. */
const most = 40;
/** Score below which a third party finds nothing to build on. */
const leastToMediate = 0.2;

/**
 * Takes the case up and plays it until it rests: logged, the harm stopped where it is critical, weighed, the codes set, a mode chosen by
 * somebody who may settle it, the offer made and answered. It rests in learning, in an end, or festering where nothing is to be done.
 */
export function answeredCase(state: CaseState, answer: CaseAnswer): CaseState {
  let now = leftWaiting(state, answer.delay);
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
      // An offer that was refused is not made a second time: it waits until somebody above takes it up.
      return context.offers > 0 ? { type: 'time.halfDay' } : { type: 'case.offer', ...answer };
    case 'awaitingReply':
      return { type: 'case.answer' };
    case 'partial':
      return { type: 'case.accept' };
    case 'thirdParty':
      return { type: (context.score ?? 0) >= leastToMediate ? 'case.mediate' : 'case.ruleAgainst' };
    case 'doubleDeviation':
    case 'crisis':
      return { type: value === 'crisis' ? 'case.damage' : 'case.leave' };
    default:
      return null;
  }
}
