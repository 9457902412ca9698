/** What a plan costs in a quarter, in units (1/100 of the war chest), line by line as in the decision catalogue. */

import { type AnalysisId, type CardId, type ControlId, controls, type QuarterPlan } from './controls.ts';
import { programmeBill } from './costLines.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import { type FirmParameterId, type FirmParameters, parametersOf } from './parameters.ts';
import { programmeOf } from './programme.ts';

/** once = a purchase that can be put off; running = work that can be cut; fixed = must be paid. */
export interface CostItem {
  card: CardId;
  units: number;
  kind: 'once' | 'running' | 'fixed';
  /** Controls that go back to last quarter's value when a purchase cannot be paid. */
  controls: readonly ControlId[];
}
/** Happenings that change or add prices this quarter. */
export interface PriceChanges {
  vendorOffer: boolean;
  /** Analyses ordered this quarter; left out = those that this plan asks for and the last one did not. */
  bought?: readonly AnalysisId[];
}
export interface PlanCosts {
  /** All units of the quarter, the unplanned ones included. */
  units: number;
  lines: readonly { card: CardId; units: number }[];
  hours: { sponsor: number; team: number };
  unplanned: number;
}

/** Points of an analysis; a quarter has ten of them. */
export const analysisPoints: Readonly<Record<AnalysisId, number>> = {
  readiness: 4, marginBySegment: 4, churnCauses: 4, dataAudit: 3, rivals: 3, needs: 4, industry: 2, technology: 2,
};

/** Analyses that this plan asks for and the last one did not. */
export function newAnalyses(plan: QuarterPlan, lastPlan: QuarterPlan): AnalysisId[] {
  return plan['ana.buy'].filter((analysis) => !lastPlan['ana.buy'].includes(analysis));
}

/** Size of a control with several segments: the sum of a measure over them. */
function sumEach<T>(values: Readonly<Record<string, T>>, measure: (value: T) => number): number {
  return Object.keys(values)
    .sort((a, b) => (a < b ? -1 : 1))
    .reduce((sum, segment) => sum + measure(values[segment]!), 0);
}

const speedSteps = { h96: -1, h48: 0, h24: 1, h8: 2 } as const;
const remedySteps = { none: -1, part: 0, full: 1, generous: 2 } as const;
const alignSteps = { none: 0, talk: 1, jointTarget: 2, sharedBonus: 4 } as const;
const doorSteps = { closed: -1, asIs: 0, open: 1 } as const;
const involveSteps = { none: 0, consult: 0.5, coDesign: 1 } as const;
const rewardSteps = { none: 0, points: 0.5, bonus: 1 } as const;
const withdrawalSteps = { d1: 1, d7: 0.5, d30: 0 } as const;
const matchSteps = { strict: 0, balanced: 1, loose: 2 } as const;
const reviewRate = { never: 0, everyFour: 0.25, everyTwo: 0.5, onEvent: 0.25 } as const;
/** Steps of depth above transactional. */
export const depthSteps = { transactional: 0, supportive: 1, partner: 2, oneToOne: 3 } as const;
export const involvement = involveSteps;
export const alignment = { none: 0, talk: 1, jointTarget: 2, sharedBonus: 3 } as const;

/** Pairs of departments whose link a firm has, at most six. */
const usualContacts = 2;
const grown = (now: number, before: number): number => Math.max(0, now - before);

