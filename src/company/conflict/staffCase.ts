/** A case that nobody took up, settled by the staff: what the machine would do step by step, by the same rules in one go. */

import {
  type CaseContext,
  codesTaken,
  endingOf,
  isCritical,
  mayRetry,
  modeTaken,
  offered,
  passedOn,
  weighed,
  withinAuthority,
} from './caseRules.ts';
import { type CaseAnswer, type CaseState, leftWaiting } from './playCase.ts';

/**
 * The case closed by an answer other than to avoid it, its cause left open. A test holds every path of it against the machine; it spares a
 * replay some ten events a case.
 * @param received as it lay with the front line
 */
export function settledByStaff(received: CaseState, answer: CaseAnswer): CaseState {
  const waited = leftWaiting(received, answer.delay);
  let now: CaseContext = waited.context;
  const take = (change: Partial<CaseContext>): void => {
    now = { ...now, ...change };
  };
  // Whatever was passed up while it waited nobody has weighed.
  if (waited.value === 'received') {
    const { severity } = now;
    take(weighed(now, severity));
    if (isCritical(severity)) take({ missed: false });
  }
  take(codesTaken(now, answer.checksRoot, 0));
  take(modeTaken(now, answer.mode));
  while (!withinAuthority(now)) {
    take(passedOn(now));
    take(modeTaken(now, answer.mode));
  }
  take(offered(now, answer));
  while (endingOf(now) === null && mayRetry(now)) {
    take({ priorFailures: now.priorFailures + 1 });
    take(offered(now, answer));
  }
  const ending = endingOf(now);
  if (ending !== null) return { value: 'closedOpenCause', context: { ...now, ended: ending } };
  const leaves = now.kind === 'customer';
  return { value: leaves ? 'lost' : 'closedOpenCause', context: { ...now, ended: leaves ? 'lost' : 'doubleDeviation' } };
}
