/** How a customer case is answered, by the learner or by the standing policy, and how it would have ended in each of the five modes. */

import type { CaseEnding } from '../company/conflict/caseRules.ts';
import { answeredCase, type CaseAnswer, type CaseState, receivedCase } from '../company/conflict/playCase.ts';
import { heatOf } from '../company/conflict/triage.ts';
import { halfDaysToAnswer } from '../company/optionTables.ts';
import { type CaseMove, type ConflictMode, conflictModes } from '../company/orders.ts';
import type { CaseFutures, CaseMet, CaseView, ClosedCase } from './caseView.ts';
import type { PlayedCompany } from './world.ts';

/** Half days within which a learner's own answer reaches the customer. */
const ownDelay = 1;
const empathyOf = ({ firm }: PlayedCompany): number => 0.3 + (0.6 * firm.stocks.H) / 100;

/** The case as it lies before whoever answers: by its file, already passed on by a front line that could not settle it. */
function receivedBy(company: PlayedCompany, { severity, file }: CaseView): CaseState {
  const { fault, duty, urgent, temper, priorFailures } = file;
  const agentLimit = company.plan['svc.authority'];
  return receivedCase({ kind: 'customer', severity, fault, duty, urgent, heat: heatOf[temper], agentLimit, priorFailures });
}

/** The learner's answer, given by his own hand. */
function answerTo(company: PlayedCompany, { mode, remedy, apology, reason }: CaseMove): CaseAnswer {
  const offer = { remedy, apology, reason, date: false };
  return { mode, delay: ownDelay, checksRoot: false, offer, empathy: empathyOf(company), peerGotMore: 0 };
}

/** What the staff do on their own: meet halfway, give what the rule allows as soon as the standard says, say little. */
function policyAnswer(company: PlayedCompany): CaseAnswer {
  const { plan } = company;
  const offer = { remedy: plan['svc.remedy'], apology: plan['svc.door'] === 'open', reason: false, date: false };
  const delay = halfDaysToAnswer[plan['svc.speed']];
  return { mode: 'compromise', delay, checksRoot: false, offer, empathy: empathyOf(company), peerGotMore: 0 };
}

/** How the case ends; what an answer leaves open, or nobody answers, the standing policy takes up. */
export function endingOf({ received, answer, policy }: CaseMet): CaseEnding {
  const begun = answer === null ? received : answeredCase(received, answer);
  return begun.context.ended ?? answeredCase(begun, policy).context.ended ?? 'doubleDeviation';
}

/** A case as it was met: how it lay there, the learner's answer if he gave one, and what the standing policy would do. */
export function metCase(company: PlayedCompany, view: CaseView, move: CaseMove | null): CaseMet {
  return {
    received: receivedBy(company, view),
    answer: move === null ? null : answerTo(company, move),
    policy: policyAnswer(company),
  };
}

/** A closed case with the same offer in each of the five modes, had the customer stayed; played only where somebody looks. */
export function fiveFutures({ met, ...done }: ClosedCase): CaseFutures {
  const answer = met.answer ?? met.policy;
  const ending = (mode: ConflictMode): CaseEnding => endingOf({ ...met, answer: { ...answer, mode } });
  return { ...done, mode: answer.mode, futures: conflictModes.map((mode) => ({ mode, ending: ending(mode) })) };
}
