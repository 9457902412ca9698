/** How a customer case is answered, by the learner or by the standing policy, and how it would have ended in each of the five modes. */

import type { CaseEnding } from '../company/conflict/caseRules.ts';
import { answeredCase, type CaseAnswer, type CaseState, receivedCase } from '../company/conflict/playCase.ts';
import { halfDaysToAnswer } from '../company/optionTables.ts';
import { type CaseMove, type ConflictMode, conflictModes } from '../company/orders.ts';
import { casePriorFailures } from '../sim/truth/caseCustomer.ts';
import type { CaseView, ClosedCase } from './caseView.ts';
import type { PlayedCompany, World } from './world.ts';

/** Half days within which a learner's own answer reaches the customer. */
const ownDelay = 1;
const empathyOf = ({ firm }: PlayedCompany): number => 0.3 + (0.6 * firm.stocks.H) / 100;

/** The case as the front line receives it: the firm's own failure towards a customer of a certain history. */
export function receivedBy(world: World, company: PlayedCompany, { severity, customer }: CaseView): CaseState {
  return receivedCase({
    kind: 'customer',
    severity,
    fault: 'firm',
    duty: false,
    urgent: false,
    heat: 2,
    agentLimit: company.plan['svc.authority'],
    priorFailures: Math.min(2, casePriorFailures(world.market, customer)),
  });
}

/** The learner's answer, given by his own hand. */
export function answerTo(company: PlayedCompany, { mode, remedy, apology, reason }: CaseMove): CaseAnswer {
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

/** How the case ends; what an answer leaves open, or nobody answers, the standing policy takes up. @param answer null = nobody */
export function endingOf(company: PlayedCompany, received: CaseState, answer: CaseAnswer | null): CaseEnding {
  const begun = answer === null ? received : answeredCase(received, answer);
  return begun.context.ended ?? answeredCase(begun, policyAnswer(company)).context.ended ?? 'doubleDeviation';
}

/** The same case and the same offer in each of the five modes, and the mode that was chosen. */
export function fiveFutures(company: PlayedCompany, received: CaseState, move: CaseMove | null): Pick<ClosedCase, 'mode' | 'futures'> {
  const answer = move === null ? policyAnswer(company) : answerTo(company, move);
  const ending = (mode: ConflictMode): CaseEnding => endingOf(company, received, { ...answer, mode });
  return { mode: answer.mode, futures: conflictModes.map((mode) => ({ mode, ending: ending(mode) })) };
}
