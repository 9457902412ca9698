/**
 * The plan of a firm's twin without CRM: the same goods under the same business plan, and nothing done or spent for customer relationships.
 * One row a control, so that a new control cannot be forgotten. Not to be taken for STAY, which pays the upkeep of the present level.
 */

import { type AnyControl, type ControlId, controls, type QuarterPlan } from './controls.ts';
import { usualContacts, usualSegments } from './costs.ts';
import { marketingUnits } from './money.ts';
import { mergePlan } from './plan.ts';

/** kept: as the firm itself decides, quarter by quarter. start: as in its start plan, all the time. */
type TwinRule<Id extends ControlId> = 'kept' | 'start' | { nothing: (start: QuarterPlan) => QuarterPlan[Id] };
export type TwinRules = { readonly [Id in ControlId]: TwinRule<Id> };

/** A value that neither costs nor does anything. */
const nothing = <V>(value: V): { nothing: () => V } => ({ nothing: () => value });

/** One value a segment, worked out from the value at the start. */
const each = <A, B>(values: Readonly<Record<string, A>>, turn: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(values).map(([segment, value]) => [segment, turn(value)]));

const budgetStep = 5;

/** Parts of the budget that sell, in the proportion of the start; nothing for service, people and technology. */
function sellingOnly({ 'biz.budget': { marketing, sales } }: QuarterPlan): QuarterPlan['biz.budget'] {
  const selling = marketing + sales;
  const toSales = selling === 0 ? 0 : budgetStep * Math.round((100 * sales) / selling / budgetStep);
  return { marketing: 100 - toSales, sales: toSales, service: 0, people: 0, technology: 0 };
}

