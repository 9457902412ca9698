/** Scripted customer cases of a run: which are open, how one is answered, and what the standing policy does with the rest. */

import type { CaseEnding } from '../company/conflict/caseRules.ts';
import { answeredCase, type CaseAnswer, type CaseState, receivedCase } from '../company/conflict/playCase.ts';
import { halfDaysToAnswer } from '../company/optionTables.ts';
import type { CaseMove, Move } from '../company/orders.ts';
import { hashText } from '../sim/math/keys.ts';
import { caseCustomer, casePriorFailures, caseValue, settleCase } from '../sim/truth/caseCustomer.ts';
import type { CaseSpec } from '../scenario/scenario.ts';
import type { CaseView } from './caseView.ts';
import type { PlayedCompany, World } from './world.ts';

/** Change of satisfaction and relationship, shares 0-1, by ending. The paradox lifts satisfaction only. */
const effects: Readonly<Record<CaseEnding, { satisfaction: number; relationship: number; leaves: boolean }>> = {
  recoveredDelighted: { satisfaction: 0.15, relationship: 0.05, leaves: false },
  recovered: { satisfaction: 0.08, relationship: 0.05, leaves: false },
  partial: { satisfaction: -0.05, relationship: -0.05, leaves: false },
  faded: { satisfaction: -0.02, relationship: 0, leaves: false },
  doubleDeviation: { satisfaction: -0.3, relationship: -0.3, leaves: true },
  lost: { satisfaction: -0.3, relationship: -0.3, leaves: true },
  silentExit: { satisfaction: 0, relationship: 0, leaves: true },
};
/** Half days within which a learner's own answer reaches the customer. */
const ownDelay = 1;

/** Slot of the n-th customer case of a quarter. */
export function slotOf(spec: CaseSpec, cases: readonly CaseSpec[]): string {
  const place = cases.filter((other) => other.quarter === spec.quarter).indexOf(spec) + 1;
  return `q${spec.quarter}.customer.${place}`;
}

/** Cases that a firm can answer before quarter `quarter` is played: born by then and not closed. */
export function openCases(world: World, company: PlayedCompany, quarter: number): CaseView[] {
  const { cases } = world.scenario;
  const views: CaseView[] = [];
  for (const spec of cases) {
    const slot = slotOf(spec, cases);
    if (spec.quarter > quarter || company.cases.some((done) => done.slot === slot)) continue;
    const segment = world.market.spec.segments.findIndex(({ id }) => id === spec.segment);
    const customer = caseCustomer(world.market, company.index, segment, hashText(spec.id) & 0xfffff);
    if (customer < 0) continue;
    views.push({
      id: spec.id,
      slot,
      severity: spec.severity,
      customer,
      yearlyValue: 4 * caseValue(world.market, customer),
      outcome: null,
      by: null,
      closedIn: null,
    });
  }
  return views;
}

/** Handles the moves on cases, then lets the standing policy handle what is a quarter old. Changes the customers concerned, in place. */
export function handleCases(world: World, company: PlayedCompany, moves: readonly Move[], quarter: number): void {
  const closed: CaseView[] = [];
  for (const view of openCases(world, company, quarter)) {
    const move = moves.find((each): each is CaseMove => each.kind === 'case' && each.slot === view.slot);
    const born = world.scenario.cases.find(({ id }) => id === view.id)!.quarter;
    if (!move && quarter - born < world.scenario.quartersPerRound) continue;
    const outcome = endingOf(company, caseOf(world, company, view), move);
    const { satisfaction, relationship, leaves } = effects[outcome];
    settleCase(world.market, company.index, view.customer, satisfaction, relationship, leaves);
    closed.push({ ...view, outcome, by: move ? 'learner' : 'policy', closedIn: quarter });
  }
  if (closed.length > 0) company.cases = [...company.cases, ...closed];
}

/** The case as the front line receives it: the firm's own failure towards a customer of a certain history. */
function caseOf(world: World, company: PlayedCompany, { severity, customer }: CaseView): CaseState {
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

/** The learner's answer, if there is one; what it leaves open the standing policy takes up. */
function endingOf(company: PlayedCompany, state: CaseState, move: CaseMove | undefined): CaseEnding {
  const empathy = 0.3 + (0.6 * company.firm.stocks.H) / 100;
  const begun = move ? answeredCase(state, answerOf(move, empathy)) : state;
  const ended = begun.context.ended ?? answeredCase(begun, policyAnswer(company, empathy)).context.ended;
  return ended ?? 'doubleDeviation';
}

function answerOf({ mode, remedy, apology, reason }: CaseMove, empathy: number): CaseAnswer {
  return { mode, delay: ownDelay, checksRoot: false, offer: { remedy, apology, reason, date: false }, empathy, peerGotMore: 0 };
}

/** What the staff do on their own: meet halfway, give what the rule allows as soon as the standard says, say little. */
function policyAnswer({ plan }: PlayedCompany, empathy: number): CaseAnswer {
  const offer = { remedy: plan['svc.remedy'], apology: plan['svc.door'] === 'open', reason: false, date: false };
  return { mode: 'compromise', delay: halfDaysToAnswer[plan['svc.speed']], checksRoot: false, offer, empathy, peerGotMore: 0 };
}
