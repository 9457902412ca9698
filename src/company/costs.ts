/** What a plan costs in a quarter, in units (1/100 of the war chest), line by line as in the decision catalogue. */

import type { ModelId } from '../sim/records/models.ts';
import { automatedKinds } from './automation.ts';
import { safetySteps } from './breach.ts';
import { campaignPrice } from './campaign.ts';
import { toolPriceFactor } from './businessStrategy.ts';
import { cardOfFix, type FixId, fixWork } from './conflict/fixes.ts';
import { newlySynced, rolesChanged } from './channels.ts';
import { cycleUnits } from './cycle.ts';
import { type AnalysisId, type CardId, type ControlId, controls, type QuarterPlan } from './controls.ts';
import { openCardPrice } from './openCards.ts';
import { programmeBill, type ProgrammeBill } from './costLines.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import {
  alignment,
  analysisPoints,
  depths,
  doors,
  followUps,
  involvement,
  matching,
  remedies,
  remedyRules,
  reviewRates,
  rewards,
  speeds,
  tones,
  withdrawals,
} from './optionTables.ts';
import { type FirmParameterId, type FirmParameters, parametersOf } from './parameters.ts';
import { programmeOf } from './programme.ts';
import { type ReviewItem, reviewItems, type ReviewOrder } from './review/reviewBill.ts';
import { vendorOf } from './vendors.ts';

/** once = a purchase that can be put off; running = work that can be cut; fixed = must be paid. */
export interface CostItem {
  card: CardId;
  units: number;
  kind: 'once' | 'running' | 'fixed';
  /** Controls that go back to last quarter's value when a purchase cannot be paid. */
  controls: readonly ControlId[];
  /** Purchases of one bundle are made together or not at all; what is not bought drops its option of the control. */
  bundle?: string;
  drops?: ReviewItem['drops'];
  bySize?: ReviewItem['bySize'];
}
/** Happenings that change or add prices this quarter. */
export interface PriceChanges {
  vendorOffer: boolean;
  /** Quarter in which it is billed; left out = the coming one. */
  quarter?: number;
  /** Analyses ordered this quarter; left out = those that this plan asks for and the last one did not. */
  bought?: readonly AnalysisId[];
  /** Cards bought open this quarter; none where left out. */
  opened?: readonly CardId[];
  /** Remedies for the causes of conflicts agreed this quarter; none where left out. */
  fixes?: readonly FixId[];
  /** The review that falls in the quarter; none where left out. */
  review?: ReviewOrder | null;
  /** Units of the reserve that adjustments take; none where left out. */
  adjusting?: number;
}
export interface PlanCosts {
  /** All units of the quarter, the unplanned ones included. */
  units: number;
  lines: readonly { card: CardId; units: number }[];
  hours: { sponsor: number; team: number };
  unplanned: number;
}

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

/** True where a core segment that had been named is named otherwise. */
export const coreRewritten = (plan: QuarterPlan, last: QuarterPlan): boolean =>
  last['cus.core'].length > 0 && last['cus.core'].join() !== plan['cus.core'].join();

/** True where a tool is bought: another one, or the same from another vendor. */
export const toolBought = (plan: QuarterPlan, last: QuarterPlan): boolean =>
  plan['imp.tool'] !== last['imp.tool'] || (plan['imp.tool'] !== 'present' && plan['imp.vendor'] !== last['imp.vendor']);

const modelPrice = {
  rfm: 'price.modelRfm',
  churn: 'price.modelChurn',
  potential: 'price.modelPotential',
  nextOffer: 'price.modelNextOffer',
} as const satisfies Readonly<Record<ModelId, FirmParameterId>>;
const sumOf = (units: readonly number[]): number => units.reduce((sum, one) => sum + one, 0);

/** Fifths of the known customers who get a benefit. */
const benefitFifths: Readonly<Record<QuarterPlan['idc.benefit'], number>> = { none: 0, mvc: 1, mvcMgc: 2, all: 5 };
/** Segments that the usual staff can keep apart. */
export const usualSegments = 4;
/** Contacts a quarter that the usual staff can make. */
export const usualContacts = 2;
/** Channels whose change of role is billed at most. */
const MOST_ROLES = 6;
const grown = (now: number, before: number): number => Math.max(0, now - before);

