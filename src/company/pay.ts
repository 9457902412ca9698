/** The bill of a quarter: what must be paid, what can be bought, and running work cut to money and hands. */

import type { QuarterPlan } from './controls.ts';
import { addUnits } from './costLines.ts';
import { type CostItem, costItems, linesOf, type PlanCosts, planHours, type PriceChanges } from './costs.ts';
import { eventCosts, vendorOffer } from './events.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import type { Reason } from './guards.ts';
import { activeEffects, inForce } from './inForce.ts';
import type { StandingOrders } from './orders.ts';
import type { FirmParameters } from './parameters.ts';
import { programmeOf } from './programme.ts';
import { buy } from './buying.ts';
import type { QuarterStart } from './quarterStart.ts';

/** What this quarter changes about prices. */
function pricesOf(start: QuarterStart): PriceChanges {
  return {
    vendorOffer: vendorOffer(start.events),
    quarter: start.quarter,
    ...(start.bought === undefined ? {} : { bought: start.bought }),
    ...(start.opened === undefined ? {} : { opened: start.opened }),
    ...(start.fixes === undefined ? {} : { fixes: start.fixes }),
    ...(start.review === undefined ? {} : { review: start.review }),
    ...(start.adjusting === undefined ? {} : { adjusting: start.adjusting }),
  };
}

/** Pays what must be paid, sets the reserve aside, buys what can be bought, cuts running work to what is left. */
export function pay(
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
  const left = firm.released - must;
  const keep = Math.max(standing.cashFloor, 0);
  // Set aside before anything else is done; what adjustments take comes out of it and is among what must be paid.
  const locked = Math.max(keep, plan['evl.reserve'] - (start.adjusting ?? 0));
  const { bought, plan: inForcePlan, refused } = buy(items, plan, firm, left - locked);
  const once = bought.reduce((total, item) => total + item.units, 0);
  const affordable = Math.max(0, left - once - Math.max(locked, p['budget.margin']));
  const funded = work <= affordable || work === 0 ? 1 : affordable / work;
  if (funded < 1) refused.push({ code: 'budget.cut', actual: affordable, required: work });
  const own = planHours(inForcePlan, firm, p);
  const taken = activeEffects(firm, 'hours', start.quarter).reduce((total, size) => total + size, 0) + (start.caseHours ?? 0);
  const hours = { ...own, team: own.team + taken };
  const hands = Math.min(1, teamHours(firm, inForcePlan, p) / Math.max(1, hours.team));
  if (hands < 1) refused.push({ code: 'hours.team', actual: teamHours(firm, inForcePlan, p), required: hours.team });
  const spent = must + work * funded + once;
  const cut = items.map((item) => (item.kind === 'running' ? { ...item, units: item.units * funded } : item));
  const kept = [...bought, ...cut.filter(({ kind }) => kind !== 'once')];
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