/** Purchases: billed once, in the quarter in which the plan first asks for them. */
function purchases(plan: QuarterPlan, firm: FirmState, p: FirmParameters, prices: PriceChanges): CostItem[] {
  const last = firm.lastPlan;
  const items: CostItem[] = [];
  const once = (card: CardId, units: number, ...reverted: ControlId[]): void => {
    if (units > 0) items.push({ card, units, kind: 'once', controls: reverted });
  };
  const toolPrice = (tool: QuarterPlan['imp.tool']): number => (tool === 'present' ? 0 : p[`price.${tool}` satisfies FirmParameterId]);
  const storePrice = { notebook: 0, mart: p['price.mart'], warehouse: p['price.warehouse'] };
  const consentPrice = { none: 0, bundled: p['price.consentBundled'], byPurpose: p['price.consentByPurpose'] };
  const newSources = plan['dat.source'].filter((source) => source !== 'counter' && !last['dat.source'].includes(source)).length;
  const tool = plan['imp.tool'];
  const process = plan['imp.process'];
  once('biz.generic', plan['biz.generic'] === last['biz.generic'] ? 0 : p['price.rewrite'], 'biz.generic');
  once('crm.people', plan['biz.vision'] === 'explicit' && last['biz.vision'] !== 'explicit' ? p['price.visionExplicit'] : 0, 'biz.vision');
  once('dat.source', newSources * p['price.source'], 'dat.source');
  once('dat.consent', plan['dat.consent'] === last['dat.consent'] ? 0 : consentPrice[plan['dat.consent']], 'dat.consent');
  if (tool !== last['imp.tool']) once('imp.tool', toolPrice(tool) * (prices.vendorOffer ? p['price.vendorOffer'] : 1), 'imp.tool');
  once('imp.tool', plan['imp.trial'] === 'yes' && last['imp.trial'] === 'no' ? p['price.trial'] : 0, 'imp.trial');
  once('dat.share', grown(plan['dat.share'], last['dat.share']) * p['price.share'], 'dat.share');
  once('imp.process', process !== 'none' && !firm.processes.includes(process) ? p['price.process'] : 0, 'imp.process');
  once('dat.store', grown(storePrice[plan['dat.store']], storePrice[last['dat.store']]), 'dat.store');
  return items;
}

/** Work that goes on from quarter to quarter and can be cut. */
function running(plan: QuarterPlan, p: FirmParameters): CostItem[] {
  const items: CostItem[] = [];
  const add = (card: CardId, units: number): void => {
    if (units !== 0) items.push({ card, units, kind: 'running', controls: [] });
  };
  add('biz.budget', plan['biz.spend']);
  add('imp.involve', involveSteps[plan['imp.involve']] * p['price.involve'] + rewardSteps[plan['imp.reward']] * p['price.reward']);
  add('evl.plan', reviewRate[plan['evl.plan']] * p['price.review']);
  add('dat.fields', plan['dat.fields'].length * p['price.field']);
  add('dat.source', plan['dat.source'].includes('boughtList') ? p['price.boughtList'] : 0);
  add('dat.consent', withdrawalSteps[plan['dat.withdrawal']] * p['price.withdrawal']);
  add('dat.clean', plan['dat.clean'] * p['price.cleaning'] + matchSteps[plan['dat.match']] * p['price.matching']);
  const contacts = sumEach(plan['idc.contact'], (rate) => grown(rate, usualContacts));
  add('idc.contact', contacts * p['price.contact'] + (plan['idc.ask'] === 'yes' ? p['price.ask'] : 0));
  add('imp.train', plan['imp.train'] * p['price.training']);
  add('cus.task', sumEach(plan['cus.depth'], (depth) => depthSteps[depth]) * p['price.depth']);
  add('cus.mode', sumEach(plan['cus.mode'], (grain) => (grain / 100) * (grain / 100)) * p['price.grain']);
  add('crm.align', alignSteps[plan['crm.align']] * p['price.align']);
  return items;
}

/** What must be paid: staff, service policy, upkeep of the store, analyses, and the programme. */
function fixed(plan: QuarterPlan, firm: FirmState, spec: FirmSpec, p: FirmParameters, prices: PriceChanges): { items: CostItem[]; unplanned: number } {
  const items: CostItem[] = [];
  const add = (card: CardId, units: number): void => {
    if (units !== 0) items.push({ card, units, kind: 'fixed', controls: [] });
  };
  const upkeep = { notebook: 0, mart: p['price.martUpkeep'], warehouse: p['price.warehouseUpkeep'] };
  const { state, context } = programmeOf(firm);
  const bill = programmeBill(firm, spec, p, plan['evl.reserve']);
  const analysed = (prices.bought ?? newAnalyses(plan, firm.lastPlan)).reduce((sum, analysis) => sum + analysisPoints[analysis], 0);
  add('ana.buy', analysed * p['price.analysis']);
  add('svc.cap', (plan['svc.cap'] / 5) * p['price.capacity']);
  add('svc.door', doorSteps[plan['svc.door']] * p['price.door']);
  add('crm.pace', state === 'piloting' && context.turns === 0 ? p['price.pilot'] : 0);
  add('crm.path', bill.planned);
  add('crm.tco', bill.unplanned);
  const policy = speedSteps[plan['svc.speed']] * p['price.speed'] + remedySteps[plan['svc.remedy']] * p['price.remedy'];
  add('svc.policy', policy + (grown(plan['svc.authority'], 40) / 10) * p['price.authority']);
  add('dat.store', upkeep[firm.store]);
  add('svc.promise', plan['svc.promise'] === 'bold' ? p['price.promise'] : 0);
  return { items, unplanned: bill.unplanned };
}

