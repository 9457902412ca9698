/** Cases of a run, scripted, raised by real customers, between departments and with partners: which are open, how one is closed, and what that does. */

import { type ClosedConflict, firmAfterCase, fixAgreed } from '../company/conflict/afterCase.ts';
import { type CaseEnding, contentEndings } from '../company/conflict/caseRules.ts';
import type { FixId } from '../company/conflict/fixes.ts';
import { hoursInOneGo, workOf } from '../company/conflict/playSteps.ts';
import { caseAnswered } from '../company/moves.ts';
import type { Move } from '../company/orders.ts';
import { parametersOf } from '../company/parameters.ts';
import { hashText, keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import { consentWithdrawn } from '../sim/records/shocks.ts';
import { caseCustomer, casePriorFailures, isCustomer, settleCase } from '../sim/truth/caseCustomer.ts';
import type { CaseSpec } from '../scenario/scenario.ts';
import { codesOf, endOf, leftToPolicy, metCase, playedCase, stepsIn, underPolicyOf } from './caseAnswers.ts';
import { endingEffects, remedyPaid } from './caseEffects.ts';
import type { CaseMet, CaseView, ClosedCase } from './caseView.ts';
import { dutyOf } from './conflictDials.ts';
import type { PlayedCompany, World } from './world.ts';

/** A case that the scenario scripts is the firm's own failure, told with some heat. */
const scripted = { temper: 'hurt', fault: 'firm', urgent: false } as const;
const open = { outcome: null, by: null, closedIn: null };

/** Slot of the n-th customer case of a quarter. */
export function slotOf(spec: CaseSpec, cases: readonly CaseSpec[]): string {
  const place = cases.filter((other) => other.quarter === spec.quarter).indexOf(spec) + 1;
  return `q${spec.quarter}.customer.${place}`;
}

/** Quarter of a slot's inbox. */
const quarterOf = (slot: string): number => Number(slot.slice(1, slot.indexOf('.')));

/** Cases that a firm can answer before quarter `quarter` is played: born by then and not closed; those that ask for an answer first. */
export function openCases(world: World, company: PlayedCompany, quarter: number): CaseView[] {
  const views = [...scriptedOpen(world, company, quarter), ...raisedOpen(company, quarter)].map((view) => putOff(world, view, quarter));
  return [...views.filter(({ asked }) => asked), ...views.filter(({ asked }) => !asked)];
}

/** Rounds' end has passed over a case. */
const isPutOff = ({ scenario }: World, { slot }: CaseView, quarter: number): boolean =>
  quarter - quarterOf(slot) >= scenario.quartersPerRound;
const withFailures = (view: CaseView, more: number): CaseView => ({
  ...view,
  file: { ...view.file, priorFailures: view.file.priorFailures + more },
});

/** A case that the learner left for a round has been failed once more. */
const putOff = (world: World, view: CaseView, quarter: number): CaseView => (isPutOff(world, view, quarter) ? withFailures(view, 1) : view);

function scriptedOpen({ scenario, market }: World, company: PlayedCompany, quarter: number): CaseView[] {
  return scenario.cases.flatMap((spec) => {
    const slot = slotOf(spec, scenario.cases);
    if (spec.quarter > quarter || company.cases.some((done) => done.slot === slot)) return [];
    const segment = market.spec.segments.findIndex(({ id }) => id === spec.segment);
    const customer = caseCustomer(market, company.index, segment, hashText(spec.id) & 0xfffff);
    if (customer < 0) return [];
    const yearlyValue = 4 * company.history.spending[customer]!;
    const accounts = Math.max(1, company.books?.accounts ?? 0);
    const usual = (company.books?.revenue ?? 0) / accounts;
    const file = {
      ...scripted,
      duty: dutyOf(scenario, spec.told?.codes.root ?? null),
      priorFailures: Math.min(2, casePriorFailures(market, customer)),
      loss: (spec.severity / 100) * Math.max(usual, yearlyValue / 4),
      worth: yearlyValue > 0 && usual > 0 ? yearlyValue / (4 * usual) : null,
      others: (1000 * (company.books?.complaints ?? 0)) / accounts,
    };
    const { id, severity } = spec;
    return [
      { id, slot, kind: 'customer' as const, asked: true, again: false, between: null, severity, customer, yearlyValue, file, ...open },
    ];
  });
}

/** Cases that the run has raised and that wait. */
function raisedOpen(company: PlayedCompany, quarter: number): CaseView[] {
  return company.raised
    .filter((raised) => raised.quarter <= quarter && !company.cases.some((done) => done.slot === raised.slot))
    .map(({ quarter: _quarter, trueSeverity: _severity, criteria: _criteria, ...view }) => ({ ...view, ...open }));
}

/** What of a closed case is no secret. */
function seen({ met: _met, trueSeverity: _severity, criteria: _criteria, fixed: _fixed, ...view }: ClosedCase): CaseView {
  const { brokenPromise: _promise, fix: _fix, ...told } = view;
  return told;
}

/** Cases closed in the quarter played last, as the inbox shows them: the other ways of ending them are for the debrief. */
export function closedNow(world: World, company: PlayedCompany): CaseView[] {
  return company.cases.filter(({ closedIn }) => closedIn === world.quarter).map(seen);
}

/** True severity of an open case: as the run raised it, or as the scenario scripts it. */
const trueSeverityOf = ({ raised }: PlayedCompany, view: CaseView): number =>
  raised.find(({ slot }) => slot === view.slot)?.trueSeverity ?? view.severity;

/** An open case as moves have met it before quarter `quarter`. */
export function metNow(world: World, company: PlayedCompany, view: CaseView, moves: readonly Move[], quarter: number): CaseMet {
  // The staff answer when their standard says, whatever the learner meant to do.
  const untouched = !caseAnswered(view.slot, moves) && isPutOff(world, view, quarter);
  return metCase(world, company, untouched ? withFailures(view, -1) : view, trueSeverityOf(company, view), moves, quarter);
}

/** What the cases of a quarter ask of the firm before it is played: their remedies for causes, and staff hours. */
export interface CaseWork {
  met: readonly { view: CaseView; met: CaseMet }[];
  fixes: readonly FixId[];
  hours: number;
}

/** The open cases as the learner has met them, by the firm as it stands before the quarter begins. */
export function caseWork(world: World, company: PlayedCompany, moves: readonly Move[], quarter: number): CaseWork {
  const met = openCases(world, company, quarter).map((view) => ({ view, met: metNow(world, company, view, moves, quarter) }));
  const played = met.map((each) => playedCase(each.met));
  const atOnce = met.flatMap(({ met: { answer } }) => (answer === null ? [] : [hoursInOneGo(answer.mode)]));
  return {
    met,
    fixes: played.flatMap(({ fix }) => (fix === null ? [] : [fix])),
    hours: [...played.map(({ hours }) => hours), ...atOnce].reduce((sum, hours) => sum + hours, 0),
  };
}

/**
 * Closes what was answered, then lets the standing policy handle what is a round old, was only listed, or lies there in the last quarter.
 * Changes the customers concerned, in place, and moves the firm on. Returns the units paid to those concerned.
 */
export function handleCases(world: World, company: PlayedCompany, { met: all }: CaseWork, moves: readonly Move[], quarter: number): number {
  const { quarters, quartersPerRound } = world.scenario;
  const closed: ClosedCase[] = [];
  let paid = 0;
  for (const { view, met } of all) {
    const touched = met.answer !== null || stepsIn(view.slot, moves).length > 0;
    const waits = view.asked && quarter < quarters && quarter - quarterOf(view.slot) < quartersPerRound;
    if (!touched && waits) continue;
    const done = closing(world, company, view, underPolicyOf(company, view, met), touched, quarter);
    closed.push(done);
    paid += remedyPaid(world, company, done);
  }
  if (closed.length > 0) company.cases = [...company.cases, ...closed];
  // What was only listed belongs to the volume of the front line.
  const beside = closed.filter(({ by, asked, kind }) => by === 'learner' || asked || kind !== 'customer');
  const met = beside.filter((done) => leftToPolicy(done.met)).length;
  const [size] = workOf({ do: 'mode', mode: company.standing.onCase });
  if (met > 0)
    company.firm = { ...company.firm, pending: [...company.firm.pending, { quarter: quarter + 1, effect: 'hours', size: met * size }] };
  return paid;
}

/** One case closed: how it ended, and what that does to the customer and to the firm. */
function closing(world: World, company: PlayedCompany, view: CaseView, met: CaseMet, touched: boolean, quarter: number): ClosedCase {
  const { market, scenario } = world;
  const isComplaint = view.kind === 'customer';
  const base = {
    ...view,
    closedIn: quarter,
    met,
    trueSeverity: trueSeverityOf(company, view),
    by: touched ? ('learner' as const) : ('policy' as const),
  };
  const criteria = company.raised.find(({ slot }) => slot === view.slot)?.criteria ?? null;
  const end = endOf(met);
  const cause = {
    at: view.between ?? '',
    root: codesOf(scenario, view.id)?.root ?? null,
    fix: touched ? playedCase(met).fix : null,
    fixed: end.value === 'closedFixed',
  };
  const { fix, fixed } = cause;
  const unanswered = { ...base, criteria, brokenPromise: false, fix, fixed };
  // Whoever has left in the meantime cannot be won back by an answer; what is done about the cause stands.
  if (isComplaint && !isCustomer(market, company.index, view.customer)) {
    company.firm = fixAgreed(company.firm, cause);
    return { ...unanswered, outcome: 'silentExit' };
  }
  // What was only listed the front line has dealt with in its volume.
  if (isComplaint && !touched && !view.asked) return { ...unanswered, outcome: 'faded' };
  const key = hashText(view.slot);
  const { promised, checkedBack } = end.context;
  const reached = end.context.ended ?? 'doubleDeviation';
  const unkept =
    promised && !checkedBack && keyedUnit(market.luckSeed, purpose.promise, key, quarter, company.index) >= company.firm.funded;
  const brokenPromise = unkept && contentEndings.includes(reached);
  const outcome: CaseEnding = brokenPromise ? 'doubleDeviation' : reached;
  if (isComplaint) {
    const { satisfaction, relationship, leaves } = endingEffects[outcome];
    const relief = checkedBack && contentEndings.includes(outcome) ? parametersOf(company.spec)['case.relief'] : 0;
    settleCase(market, company.index, view.customer, satisfaction + relief, relationship + relief, leaves);
    if (leaves) consentWithdrawn(company.records, view.customer);
  }
  const conflict: ClosedConflict = {
    ...cause,
    id: view.id,
    ending: outcome,
    score: brokenPromise ? null : end.context.score,
    failures: view.file.priorFailures,
    draw: keyedUnit(market.luckSeed, purpose.disputeReturns, key, quarter, company.index),
  };
  company.firm = firmAfterCase(company.firm, conflict, parametersOf(company.spec));
  return { ...base, criteria, outcome, brokenPromise, fix, fixed };
}
