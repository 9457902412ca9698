/**
 * Which way a control must move to mend a finding: acting on a finding is to move what bears on it that way, not to move it. Directions are
 * those in which the model's own rules move what the finding is read from; where only the firm's data could tell, any other value will do.
 */

import { contradictionsIn } from '../contradictions.ts';
import type { ControlId, QuarterPlan } from '../controls.ts';
import { rightOwner } from '../inForce.ts';
import { targeting } from './bearing.ts';
import { offStrategy } from './revealedSpending.ts';
import type { FindingId } from './reviewOptions.ts';

/** 1 where a plan stands better than another, -1 where worse, 0 where neither. */
export type Step = (before: QuarterPlan, now: QuarterPlan) => number;
/**
 * up, down = along the catalogue's order of its options or its numbers, in sum over segments; more, fewer = words of a list; other = another
 * value that is not nothing; a list = its options from worst to best, those not in it worst of all.
 */
export type Way = 'up' | 'down' | 'more' | 'fewer' | 'other' | readonly string[] | Step;

/** -1, 0 or 1. */
export const sign = (value: number): number => (value > 0 ? 1 : value < 0 ? -1 : 0);
const work = ({ 'biz.budget': budget }: QuarterPlan): number => budget.service + budget.people + budget.technology;
const people = ({ 'biz.budget': budget }: QuarterPlan): number => budget.people;
const owned = (plan: QuarterPlan): number => (rightOwner(plan['crm.path'], plan['crm.people.owner']) ? 1 : 0);
const sharing = ({ 'dat.source': sources }: QuarterPlan): number =>
  sources.filter((source) => source === 'boughtList' || source === 'partner').length;
const acquiring = ({ 'cus.task': tasks }: QuarterPlan): number =>
  Object.keys(tasks).filter((segment) => tasks[segment] === 'acquire').length;
const more =
  (of: (plan: QuarterPlan) => number): Step =>
  (before, now) =>
    sign(of(now) - of(before));
const less =
  (of: (plan: QuarterPlan) => number): Step =>
  (before, now) =>
    sign(of(before) - of(now));

const triggers =
  (...wanted: readonly QuarterPlan['idc.cycle'][number][]) =>
  ({ 'idc.cycle': cycle }: QuarterPlan): number =>
    cycle.filter((trigger) => wanted.includes(trigger)).length;
const served = ({ 'svc.auto': auto }: QuarterPlan): number => (auto === 'service' || auto === 'both' ? 1 : 0);
const measures = ['callTime', 'revenue', 'solvedFirst', 'customerKept'] as const;

/** By finding, the way of each control that bears on it; one step where the plan is read as a whole. */
export const ways: Readonly<Record<FindingId, Step | Readonly<Partial<Record<ControlId, Way>>>>> = {
  cardsDisagree: less((plan) => contradictionsIn(plan).length),
  spendingOffStrategy: less(offStrategy),
  pathUnfit: {
    'crm.path': 'other',
    'crm.scope': 'up',
    'crm.pace': 'down',
    'crm.pilot': ['no', 'yes'],
    'crm.people.owner': more(owned),
    'imp.consult': 'up',
    'biz.spend': 'up',
    'biz.budget': more(work),
  },
  programmeStalled: {
    'crm.people.sponsor': 'down',
    'crm.people.owner': more(owned),
    'crm.people.reviews': 'up',
    'crm.pace': 'down',
    'imp.involve': 'up',
    'imp.consult': 'up',
    'crm.path': 'other',
  },
  recordsWrong: {
    'dat.clean': 'up',
    'dat.match': 'down',
    'imp.style': ['control', 'help'],
    'imp.reward': 'up',
    'chn.sync': 'more',
    'dat.source': less(sharing),
    'dat.fields': 'fewer',
  },
  recordsThin: {
    'dat.source': 'more',
    'dat.fields': 'more',
    'dat.share': 'up',
    'dat.store': 'up',
    'idc.ask': 'up',
    'idc.contact': 'up',
    'svc.log': 'up',
    'onl.own': 'up',
    'imp.reward': 'up',
  },
  fieldsUnused: { 'dat.fields': 'fewer' },
  consentMissing: {
    'dat.consent': 'up',
    'dat.withdrawal': 'down',
    'dat.source': less(sharing),
    'biz.partner': 'down',
    'dat.safe': 'up',
    'idc.ask': 'up',
  },
  wrongTargets: {
    ...Object.fromEntries(targeting.map((id) => [id, 'other'] as const)),
    'dat.model': 'more',
    'cus.vars': 'other',
    'idc.need': 'up',
    'idc.hours': 'other',
    'idc.benefit': 'other',
  },
  skillLow: {
    'imp.train': 'up',
    'biz.budget': more(people),
    'biz.spend': 'up',
    'crm.people.frontLine': 'up',
    'imp.involve': 'up',
    'imp.measure': measures,
  },
  adoptionLow: {
    'imp.style': ['control', 'help'],
    'imp.involve': 'up',
    'imp.reward': 'up',
    'imp.train': 'up',
    'imp.tool': 'other',
    'imp.vendor': 'other',
    'imp.measure': measures,
    'imp.measure.bonus': 'other',
  },
  hiddenCost: { 'crm.tco': 'more' },
  failuresUnheard: {
    'svc.door': 'up',
    'svc.follow': 'up',
    'svc.tone': 'up',
    'svc.exit': ['no', 'yes'],
    'svc.auto': ['both', 'service', 'sales', 'none'],
    'svc.log': 'up',
    'idc.cycle': more(triggers('complaint', 'silent')),
  },
  waitingLong: {
    'svc.cap': 'up',
    'svc.speed': 'up',
    'svc.authority': 'up',
    'svc.auto': more(served),
    'imp.process': 'other',
    'imp.train': 'up',
    'svc.promise': 'down',
  },
  valueBehind: {
    'biz.price': 'down',
    'biz.discount': 'up',
    'biz.range': ['keep', 'deepen', 'widen'],
    'biz.position': 'other',
    'biz.generic': 'other',
    'svc.cap': 'up',
    'idc.module': 'up',
    'cus.depth': 'up',
    'cus.mode': 'up',
  },
  spuriousLoyalty: {
    'svc.remedy': 'up',
    'svc.authority': 'up',
    'svc.door': 'up',
    'svc.follow': 'up',
    'idc.loyal': ['points', 'tiers', 'recognition', 'none'],
    'cus.depth': 'up',
    'idc.cycle': more(triggers('complaint', 'falling', 'silent', 'risk')),
    'biz.price': 'down',
    'svc.cap': 'up',
  },
  earlyDecay: {
    'idc.cycle': more(triggers('welcome', 'complaint')),
    'imp.process': 'other',
    'svc.promise': 'down',
    'biz.split': 'down',
    'cus.task': less(acquiring),
    'biz.discount': 'down',
  },
};
