/** A quarter begins: money is released, moves and the path are tried, purchases are made, running work is cut to what can be paid. */

import type { RecordQuality } from '../sim/records/recordActions.ts';
import { attemptPath, send } from './attempt.ts';
import { toolLagShift } from './businessStrategy.ts';
import { knowHowLeft } from './consulting.ts';
import { type AnalysisId, type ControlId, controls, type QuarterPlan } from './controls.ts';
import { addUnits } from './costLines.ts';
import { coreRewritten, type CostItem, costItems, linesOf, type PlanCosts, planHours, type PriceChanges } from './costs.ts';
import { effectsOf, eventCosts, sponsorLeaves, stillPending, vendorOffer } from './events.ts';
import type { EventSpec, FirmSpec, FirmState, TimedEffect } from './firm.ts';
import type { Reason } from './guards.ts';
import { activeEffects, inForce } from './inForce.ts';
import { grantOf } from './money.ts';
import { applyMoves } from './moves.ts';
import { type AnsweredOpportunity, answerOpportunities, type OpportunitySpec } from './opportunities.ts';
import type { Move, StandingOrders } from './orders.ts';
import { tools } from './optionTables.ts';
import { type FirmParameters, parametersOf } from './parameters.ts';
import { sponsorHourIds } from './plan.ts';
import { programmeOf, type ProgrammeState } from './programme.ts';
import { programmeStarted, usersRevolt } from './rollout.ts';
import { points } from './stocks.ts';

export interface QuarterStart {
  quarter: number;
  /** Newest audit of the records, null if there has been none; an older one may be passed again. */
  audited: RecordQuality | null;
  /** Analyses bought so far, those of this plan included. */
  analysed: readonly AnalysisId[];
  /** Analyses ordered this quarter; left out = those that this plan asks for and the last one did not. */
  bought?: readonly AnalysisId[];
  /** Events that strike the firm or still last this quarter (eventsFor). */
  events: readonly EventSpec[];
  /** Offers that must be answered this quarter; none where left out. */
  opportunities?: readonly OpportunitySpec[];
}
export interface Committed {
  firm: FirmState;
  /** The plan in force: the plan given, less what was refused. */
  plan: QuarterPlan;
  refused: Reason[];
  costs: PlanCosts;
  answered: readonly AnsweredOpportunity[];
}

/**
 * Opens a quarter for a played firm. Nothing is changed in place.
 * Order: release; last audit; events on the programme; moves or the standing order for a stall; the path; offers off the strategy; purchases in the order of the
 * catalogue while the money lasts; running work cut to the cash floor. What cannot be is listed in `refused` and left out.
 */
export function commitQuarter(
  firm: FirmState,
  spec: FirmSpec,
  given: QuarterPlan,
  moves: readonly Move[],
  standing: StandingOrders,
  start: QuarterStart,
): Committed {
  const p = parametersOf(spec);
  const hours = sponsorHoursKept(given, p);
  const { plan } = hours;
  const opened = openQuarter(firm, plan, start, p);
  const moved = applyMoves(shakenProgramme(opened, plan, start, p), plan, moves, standing, start.analysed);
  const tried = attemptPath(settled(firm, moved.firm), plan, start.analysed);
  const before = programmeOf(opened);
  const cutDown = before.path === 'p14' && programmeOf(tried.firm).context.cutDown;
  const kept = cutDown ? reduced(tried.firm, p) : tried.firm;
  const ready = begins(before.state, kept, cutDown) ? programmeStarted(kept, plan, p) : kept;
  const taken = answerOpportunities(ready, plan, start.opportunities ?? [], moves, standing);
  const paid = pay(taken.firm, spec, plan, standing, start, p);
  return {
    firm: {
      ...bought({ ...paid.firm, path: programmeOf(paid.firm).path }, spec, paid.plan, start, p),
      overruled: overruled(given, paid.plan),
    },
    plan: paid.plan,
    refused: [...hours.refused, ...moved.refused, ...tried.refused, ...paid.refused],
    costs: paid.costs,
    answered: taken.answered,
  };
}

/** Controls in which two plans differ, with the values of the second. */
function overruled(given: QuarterPlan, kept: QuarterPlan): Partial<QuarterPlan> {
  const changed: Partial<Record<ControlId, unknown>> = {};
  for (const { id } of controls) if (given[id] !== kept[id]) changed[id] = kept[id];
  return changed as Partial<QuarterPlan>;
}