/** Hours that a plan asks of the sponsor and of the CRM team. */
export function planHours(plan: QuarterPlan, firm: FirmState, p: FirmParameters): { sponsor: number; team: number } {
  const sponsor = plan['crm.people.reviews'] + plan['crm.people.departments'] + plan['crm.people.frontLine'];
  const process = plan['imp.process'];
  const team =
    plan['dat.fields'].length * p['hours.field'] +
    plan['dat.clean'] * p['hours.cleaning'] +
    plan['imp.train'] * p['hours.training'] +
    (process !== 'none' && !firm.processes.includes(process) ? p['hours.process'] : 0) +
    (plan['imp.tool'] === firm.lastPlan['imp.tool'] ? 0 : p['hours.tool']) +
    (plan['crm.align'] === 'none' ? 0 : p['hours.align']) +
    involveSteps[plan['imp.involve']] * 2 * p['hours.involve'] +
    (programmeOf(firm).active ? p['hours.programme'] : 0) +
    sumEach(plan['idc.contact'], (rate) => rate) * p['hours.contact'] +
    sumEach(plan['cus.depth'], (depth) => depthSteps[depth]) * p['hours.depth'];
  return { sponsor, team };
}

/** All items of a quarter with their kind, and the units among them that nobody had planned. */
export function costItems(
  plan: QuarterPlan, firm: FirmState, spec: FirmSpec, parameters: FirmParameters, prices: PriceChanges = { vendorOffer: false },
): { items: CostItem[]; unplanned: number } {
  const compulsory = fixed(plan, firm, spec, parameters, prices);
  return {
    items: [...compulsory.items, ...running(plan, parameters), ...purchases(plan, firm, parameters, prices)],
    unplanned: compulsory.unplanned,
  };
}

const cardOrder: readonly CardId[] = [...new Set(controls.map((control) => control.card))];

/** Items summed by card, in the order of the catalogue. */
export function linesOf(items: readonly CostItem[]): { card: CardId; units: number }[] {
  return cardOrder
    .map((card) => ({ card, units: items.filter((item) => item.card === card).reduce((sum, item) => sum + item.units, 0) }))
    .filter((line) => line.units !== 0);
}

/**
 * Cost of a quarter under a plan, before any cut. Purchases count where the plan asks for what last quarter's did not.
 * Money put into the price, the offer's quality and each contact is not here: the market books it with the revenue.
 */
export function planCosts(
  plan: QuarterPlan, firm: FirmState, spec: FirmSpec, parameters: FirmParameters = parametersOf(spec),
  prices: PriceChanges = { vendorOffer: false },
): PlanCosts {
  const { items, unplanned } = costItems(plan, firm, spec, parameters, prices);
  return {
    units: items.reduce((sum, item) => sum + item.units, 0),
    lines: linesOf(items),
    hours: planHours(plan, firm, parameters),
    unplanned,
  };
}

/** Units a quarter that a plan costs as it stands, without purchases and programme: what the firm spent before play began. */
export function runningCosts(plan: QuarterPlan, firm: FirmState, spec: FirmSpec, parameters: FirmParameters): number {
  return costItems(plan, firm, spec, parameters)
    .items.filter((item) => item.kind !== 'once')
    .reduce((sum, item) => sum + item.units, 0);
}
