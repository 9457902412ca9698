/**
 * The ranking that a firm declares against the one that its spending reveals: each statement on the cards asks for deeds, and the deeds are
 * read from the plan. Governing factors are checked by this; nobody has to be asked.
 */

import { depths } from '../optionTables.ts';
import type { QuarterPlan } from '../controls.ts';

const coreOf = (plan: QuarterPlan): readonly string[] => plan['cus.core'];
const meanOf = (each: Readonly<Record<string, number>>, some: readonly string[]): number =>
  some.length === 0 ? 0 : some.reduce((sum, segment) => sum + (each[segment] ?? 0), 0) / some.length;
const othersOf = (plan: QuarterPlan, each: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(each)
    .filter((segment) => !coreOf(plan).includes(segment))
    .sort((a, b) => (a < b ? -1 : 1));
const makesGood = (plan: QuarterPlan): boolean => plan['svc.remedy'] === 'full' || plan['svc.remedy'] === 'generous';
const works = (plan: QuarterPlan, ...parts: (keyof QuarterPlan['biz.budget'])[]): number =>
  parts.reduce((sum, part) => sum + plan['biz.budget'][part], 0);

const deeds = {
  keepsMore: (plan) => plan['biz.split'] <= 50,
  opensDoor: (plan) => plan['svc.door'] === 'open',
  keepsStaff: (plan) => plan['svc.cap'] >= 0,
  leavesExit: (plan) => plan['svc.auto'] === 'none' || plan['svc.auto'] === 'sales' || plan['svc.exit'] === 'yes',
  makesGood,
  paysService: (plan) => works(plan, 'service', 'people') >= 35,
  priceDown: (plan) => plan['biz.price'] <= 0,
  priceUp: (plan) => plan['biz.price'] >= 0 && plan['biz.discount'] !== 'anyone',
  spendsLittle: (plan) => plan['biz.spend'] <= 8,
  lightDepth: (plan) => Object.keys(plan['cus.depth']).every((segment) => depths[plan['cus.depth'][segment]!] < depths.oneToOne),
  paysForWork: (plan) => works(plan, 'service', 'technology') >= 30,
  namesCore: (plan) => coreOf(plan).length > 0,
  coreFirst: (plan) =>
    coreOf(plan).length > 0 &&
    meanOf(plan['idc.contact'], coreOf(plan)) >= meanOf(plan['idc.contact'], othersOf(plan, plan['idc.contact'])),
  reachesCore: (plan) => coreOf(plan).length > 0 && meanOf(plan['idc.contact'], coreOf(plan)) >= 2,
  growsCore: (plan) => coreOf(plan).some((segment) => plan['cus.task'][segment] === 'grow'),
  paysSales: (plan) => works(plan, 'marketing', 'sales') >= 45,
  winsBack: (plan) => plan['idc.cycle.winBack'] !== 'none',
  asksWhy: (plan) => plan['dat.fields'].includes('leavingReason'),
  sparesRemedy: (plan) => plan['svc.remedy'] !== 'generous',
  redraws: (plan) => plan['imp.process'] !== 'none' || plan['svc.auto'] !== 'none',
  cleans: (plan) => plan['dat.clean'] >= 3,
  asksFields: (plan) => plan['dat.fields'].length >= 6,
  paysForData: (plan) => works(plan, 'people', 'technology') >= 25,
} as const satisfies Readonly<Record<string, (plan: QuarterPlan) => boolean>>;
export type DeedId = keyof typeof deeds;
export const deedIds = Object.keys(deeds) as readonly DeedId[];

const ofVision: Readonly<Record<QuarterPlan['biz.vision.goal'], readonly DeedId[]>> = {
  profitFirst: ['sparesRemedy'],
  customersFirst: ['keepsMore', 'opensDoor', 'keepsStaff', 'leavesExit', 'makesGood'],
};
const ofGeneric: Readonly<Record<QuarterPlan['biz.generic'], readonly DeedId[]>> = {
  cost: ['priceDown', 'spendsLittle', 'lightDepth', 'paysForWork'],
  differentiation: ['priceUp', 'paysService', 'keepsStaff'],
  focus: ['namesCore', 'coreFirst'],
};
const ofGoal: Readonly<Record<QuarterPlan['crm.goal'], readonly DeedId[]>> = {
  none: [],
  keepCore: ['namesCore', 'keepsMore', 'coreFirst'],
  growCore: ['namesCore', 'reachesCore', 'growsCore', 'paysSales'],
  winBack: ['winsBack', 'asksWhy'],
  cutCostToServe: ['sparesRemedy', 'redraws', 'paysForWork'],
  knowCustomers: ['cleans', 'asksFields', 'paysForData'],
};

/** Deeds that what the cards declare asks for, each once, and whether they are done. */
export function deedsAsked(plan: QuarterPlan): { deed: DeedId; done: boolean }[] {
  const asked = [...ofVision[plan['biz.vision.goal']], ...ofGeneric[plan['biz.generic']], ...ofGoal[plan['crm.goal']]];
  return deedIds.filter((id) => asked.includes(id)).map((deed) => ({ deed, done: deeds[deed](plan) }));
}

/** Share 0-1 of the deeds asked for that are not done; a firm without a goal declares too little to be held to: .5 at least. */
export function offStrategy(plan: QuarterPlan): number {
  const asked = deedsAsked(plan);
  const missing = asked.filter(({ done }) => !done).length / Math.max(1, asked.length);
  return plan['crm.goal'] === 'none' ? Math.max(0.5, missing) : missing;
}
