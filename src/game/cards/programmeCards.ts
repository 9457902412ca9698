/** Cards about the programme against the truth: its course, who led it, scope, tool and vendor, consultants, TCO. */

import { adoptionInUse, toolFit } from '../../company/adoption.ts';
import { toolPriceFactor } from '../../company/businessStrategy.ts';
import { knowHowLeft } from '../../company/consulting.ts';
import { type CostLineId, costLineIds, type PathId, type QuarterPlan, type VendorId, vendorIds } from '../../company/controls.ts';
import { toolBought } from '../../company/costs.ts';
import { decisionDelay } from '../../company/inForce.ts';
import type { StallCause } from '../../company/matrixRules.ts';
import { scopeReach } from '../../company/optionTables.ts';
import { plannedTurns } from '../../company/paths.ts';
import { sponsorHourIds } from '../../company/plan.ts';
import { programmeOf, type ProgrammeState } from '../../company/programme.ts';
import { reach } from '../../company/rollout.ts';
import { vendorOf } from '../../company/vendors.ts';
import { type CardsQuarter, type CardsRun, coefficients, knownIn, lastQuarter, mean, specOf } from './run.ts';

export interface ProgrammeSpan {
  state: ProgrammeState;
  path: PathId;
  from: number;
  to: number;
  /** Sponsor's hours a quarter; quarters that were planned for pilot and roll-out at the pace chosen. */
  hours: number;
  planned: number;
  stalledBy: StallCause | null;
}

const hoursOf = ({ plan }: CardsQuarter): number => sponsorHourIds.reduce((sum, id) => sum + plan[id], 0);

/** What the programme did, span by span; nothing for the quarters without one. */
export function programmeCourse(run: CardsRun): ProgrammeSpan[] {
  const spans: (ProgrammeSpan & { quarters: CardsQuarter[] })[] = [];
  for (const quarter of run.quarters) {
    const { state, path, context } = programmeOf(quarter.firm);
    if (state === 'idle' || path === 'stay') continue;
    const open = spans.at(-1);
    if (open?.state === state && open.path === path && open.to === quarter.quarter - 1) {
      open.to = quarter.quarter;
      open.quarters.push(quarter);
      continue;
    }
    const stalledBy = state === 'stalled' ? context.stalledBy : null;
    const planned = plannedTurns(path, context.pace);
    spans.push({ state, path, from: quarter.quarter, to: quarter.quarter, hours: 0, planned, stalledBy, quarters: [quarter] });
  }
  return spans.map(({ quarters, ...span }) => ({ ...span, hours: mean(quarters.map(hoursOf)) }));
}

/** Quarters of a running programme, those of them under an owner who delays what is decided, and the sponsor's hours a quarter. */
export function leadership(run: CardsRun): { running: number; wrongOwner: number; hours: number } {
  const running = run.quarters.filter(({ firm }) => programmeOf(firm).running);
  const delays = ({ firm, plan }: CardsQuarter): boolean =>
    decisionDelay(firm, plan) > decisionDelay(firm, { ...plan, 'crm.people.owner': 'crossFunctional' });
  const wrong = running.filter(delays);
  return { running: running.length, wrongOwner: wrong.length, hours: mean(run.quarters.map(hoursOf)) };
}

/** The scope of the last programme, the share 0-1 of customers that it allows and the share reached; null without a programme. */
export function scopeReached(run: CardsRun): { scope: QuarterPlan['crm.scope']; allowed: number; reached: number } | null {
  const { firm } = lastQuarter(run);
  const { path, context } = programmeOf(firm);
  if (path === 'stay') return null;
  const { data, delivery } = reach(firm);
  return { scope: context.scope, allowed: scopeReach[context.scope], reached: Math.max(data, delivery) };
}

export interface ToolAgainstTruth {
  tool: QuarterPlan['imp.tool'];
  vendor: VendorId;
  trial: boolean;
  stance: QuarterPlan['biz.tech'];
  /** Quarter in which it was bought, what was paid over the list price of the first quarter, and whether a vendor's offer was on the table. */
  bought: number;
  priceFactor: number;
  onOffer: boolean;
  /** What each vendor adds to the fit of tool and work, 0-1. */
  fits: Readonly<Record<VendorId, number>>;
  /** Fit of tool and work 0-1 and adoption 0-100 at the end. */
  fit: number;
  adoption: number;
}

