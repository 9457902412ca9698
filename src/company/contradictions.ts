/** Contradictions between cards and spending, as a table: each costs alignment while it holds and has a code for the words. */

import type { QuarterPlan } from './controls.ts';
import { positionKept } from './businessStrategy.ts';
import type { FirmParameters } from './parameters.ts';
import { usableVariable } from './segmentation.ts';
import { fedBy } from './targeting.ts';

export interface Contradiction {
  code: string;
  holds: (plan: QuarterPlan) => boolean;
}

const values = <T>(each: Readonly<Record<string, T>>): T[] =>
  Object.keys(each)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((segment) => each[segment]!);
const every = <T>(each: Readonly<Record<string, T>>, holds: (value: T) => boolean): boolean => {
  const all = values(each);
  return all.length > 0 && all.every(holds);
};
const tasked = (plan: QuarterPlan, task: string): string[] =>
  Object.keys(plan['cus.task']).filter((segment) => plan['cus.task'][segment] === task);
const serviceFirst = ['p12', 'p32'];
const dataPaths = ['p13', 'p23', 'p24', 'p14'];

export const contradictions: readonly Contradiction[] = [
  {
    code: 'costLeader.oneToOneForAll',
    holds: (plan) => plan['biz.generic'] === 'cost' && every(plan['cus.mode'], (grain) => grain >= 75),
  },
  {
    code: 'costLeader.deepTiesForAll',
    holds: (plan) => plan['biz.generic'] === 'cost' && every(plan['cus.depth'], (depth) => depth === 'oneToOne'),
  },
  { code: 'focus.noCore', holds: (plan) => plan['biz.generic'] === 'focus' && plan['cus.core'].length === 0 },
  { code: 'focus.refusesCore', holds: (plan) => plan['cus.core'].some((segment) => plan['cus.refused'].includes(segment)) },
  { code: 'goalKeep.acquires', holds: (plan) => plan['crm.goal'] === 'keepCore' && plan['biz.split'] > 60 },
  { code: 'goalGrow.noContact', holds: (plan) => plan['crm.goal'] === 'growCore' && every(plan['idc.contact'], (rate) => rate === 0) },
  { code: 'goalKnow.noFields', holds: (plan) => plan['crm.goal'] === 'knowCustomers' && plan['dat.fields'].length < 4 },
  { code: 'goalCut.generous', holds: (plan) => plan['crm.goal'] === 'cutCostToServe' && plan['svc.remedy'] === 'generous' },
  { code: 'service.noBudget', holds: (plan) => serviceFirst.includes(plan['crm.path']) && plan['biz.budget'].service < 20 },
  { code: 'data.noConsent', holds: (plan) => dataPaths.includes(plan['crm.path']) && plan['dat.consent'] === 'none' },
  { code: 'partner.unasked', holds: (plan) => plan['biz.partner'] === 'share' && plan['dat.consent'] !== 'byPurpose' },
  { code: 'leap.halfFirm', holds: (plan) => plan['crm.path'] === 'p14' && plan['crm.scope'] === 'marketingAndIt' },
  {
    code: 'premium.discounts',
    holds: (plan) => plan['biz.generic'] === 'differentiation' && (plan['biz.price'] < 0 || plan['biz.discount'] === 'anyone'),
  },
  { code: 'costLeader.dear', holds: (plan) => plan['biz.generic'] === 'cost' && plan['biz.price'] > 0 },
  { code: 'letGo.contacted', holds: (plan) => tasked(plan, 'letGo').some((segment) => plan['idc.contact'][segment]! > 2) },
  { code: 'letGo.core', holds: (plan) => plan['cus.core'].some((segment) => plan['cus.task'][segment] === 'letGo') },
  { code: 'refused.acquired', holds: (plan) => plan['cus.refused'].some((segment) => plan['cus.task'][segment] === 'acquire') },
  { code: 'promise.noStaff', holds: (plan) => plan['svc.promise'] === 'bold' && plan['svc.cap'] < 0 },
  { code: 'customersFirst.closedDoor', holds: (plan) => plan['biz.vision.goal'] === 'customersFirst' && plan['svc.door'] === 'closed' },
  { code: 'niche.noCore', holds: (plan) => plan['biz.arena'] === 'niche' && plan['cus.core'].length === 0 },
  { code: 'focus.wide', holds: (plan) => plan['biz.generic'] === 'focus' && plan['biz.arena'] === 'wide' },
  { code: 'position.broken', holds: (plan) => !positionKept(plan) },
  {
    code: 'vars.noField',
    holds: (plan) => plan['cus.vars'].some((variable) => !usableVariable(variable, plan['dat.fields'])),
  },
  { code: 'model.noStore', holds: (plan) => plan['dat.model'].length > 0 && plan['dat.store'] === 'notebook' },
  { code: 'cycle.noModel', holds: (plan) => plan['idc.cycle'].includes('risk') && !plan['dat.model'].includes('churn') },
  { code: 'model.noFields', holds: (plan) => plan['dat.model'].some((model) => !fedBy(model, plan['dat.fields'])) },
  {
    code: 'customersFirst.noExit',
    holds: (plan) => plan['biz.vision.goal'] === 'customersFirst' && plan['svc.exit'] === 'no' && plan['svc.auto'] !== 'none',
  },
  {
    code: 'campaign.noModel',
    holds: (plan) => plan['cam.offer'] !== 'none' && plan['cam.target'] === 'list' && plan['dat.model'].length === 0,
  },
  {
    code: 'campaign.noClasses',
    holds: (plan) => plan['cam.offer'] !== 'none' && plan['cam.target'] === 'classes' && plan['idc.class'] === 'none',
  },
  { code: 'sync.noStore', holds: (plan) => plan['chn.sync'].length > 0 && plan['dat.store'] === 'notebook' },
  {
    code: 'module.noClasses',
    holds: (plan) => plan['idc.module'] > 1 && plan['idc.module.rule'] === 'class' && plan['idc.class'] === 'none',
  },
  {
    code: 'module.noNeeds',
    holds: (plan) => plan['idc.module'] > 1 && plan['idc.module.rule'] === 'person' && !plan['dat.fields'].includes('needs'),
  },
  {
    code: 'loyal.lowCost',
    holds: (plan) => plan['idc.loyal'] === 'points' && plan['idc.loyal.cost'] > 2 && plan['biz.generic'] === 'cost',
  },
  { code: 'automation.noRedesign', holds: (plan) => plan['svc.auto'] === 'both' && plan['imp.process'] === 'none' },
  { code: 'align.noPair', holds: (plan) => plan['crm.align'] !== 'none' && plan['crm.align.pairs'].length === 0 },
  { code: 'technologyOnly', holds: (plan) => plan['biz.budget'].technology > 40 && plan['imp.train'] === 0 },
];

/** Codes of the contradictions in a plan, in the order of the table. */
export function contradictionsIn(plan: QuarterPlan): string[] {
  return contradictions.filter((one) => one.holds(plan)).map((one) => one.code);
}

/** Points of alignment (S) that so many contradictions cost: 4 each, 16 at most. */
export function alignmentLost(count: number, p: FirmParameters): number {
  return Math.min(p['stock.contradictionsMost'], count * p['stock.contradiction']);
}
