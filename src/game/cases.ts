/** Scripted customer cases of a run: which are open, how one is answered, and what the standing policy does with the rest. */

import { caseOutcome, type CaseMove, type CaseOutcome, type CaseSituation } from '../company/conflictCase.ts';
import type { Move } from '../company/orders.ts';
import { hashText } from '../sim/math/keys.ts';
import { caseCustomer, casePriorFailures, caseValue, settleCase } from '../sim/truth/caseCustomer.ts';
import type { CaseSpec } from '../scenario/scenario.ts';
import type { CaseView } from './caseView.ts';
import type { PlayedCompany, World } from './world.ts';

/** Change of satisfaction and relationship, shares 0-1, by outcome. The paradox lifts satisfaction only. */
const effects: Readonly<Record<CaseOutcome, { satisfaction: number; relationship: number; leaves: boolean }>> = {
  recoveredDelighted: { satisfaction: 0.15, relationship: 0.05, leaves: false },
  recovered: { satisfaction: 0.08, relationship: 0.05, leaves: false },
  partial: { satisfaction: -0.05, relationship: -0.05, leaves: false },
  doubleDeviation: { satisfaction: -0.3, relationship: -0.3, leaves: true },
};

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
    const outcome = caseOutcome(move ?? policyMove(company, view.slot), situationOf(world, company, view));
    const { satisfaction, relationship, leaves } = effects[outcome];
    settleCase(world.market, company.index, view.customer, satisfaction, relationship, leaves);
    closed.push({ ...view, outcome, by: move ? 'learner' : 'policy', closedIn: quarter });
  }
  if (closed.length > 0) company.cases = [...company.cases, ...closed];
}

function situationOf(world: World, company: PlayedCompany, view: CaseView): CaseSituation {
  return {
    severity: view.severity,
    fault: 'firm',
    priorFailures: Math.min(2, casePriorFailures(world.market, view.customer)),
    empathy: 0.3 + (0.6 * company.firm.stocks.H) / 100,
  };
}

/** What the staff do on their own: give what the rule allows, say little. */
function policyMove(company: PlayedCompany, slot: string): CaseMove {
  const open = company.plan['svc.door'] === 'open';
  return { kind: 'case', slot, mode: 'compromise', remedy: company.plan['svc.remedy'], apology: open, reason: false };
}