/** A sponsor has forty hours: more than that is cut, each part alike, to whole steps of five. */
function sponsorHoursKept(plan: QuarterPlan, p: FirmParameters): { plan: QuarterPlan; refused: Reason[] } {
  const asked = sponsorHourIds.reduce((sum, id) => sum + plan[id], 0);
  const most = p['hours.sponsor'];
  if (asked <= most) return { plan, refused: [] };
  const step = 5;
  const kept = { ...plan };
  for (const id of sponsorHourIds) kept[id] = Math.floor((plan[id] * most) / asked / step) * step;
  return { plan: kept, refused: [{ code: 'hours.tooMany', actual: asked, required: most, card: 'crm.people' }] };
}

/** Money released, the newest audit taken in, effects of the quarter begun. */
function openQuarter(firm: FirmState, plan: QuarterPlan, start: QuarterStart, p: FirmParameters): FirmState {
  const granted = grantOf(firm, start.quarter, p);
  const pending = [...stillPending(firm, start.quarter), ...effectsOf(start.events, plan, start.quarter, p)];
  const opened: FirmState = {
    ...firm,
    quarter: start.quarter,
    released: firm.released + granted,
    spending: { granted, spent: 0, programme: 0, unplanned: 0, displaced: 0 },
    informationKnown: start.audited === null ? firm.informationKnown : start.audited.completeness,
    consentKnown: start.audited === null ? firm.consentKnown : 100 * start.audited.consent,
    settledPath: plan['crm.path'] === firm.settledPath ? firm.settledPath : null,
    pending,
  };
  if (activeEffects(opened, 'store.warehouse', start.quarter).length > 0) return { ...opened, store: 'warehouse' };
  return activeEffects(opened, 'store.mart', start.quarter).length > 0 ? { ...opened, store: 'mart' } : opened;
}

/** A sponsor who leaves stalls a pilot; users who revolt stall a roll-out. */
function shakenProgramme(firm: FirmState, plan: QuarterPlan, start: QuarterStart, p: FirmParameters): FirmState {
  const left = sponsorLeaves(start.events, start.quarter) ? send(firm, { type: 'sponsor.left' }) : firm;
  return usersRevolt(left, plan, p) ? send(left, { type: 'users.revolted' }) : left;
}

/** A programme dropped before its roll-out leaves no scar, but starts again only when the card has said something else. */
function settled(before: FirmState, now: FirmState): FirmState {
  const was = programmeOf(before);
  const dropped = (was.state === 'piloting' || was.state === 'planning') && programmeOf(now).state === 'idle';
  return dropped ? { ...now, settledPath: was.path } : now;
}

/** A leap that is cut down keeps part of its roll-out. */
function reduced(firm: FirmState, p: FirmParameters): FirmState {
  return { ...firm, rollout: firm.rollout * p['programme.downscopeKeeps'] };
}

/** True if a programme has been approved in this step. */
function begins(before: ProgrammeState, firm: FirmState, cutDown: boolean): boolean {
  const { state } = programmeOf(firm);
  const early = before === 'idle' || before === 'analysing' || before === 'planning' || cutDown;
  return early && (state === 'piloting' || state === 'rollingOut');
}

/** What this quarter changes about prices. */
function pricesOf(start: QuarterStart): PriceChanges {
  return {
    vendorOffer: vendorOffer(start.events),
    quarter: start.quarter,
    ...(start.bought === undefined ? {} : { bought: start.bought }),
  };
}