/** Purchases: billed once, in the quarter in which the plan first asks for them. */
function purchases(plan: QuarterPlan, firm: FirmState, spec: FirmSpec, p: FirmParameters, prices: PriceChanges): CostItem[] {
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
  const rewritten = plan['biz.generic'] !== last['biz.generic'] || plan['biz.arena'] !== last['biz.arena'];
  once('biz.generic', rewritten ? p['price.rewrite'] : 0, 'biz.generic', 'biz.arena');
  once('cus.core', coreRewritten(plan, last) ? p['price.rewriteCustomer'] : 0, 'cus.core');
  const joined = plan['biz.partner'] !== 'refuse' && last['biz.partner'] === 'refuse';
  once('biz.partner', joined ? p['price.partner'] : 0, 'biz.partner');
  const rangePrice = { keep: 0, deepen: p['price.rangeDeepen'], widen: p['price.rangeWiden'] };
  once('biz.range', plan['biz.range'] === last['biz.range'] ? 0 : rangePrice[plan['biz.range']], 'biz.range');
  const needPrice = { none: 0, behaviour: p['price.needBehaviour'], interviews: p['price.needInterviews'] };
  once('cus.vars', plan['idc.need'] === last['idc.need'] ? 0 : needPrice[plan['idc.need']], 'idc.need');
  once('svc.auto', grown(automatedKinds(plan['svc.auto']), automatedKinds(last['svc.auto'])) * p['price.auto'], 'svc.auto');
  once('chn.role', Math.min(MOST_ROLES, rolesChanged(plan, last)) * p['price.channelRole'], 'chn.sell', 'chn.serve');
  once('chn.sync', newlySynced(plan, last) * p['price.sync'], 'chn.sync');
  once('onl.own', plan['onl.own'] === 'none' || plan['onl.own'] === last['onl.own'] ? 0 : p['price.own'], 'onl.own');
  once('crm.people', plan['biz.vision'] === 'explicit' && last['biz.vision'] !== 'explicit' ? p['price.visionExplicit'] : 0, 'biz.vision');
  once('dat.source', newSources * p['price.source'], 'dat.source');
  once('dat.consent', plan['dat.consent'] === last['dat.consent'] ? 0 : consentPrice[plan['dat.consent']], 'dat.consent');
  const dealt = (prices.vendorOffer ? p['price.vendorOffer'] : 1) * vendorOf(spec, plan['imp.vendor']).price;
  if (toolBought(plan, last))
    once('imp.tool', toolPrice(tool) * dealt * toolPriceFactor(plan, prices.quarter ?? firm.quarter + 1, p), 'imp.tool', 'imp.vendor');
  once('imp.tool', plan['imp.trial'] === 'yes' && last['imp.trial'] === 'no' ? p['price.trial'] : 0, 'imp.trial');
  once('cam.run', campaignPrice(plan, p), 'cam.offer');
  once('dat.share', grown(plan['dat.share'], last['dat.share']) * p['price.share'], 'dat.share');
  once('imp.process', process !== 'none' && !firm.processes.includes(process) ? p['price.process'] : 0, 'imp.process');
  once('dat.store', grown(storePrice[plan['dat.store']], storePrice[last['dat.store']]), 'dat.store');
  items.push(...reviewItems(plan, last, prices.review, p).map((item) => ({ ...item, kind: 'once' as const })));
  return items;
}

/** Work that goes on from quarter to quarter and can be cut. */
function running(plan: QuarterPlan, p: FirmParameters): CostItem[] {
  const items: CostItem[] = [];
  const add = (card: CardId, units: number): void => {
    if (units !== 0) items.push({ card, units, kind: 'running', controls: [] });
  };
  add('biz.budget', plan['biz.spend']);
  add('imp.involve', involvement[plan['imp.involve']] * p['price.involve'] + rewards[plan['imp.reward']] * p['price.reward']);
  add('evl.plan', reviewRates[plan['evl.plan']] * p['price.review']);
  add('dat.fields', plan['dat.fields'].length * p['price.field']);
  add('dat.source', plan['dat.source'].includes('boughtList') ? p['price.boughtList'] : 0);
  add('dat.consent', withdrawals[plan['dat.withdrawal']].cost * p['price.withdrawal']);
  add('dat.clean', plan['dat.clean'] * p['price.cleaning'] + matching[plan['dat.match']].cost * p['price.matching']);
  const contacts = sumEach(plan['idc.contact'], (rate) => grown(rate, usualContacts));
  add('idc.contact', contacts * p['price.contact'] + (plan['idc.ask'] === 'yes' ? p['price.ask'] : 0));
  add('imp.train', plan['imp.train'] * p['price.training']);
  add('cus.task', sumEach(plan['cus.depth'], (depth) => depths[depth]) * p['price.depth']);
  add('cus.mode', sumEach(plan['cus.mode'], (grain) => (grain / 100) * (grain / 100)) * p['price.grain']);
  add('idc.class', plan['idc.class'] === 'none' ? 0 : benefitFifths[plan['idc.benefit']] * p['price.benefit']);
  add('dat.model', sumOf(plan['dat.model'].map((model) => p[modelPrice[model]])));
  add('idc.cycle', cycleUnits(plan, p));
  add('cus.vars', grown(plan['cus.segments'], usualSegments) * p['price.segment']);
  const teams = { partTime: 0, dedicated: p['price.teamDedicated'], mixed: p['price.teamMixed'] };
  add('crm.people', teams[plan['crm.people.team']]);
  const consultants = { none: 0, advise: p['price.advise'], do: p['price.do'] };
  add('imp.consult', consultants[plan['imp.consult']]);
  add('chn.sync', plan['chn.sync'].length * p['price.syncUpkeep']);
  add('svc.auto', plan['svc.log'] === 'yes' ? p['price.log'] : 0);
  const joinReasons = { none: 0, benefit: p['price.ownUpkeep'], content: p['price.ownUpkeep'] / 2 };
  add('onl.own', joinReasons[plan['onl.own']]);
  add('imp.sense', plan['imp.sense'].length * p['price.sense']);
  add('imp.measure', (plan['imp.measure.bonus'] / 20) * p['price.staffBonus']);
  add('crm.align', alignment[plan['crm.align']].cost * p['price.align']);
  return items;
}