/** What the twin does with each control, and why. */
export const twinRules: TwinRules = {
  'biz.forces': 'kept', // reads the industry that the goods are sold in
  'biz.generic': 'kept', // makes the goods what they are: cheap, different or for few
  'biz.arena': 'kept', // where the goods are sold
  'ana.buy': nothing([]), // looks into customers and readiness
  'cus.core': 'start', // choosing customers is where CRM begins
  'cus.refused': 'start', // as above
  'biz.split': 'start', // leaning towards keeping customers is a CRM choice
  'biz.spend': { nothing: (plan) => Math.round(marketingUnits(plan['biz.spend'], plan['biz.budget'])) }, // the usual marketing alone, to the unit
  'biz.budget': { nothing: sellingOnly }, // so that all of that money sells
  'svc.cap': 'kept', // capacity belongs to the goods: how long one waits for them
  'svc.door': 'start', // the usual service
  'crm.path': nothing('stay'), // no programme
  'crm.scope': 'start', // says nothing without a programme
  'crm.pace': 'start', // as above
  'crm.pilot': 'start', // as above
  'crm.people.sponsor': 'start', // nobody's hours are given, so it does not matter whose
  'crm.people.owner': 'start', // as above
  'crm.people.team': nothing('partTime'), // nobody is set apart for CRM
  'crm.people.reviews': nothing(0), // no director's hours for CRM
  'crm.people.departments': nothing(0), // as above
  'crm.people.frontLine': nothing(0), // as above
  'biz.vision': nothing('implicit'), // writing down a vision of customers costs money
  'biz.vision.goal': 'start', // the firm's usual temper
  'crm.goal': nothing('none'), // no initiative
  'crm.measures': nothing([]), // as above
  'crm.tco': 'start', // budgets for a programme that there is not
  'crm.expect': nothing('none'), // promises nothing of a programme that there is not
  'imp.involve': nothing('none'), // no tool to involve anybody in
  'imp.reward': nothing('none'), // no notes to pay for
  'evl.plan': nothing('never'), // nothing to review
  'evl.reserve': nothing(0), // nothing to keep a reserve for
  'evl.baseline': nothing('no'), // nothing to hold against later
  'evl.criteria': 'start', // says nothing without reviews
  'evl.frame': 'start', // as above
  'evl.size': 'start', // as above
  'evl.moment': 'start', // as above
  'evl.external': 'start', // as above
  'evl.internal': 'start', // as above
  'dat.fields': nothing([]), // nothing is asked and written down any more
  'dat.source': nothing([]), // nothing is gathered
  'dat.consent': nothing('none'), // nothing to ask consent for
  'dat.withdrawal': nothing('d30'), // as slow as costs nothing
  'dat.clean': nothing(0), // no cleaning
  'dat.match': nothing('strict'), // as above
  'idc.contact': { nothing: (plan) => each(plan['idc.contact'], (rate) => Math.min(rate, usualContacts)) }, // what the usual staff get done
  'idc.ask': nothing('no'), // no questions to learn from
  'imp.train': nothing(0), // no training
  'imp.style': 'start', // the firm's usual temper
  'cus.task': 'start', // where the usual marketing goes
  'cus.depth': { nothing: (plan) => each(plan['cus.depth'], () => 'transactional' as const) }, // a sale, no relation
  'imp.tool': nothing('present'), // no purchase
  'imp.vendor': 'start', // says nothing without a purchase
  'imp.trial': nothing('no'), // as above
  'dat.share': nothing(0), // departments share nothing
  'dat.safe': nothing('basic'), // as the records were guarded before
  'imp.process': nothing('none'), // no process is redrawn
  'svc.authority': 'start', // the usual service
  'svc.remedy': 'start', // as above
  'svc.speed': 'start', // as above
  'idc.class': nothing('none'), // nobody is told apart by value
  'idc.hours': 'start', // says nothing without classes
  'idc.benefit': nothing('none'), // as above
  'dat.store': nothing('notebook'), // no store is bought
  'cus.mode': { nothing: (plan) => each(plan['cus.mode'], () => 0) }, // everybody alike
  'crm.align': nothing('none'), // no meetings of departments about customers
  'crm.align.pairs': 'start', // says nothing without meetings
  'imp.consult': nothing('none'), // nobody advises a programme that there is not
  'prd.rival': nothing('none'), // a forecast is the learner's alone
  'cam.offer': nothing('none'), // no campaigns to customers by name
  'cam.target': 'start', // says nothing without a campaign
  'cam.segments': nothing([]), // as above
  'cam.control': nothing(0), // as above
  'biz.price': 'kept', // the price of the goods
  'biz.discount': 'kept', // part of the price
  'svc.promise': 'kept', // what is promised with the goods
  'biz.partner': nothing('refuse'), // sharing customers is a CRM choice
  'dat.model': nothing([]), // nobody is scored
  'idc.cycle': nothing([]), // no events are watched
  'idc.cycle.winBack': nothing('none'), // nobody is asked back
  'cus.vars': 'start', // cutting the market finer is a CRM choice
  'idc.need': nothing('none'), // as above
  'cus.segments': { nothing: (plan) => Math.min(plan['cus.segments'], usualSegments) }, // as many as the usual staff keep apart
  'svc.auto': 'kept', // how the goods are delivered
  'svc.exit': 'kept', // as above
  'biz.range': 'kept', // the goods themselves
  'biz.position': 'kept', // what the goods are known for
  'biz.tech': 'start', // says nothing without a tool to buy
  'imp.sense': nothing([]), // nobody watches the market
  'imp.sense.authority': 'start', // the usual service
  'svc.remedy.byCause': 'start', // the usual service
  'svc.tone': 'start', // as above
  'svc.follow': 'start', // as above
  'chn.sell': 'kept', // where the goods are sold
  'chn.serve': 'kept', // how the goods are delivered
  'chn.band': 'kept', // part of the price
  'onl.own': nothing('none'), // a list of customers is CRM
  'onl.spend': 'start', // as above
  'chn.sync': nothing([]), // no context to share
  'svc.log': nothing('no'), // nothing is written down any more
  'idc.module': nothing(1), // the standard offer for all
  'idc.module.rule': 'start', // says nothing with one offer
  'idc.loyal': nothing('none'), // no programme
  'idc.loyal.cost': 'start', // says nothing without one
  'imp.measure': 'start', // the usual measure
  'imp.measure.bonus': nothing(0), // nobody is paid by it
};

/**
 * What the twin does with a control.
 * @param rules only tests give others
 * @throws Error naming the control when the table has forgotten it
 */
export function twinRule<Id extends ControlId>(id: Id, rules: TwinRules = twinRules): TwinRule<Id> {
  const rule = (rules as Partial<TwinRules>)[id] as TwinRule<Id> | undefined;
  if (rule === undefined) throw new Error(`The twin without CRM does not know what to do with the control ${id}`);
  return rule;
}

/** The twin's plan before anything is decided. @param start the firm's start plan, every control and segment in it */
export function twinStart(start: QuarterPlan, rules: TwinRules = twinRules): QuarterPlan {
  const bare = (control: AnyControl): [ControlId, unknown][] => {
    const rule = twinRule(control.id, rules);
    return typeof rule === 'string' ? [] : [[control.id, rule.nothing(start)]];
  };
  return mergePlan(start, Object.fromEntries(controls.flatMap(bare)) as Partial<QuarterPlan>);
}

/** The part of a patch that the twin follows: the goods. */
export function twinPatch(patch: Partial<QuarterPlan>, rules: TwinRules = twinRules): Partial<QuarterPlan> {
  const kept = controls.filter(({ id }) => patch[id] !== undefined && twinRule(id, rules) === 'kept');
  return Object.fromEntries(kept.map(({ id }) => [id, patch[id]]));
}