/** Pays what must be paid, buys what can be bought, cuts running work to what is left. */
function pay(
  firm: FirmState,
  spec: FirmSpec,
  plan: QuarterPlan,
  standing: StandingOrders,
  start: QuarterStart,
  p: FirmParameters,
): { firm: FirmState; plan: QuarterPlan; refused: Reason[]; costs: PlanCosts } {
  const { items, unplanned, bill } = costItems(plan, firm, spec, p, pricesOf(start));
  const happened = eventCosts(start.events, standing, start.quarter, p);
  const sum = (kind: CostItem['kind']): number => items.filter((item) => item.kind === kind).reduce((total, item) => total + item.units, 0);
  const must = sum('fixed') + happened;
  const work = sum('running');
  let left = firm.released - must;
  const keep = Math.max(standing.cashFloor, 0);
  const locked = Math.max(keep, plan['evl.reserve']);
  const refused: Reason[] = [];
  const bought: CostItem[] = [];
  const reverted = { ...plan } as Record<ControlId, QuarterPlan[ControlId]>;
  for (const item of items) {
    if (item.kind !== 'once') continue;
    if (left - item.units >= locked) {
      left -= item.units;
      bought.push(item);
      continue;
    }
    refused.push({ code: 'budget', actual: Math.max(0, left - locked), required: item.units, card: item.card });
    for (const control of item.controls) reverted[control] = firm.lastPlan[control];
  }
  const affordable = Math.max(0, left - Math.max(keep, p['budget.margin']));
  const funded = work <= affordable || work === 0 ? 1 : affordable / work;
  if (funded < 1) refused.push({ code: 'budget.cut', actual: affordable, required: work });
  const inForcePlan = reverted as unknown as QuarterPlan;
  const own = planHours(inForcePlan, firm, p);
  const taken = activeEffects(firm, 'hours', start.quarter).reduce((total, size) => total + size, 0);
  const hours = { ...own, team: own.team + taken };
  const hands = Math.min(1, teamHours(firm, inForcePlan, p) / Math.max(1, hours.team));
  if (hands < 1) refused.push({ code: 'hours.team', actual: teamHours(firm, inForcePlan, p), required: hours.team });
  const spent = must + work * funded + bought.reduce((total, item) => total + item.units, 0);
  const cut = items.map((item) => (item.kind === 'running' ? { ...item, units: item.units * funded } : item));
  const kept = cut.filter((item) => item.kind !== 'once' || bought.includes(item));
  const people = happened > 0 ? [{ card: 'crm.people' as const, units: happened, kind: 'fixed' as const, controls: [] }] : [];
  const missing = (asked: number): number => Math.max(0, asked - teamHours(firm, inForcePlan, p));
  const programme = kept.filter((item) => item.card === 'crm.path' || item.card === 'crm.tco');
  const units = programme.reduce((total, item) => total + item.units, 0);
  const { state } = programmeOf(firm);
  return {
    firm: {
      ...firm,
      released: firm.released - spent,
      funded: funded * hands,
      spending: { ...firm.spending, spent, programme: units, unplanned, displaced: missing(hours.team) - missing(own.team) },
      spentOnProgramme: firm.spentOnProgramme + units,
      billedLines: addUnits(firm.billedLines, bill.lines),
      billedTurns: firm.billedTurns + (state === 'rollingOut' || state === 'embedding' ? 1 : 0),
    },
    plan: inForcePlan,
    refused,
    costs: { units: spent, lines: linesOf([...kept, ...people]), hours, unplanned },
  };
}

/** Hours a quarter of the CRM team: 480 at H = 50, more with skilled people and with people who do nothing else. */
export function teamHours(firm: FirmState, plan: QuarterPlan, p: FirmParameters): number {
  const team = { partTime: 1, dedicated: p['team.dedicated'], mixed: p['team.mixed'] };
  return (
    team[inForce(firm, plan, 'crm.people.team')] *
    p['hours.team'] *
    (p['service.paceBase'] + (p['service.paceSkill'] * firm.stocks.H) / 100)
  );
}

const forEver = 1000;

/** Purchases begin to work after their lag; a rewritten business card and forces named wrongly cost alignment. */
function bought(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, { quarter }: QuarterStart, p: FirmParameters): FirmState {
  const last = firm.lastPlan;
  const later: TimedEffect[] = [];
  const add = (effect: TimedEffect['effect'], lag: number, size: number, lasts = 1): void => {
    if (size !== 0) later.push({ quarter: quarter + lag, effect, size, lasts });
  };
  const tool = plan['imp.tool'];
  if (tool !== last['imp.tool']) {
    add('stock.T', Math.max(0, tools[tool].lag + toolLagShift(plan)), tools[tool].builds);
    if (plan['biz.tech'] === 'lead') add('stock.T', 0, -p['tech.teething']);
  }
  add('stock.H', 0, knowHowLeft(last['imp.consult'], plan['imp.consult'], p));
  if (plan['dat.store'] !== last['dat.store'] && plan['dat.store'] !== 'notebook') add(`store.${plan['dat.store']}`, 2, 1, forEver);
  const process = plan['imp.process'];
  const redrawn = process !== 'none' && !firm.processes.includes(process);
  if (redrawn) {
    add('stock.Q', 2, p['stock.processQ']);
    add('processDone', 2, p['service.processFailure'], forEver);
  }
  if (plan['biz.vision'] === 'explicit' && last['biz.vision'] !== 'explicit') add('stock.S', 1, p['stock.visionExplicitS']);
  const rewritten = plan['biz.generic'] !== last['biz.generic'] || plan['biz.arena'] !== last['biz.arena'];
  if (rewritten) add('stock.S', 0, -p['stock.S.rewrite']);
  if (coreRewritten(plan, last)) add('stock.S', 0, -p['stock.S.rewrite'] / 2);
  const named = plan['biz.forces'].filter((force) => !last['biz.forces'].includes(force));
  const wrong = spec.forces === undefined ? 0 : named.filter((force) => !spec.forces!.includes(force)).length;
  add('stock.S', 0, -p['stock.wrongForce'] * wrong);
  return {
    ...firm,
    pending: [...firm.pending, ...later],
    processes: redrawn ? [...firm.processes, process] : firm.processes,
    stocks: { ...firm.stocks, S: points(firm.stocks.S) },
  };
}