/** What must be paid: staff, service policy, upkeep of the store, its security and offer modules, analyses, and the programme. */
function fixed(
  plan: QuarterPlan,
  firm: FirmState,
  spec: FirmSpec,
  p: FirmParameters,
  prices: PriceChanges,
): { items: CostItem[]; bill: ProgrammeBill } {
  const items: CostItem[] = [];
  const add = (card: CardId, units: number): void => {
    if (units !== 0) items.push({ card, units, kind: 'fixed', controls: [] });
  };
  const upkeep = { notebook: 0, mart: p['price.martUpkeep'], warehouse: p['price.warehouseUpkeep'] };
  const { state, context } = programmeOf(firm);
  const bill = programmeBill(firm, spec, p, plan['evl.reserve']);
  const analysed = (prices.bought ?? newAnalyses(plan, firm.lastPlan)).reduce((sum, analysis) => sum + analysisPoints[analysis], 0);
  add('ana.buy', analysed * p['price.analysis']);
  for (const card of prices.opened ?? []) add(card, openCardPrice(p));
  add('evl.plan', prices.adjusting ?? 0);
  for (const fix of prices.fixes ?? []) add(cardOfFix(fix), fixWork[fix].units);
  add('svc.cap', (plan['svc.cap'] / 5) * p['price.capacity']);
  add('svc.door', doors[plan['svc.door']].cost * p['price.door']);
  add('crm.pace', state === 'piloting' && context.turns === 0 ? p['price.pilot'] : 0);
  add('crm.path', bill.planned);
  add('crm.tco', bill.unplanned);
  const policy =
    speeds[plan['svc.speed']].cost * p['price.speed'] +
    remedies[plan['svc.remedy']].cost * p['price.remedy'] +
    remedyRules[plan['svc.remedy.byCause']].cost * p['price.cause'] +
    tones[plan['svc.tone']].cost * p['price.tone'] +
    followUps[plan['svc.follow']] * p['price.follow'];
  add('svc.policy', policy + (grown(plan['svc.authority'], 40) / 10) * p['price.authority']);
  add('dat.store', upkeep[firm.store]);
  add('dat.safe', safetySteps[plan['dat.safe']] * p['price.safety']);
  add('idc.module', (plan['idc.module'] - 1) * p['price.module']);
  add('svc.promise', plan['svc.promise'] === 'bold' ? p['price.promise'] : 0);
  return { items, bill };
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
    (toolBought(plan, firm.lastPlan) ? p['hours.tool'] : 0) +
    (plan['crm.align'] === 'none' ? 0 : p['hours.align']) +
    involvement[plan['imp.involve']] * 2 * p['hours.involve'] +
    grown(plan['cus.segments'], usualSegments) * p['hours.segment'] +
    (plan['idc.class'] === 'none' ? 0 : p['hours.class']) +
    (plan['idc.module'] - 1) * p['hours.module'] +
    (programmeOf(firm).active ? p['hours.programme'] : 0) +
    sumEach(plan['idc.contact'], (rate) => rate) * p['hours.contact'] +
    sumEach(plan['cus.depth'], (depth) => depths[depth]) * p['hours.depth'];
  return { sponsor, team };
}

/** All items of a quarter with their kind, the units among them that nobody had planned, and the programme's bill line by line. */
export function costItems(
  plan: QuarterPlan,
  firm: FirmState,
  spec: FirmSpec,
  parameters: FirmParameters,
  prices: PriceChanges = { vendorOffer: false },
): { items: CostItem[]; unplanned: number; bill: ProgrammeBill } {
  const compulsory = fixed(plan, firm, spec, parameters, prices);
  return {
    items: [...compulsory.items, ...running(plan, parameters), ...purchases(plan, firm, spec, parameters, prices)],
    unplanned: compulsory.bill.unplanned,
    bill: compulsory.bill,
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
  plan: QuarterPlan,
  firm: FirmState,
  spec: FirmSpec,
  parameters: FirmParameters = parametersOf(spec),
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
