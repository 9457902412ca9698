/** The bill of a quarter: what must be paid, what can be bought, and running work cut to money and hands. */

import type { ControlId, QuarterPlan } from './controls.ts';
import { addUnits } from './costLines.ts';
import { type CostItem, costItems, linesOf, type PlanCosts, planHours, type PriceChanges } from './costs.ts';
import { eventCosts, vendorOffer } from './events.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import type { Reason } from './guards.ts';
import { activeEffects, inForce } from './inForce.ts';
import type { StandingOrders } from './orders.ts';
import type { FirmParameters } from './parameters.ts';
import { programmeOf } from './programme.ts';
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

/** Purchases in the order of the catalogue, those that are made together as one. */
function bundlesOf(items: readonly CostItem[]): (readonly CostItem[])[] {
  const bundles: CostItem[][] = [];
  for (const item of items) {
    if (item.kind !== 'once') continue;
    const begun = item.bundle === undefined ? undefined : bundles.find(([first]) => first!.bundle === item.bundle);
    if (begun === undefined) bundles.push([item]);
    else begun.push(item);
  }
  return bundles;
}

/** Pays what must be paid, buys what can be bought, cuts running work to what is left. */
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
  let left = firm.released - must;
  const keep = Math.max(standing.cashFloor, 0);
  // What adjustments take comes out of what was set aside for them.
  const locked = Math.max(keep, plan['evl.reserve'] - (start.adjusting ?? 0));
  const refused: Reason[] = [];
  const bought: CostItem[] = [];
  const reverted = { ...plan } as Record<ControlId, QuarterPlan[ControlId]>;
  for (const bundle of bundlesOf(items)) {
    const units = bundle.reduce((total, item) => total + item.units, 0);
    if (left - units >= locked) {
      left -= units;
      bought.push(...bundle);
      continue;
    }
    refused.push({ code: 'budget', actual: Math.max(0, left - locked), required: units, card: bundle.at(-1)!.card });
    for (const { controls, drops } of bundle) {
      for (const control of controls) reverted[control] = firm.lastPlan[control];
      if (drops) reverted[drops.control] = (reverted[drops.control] as readonly string[]).filter((one) => one !== drops.option) as never;
    }
  }
  const affordable = Math.max(0, left - Math.max(keep, p['budget.margin']));
  const funded = work <= affordable || work === 0 ? 1 : affordable / work;
  if (funded < 1) refused.push({ code: 'budget.cut', actual: affordable, required: work });
  const inForcePlan = reverted as unknown as QuarterPlan;
  const own = planHours(inForcePlan, firm, p);
  const taken = activeEffects(firm, 'hours', start.quarter).reduce((total, size) => total + size, 0) + (start.caseHours ?? 0);
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