/** The tool bought last against its true fit; null where none was bought. */
export function toolAgainstTruth(run: CardsRun): ToolAgainstTruth | null {
  const before = (index: number): QuarterPlan => (index === 0 ? run.opening.lastPlan : run.quarters[index - 1]!.plan);
  const index = run.quarters.findLastIndex(({ plan }, i) => toolBought(plan, before(i)) && plan['imp.tool'] !== 'present');
  const purchase = run.quarters[index];
  if (purchase === undefined) return null;
  const { plan, quarter } = purchase;
  const spec = specOf(run);
  const p = coefficients(run);
  const end = lastQuarter(run);
  const onOffer = knownIn(run, quarter)?.events.some(({ kind }) => kind === 'vendorOffer') ?? false;
  const offered = onOffer ? p['price.vendorOffer'] : 1;
  return {
    tool: plan['imp.tool'],
    vendor: plan['imp.vendor'],
    trial: run.quarters.slice(0, index + 1).some((each) => each.plan['imp.trial'] === 'yes'),
    stance: plan['biz.tech'],
    bought: quarter,
    priceFactor: vendorOf(spec, plan['imp.vendor']).price * toolPriceFactor(plan, quarter, p) * offered,
    onOffer,
    fits: Object.fromEntries(vendorIds.map((vendor) => [vendor, vendorOf(spec, vendor).fit])) as Record<VendorId, number>,
    fit: toolFit(end.firm, spec, end.plan, p),
    adoption: adoptionInUse(end.firm),
  };
}

export interface ConsultingSpell {
  role: 'advise' | 'do';
  from: number;
  to: number;
  /** Points of people won or lost when they left; null = still in the house. */
  left: number | null;
}

export function consultingSpells(run: CardsRun): ConsultingSpell[] {
  const p = coefficients(run);
  const spells: ConsultingSpell[] = [];
  run.quarters.forEach(({ plan, quarter }, i) => {
    const role = plan['imp.consult'];
    const before = i === 0 ? run.opening.lastPlan['imp.consult'] : run.quarters[i - 1]!.plan['imp.consult'];
    const open = spells.at(-1);
    const taught = (i === 0 ? run.opening : run.quarters[i - 1]!.firm).spentOnce.includes('advised');
    if (open !== undefined && open.left === null && role !== before) open.left = knowHowLeft(before, role, p, taught);
    if (role === 'none') return;
    if (open !== undefined && open.left === null) open.to = quarter;
    else spells.push({ role, from: quarter, to: quarter, left: null });
  });
  return spells;
}

/** What was billed for programmes, in units, as planned and as a surprise, and the lines left out of the last sheet; null where nothing was billed. */
export function costOfOwnership(
  run: CardsRun,
): { planned: number; unplanned: number; lines: number; leftOut: readonly CostLineId[] } | null {
  const all = run.quarters.reduce((sum, { firm }) => sum + firm.spending.programme, 0);
  if (all === 0) return null;
  const unplanned = run.quarters.reduce((sum, { firm }) => sum + firm.spending.unplanned, 0);
  const { plannedLines } = lastQuarter(run).firm;
  const leftOut = costLineIds.filter((line) => !plannedLines.includes(line));
  return { planned: all - unplanned, unplanned, lines: plannedLines.length, leftOut };
}

export interface ExpectationAgainstTruth {
  /** Quarters from approval to the day named, and that day. */
  within: number;
  due: number;
  /** Currency by which the results since approval lie over as many usual quarters, to the day or to the end of the run. */
  gain: number;
  /** Null: the run was over before the day. */
  met: boolean | null;
}

/** What was promised of each programme, in the order of approval. */
export function expectationsAgainstTruth(run: CardsRun): ExpectationAgainstTruth[] {
  const last = new Map<number, NonNullable<CardsRun['opening']['expectation']>>();
  for (const { firm } of run.quarters) if (firm.expectation !== null) last.set(firm.expectation.since, firm.expectation);
  return [...last.values()].map(({ since, due, gain, met }) => ({ within: due - since + 1, due, gain, met }));
}
