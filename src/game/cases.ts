/** Customer cases of a run, scripted and raised by real customers: which are open, how one is answered, and what the standing policy does with the rest. */

import type { CaseEnding } from '../company/conflict/caseRules.ts';
import type { CaseMove, Move } from '../company/orders.ts';
import { hashText } from '../sim/math/keys.ts';
import { caseCustomer, casePriorFailures, isCustomer, settleCase } from '../sim/truth/caseCustomer.ts';
import type { CaseSpec } from '../scenario/scenario.ts';
import { endingOf, metCase } from './caseAnswers.ts';
import type { CaseView, ClosedCase } from './caseView.ts';
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
/** A case that the scenario scripts is the firm's own failure, told with some heat. */
const scripted = { criteria: null, temper: 'hurt', fault: 'firm', duty: false, urgent: false } as const;
const open = { outcome: null, by: null, closedIn: null };

/** Slot of the n-th customer case of a quarter. */
export function slotOf(spec: CaseSpec, cases: readonly CaseSpec[]): string {
  const place = cases.filter((other) => other.quarter === spec.quarter).indexOf(spec) + 1;
  return `q${spec.quarter}.customer.${place}`;
}

/** Quarter of a slot's inbox. */
const quarterOf = (slot: string): number => Number(slot.slice(1, slot.indexOf('.')));

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
      yearlyValue: 4 * company.history.spending[customer]!,
      file: { ...scripted, priorFailures: Math.min(2, casePriorFailures(world.market, customer)) },
      ...open,
    });
  }
  return [...views, ...raisedOpen(company, quarter)];
}

/** Cases of real customers that wait. */
function raisedOpen(company: PlayedCompany, quarter: number): CaseView[] {
  return company.raised
    .filter((raised) => raised.quarter <= quarter && !company.cases.some((done) => done.slot === raised.slot))
    .map(({ id, slot, severity, customer, yearlyValue, file }) => ({ id, slot, severity, customer, yearlyValue, file, ...open }));
}

/** What of a closed case is no secret. */
function seen({ id, slot, severity, customer, yearlyValue, file, outcome, by, closedIn }: ClosedCase): CaseView {
  return { id, slot, severity, customer, yearlyValue, file, outcome, by, closedIn };
}

/** Cases closed in the quarter played last, as the inbox shows them: the other ways of ending them are for the debrief. */
export function closedNow(world: World, company: PlayedCompany): CaseView[] {
  const done = company.cases.filter(({ closedIn }) => closedIn === world.quarter);
  return done.map(seen);
}

/** Handles the moves on cases, then lets the standing policy handle what is a quarter old. Changes the customers concerned, in place. */
export function handleCases(world: World, company: PlayedCompany, moves: readonly Move[], quarter: number): void {
  const closed: ClosedCase[] = [];
  for (const view of openCases(world, company, quarter)) {
    const move = moves.find((each): each is CaseMove => each.kind === 'case' && each.slot === view.slot);
    const born = quarterOf(view.slot);
    if (!move && quarter - born < world.scenario.quartersPerRound) continue;
    const met = metCase(company, view, move ?? null);
    // Whoever has left in the meantime cannot be won back by an answer.
    const stays = isCustomer(world.market, company.index, view.customer);
    const outcome = stays ? endingOf(met) : 'silentExit';
    const { satisfaction, relationship, leaves } = effects[outcome];
    if (stays) settleCase(world.market, company.index, view.customer, satisfaction, relationship, leaves);
    closed.push({ ...view, outcome, by: move ? 'learner' : 'policy', closedIn: quarter, met });
  }
  if (closed.length > 0) company.cases = [...company.cases, ...closed];
}
