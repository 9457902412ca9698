/** What the players do otherwise who must not gain by it: each is a rule on the plan of whoever it is laid over. */

import { costLineIds } from '../../company/controls.ts';
import { externalMethodIds, internalMethodIds } from '../../company/review/reviewOptions.ts';
import type { MovePatch, Patch, Round } from './patched.ts';

/** One value for every segment. */
const everySegment = <V>({ segmentIds }: Round, value: V): Record<string, V> => Object.fromEntries(segmentIds.map((id) => [id, value]));

/** Cards of form for whoever stays where he is: everything is asked, measured, met about, trained and reviewed, and nothing done with it. */
export const ritual: Patch = ({ scenario, segmentIds }) => {
  const [learner] = scenario.firms;
  return {
    'biz.forces': learner.forces ?? ['rivalry', 'buyers'],
    'ana.buy': ['readiness', 'dataAudit'],
    'cus.core': segmentIds.slice(0, 1),
    'crm.path': 'stay',
    'crm.people.owner': 'crossFunctional',
    'crm.people.reviews': 20,
    'crm.people.departments': 10,
    'crm.people.frontLine': 10,
    'biz.vision': 'explicit',
    'biz.vision.goal': 'customersFirst',
    'crm.goal': 'keepCore',
    'crm.measures': ['churn', 'satisfaction', 'recordQuality'],
    'crm.tco': costLineIds,
    'crm.align': 'talk',
    'imp.involve': 'coDesign',
    'imp.train': 10,
    'dat.consent': 'byPurpose',
    'svc.follow': 'yes',
    'svc.log': 'yes',
    'evl.plan': 'everyTwo',
    'evl.reserve': 5,
    'evl.baseline': 'yes',
    'evl.criteria': ['satisfaction', 'satisfactionOfLost', 'customerEquity', 'retention', 'complaintsSolved', 'recordQuality'],
    'evl.frame': 'everyone',
    'evl.size': 'n400',
    'evl.moment': 'ordinary',
    'evl.external': externalMethodIds,
    'evl.internal': internalMethodIds,
  };
};

/** No review is held, and nothing is laid by for one. */
export const noReviews: Patch = () => ({ 'evl.plan': 'never', 'evl.reserve': 0, 'evl.baseline': 'no' });
export const noReviewMoves: MovePatch = (move) => (move.kind === 'review' ? null : move);

/** Quarters before the end in which a harvester reaps. */
const harvest = 2;
/** In the last quarters service, training and cleaning are cut: what they cost stays in the till. */
export const harvesting: Patch = ({ left, plan }) => {
  if (left > harvest) return {};
  const { marketing, service, people } = plan['biz.budget'];
  return {
    'biz.budget': { ...plan['biz.budget'], marketing: marketing + service + people, service: 0, people: 0 },
    'biz.spend': Math.floor((plan['biz.spend'] * (100 - service - people)) / 100),
    'svc.cap': -20,
    'svc.remedy': 'none',
    'svc.follow': 'no',
    'imp.train': 0,
    'dat.clean': 0,
  };
};

/** Everybody is classed and everybody gets what the tail gets: hours, contacts, offers and benefits alike, nobody served better or refused. */
export const allTail: Patch = (round) => ({
  'cus.refused': [],
  'cus.task': everySegment(round, 'keep'),
  'cus.depth': everySegment(round, 'transactional'),
  'cus.mode': everySegment(round, 0),
  'idc.contact': everySegment(round, 2),
  'idc.class': 'margin',
  'idc.hours': { mvc: 0, mgc: 0, migrator: 0, bz: 100 },
  'idc.benefit': 'none',
  'idc.module': 1,
  'idc.loyal': 'none',
  'cam.offer': 'none',
});

/** Thirty people are asked, however much depends on it. */
export const thirtyAsked: Patch = () => ({ 'evl.size': 'n30' });

/** What is known of customers is bought, in the place of asking them, of their consent, and of work on the records. */
export const boughtLists: Patch = () => ({
  'dat.source': ['boughtList'],
  'dat.consent': 'none',
  'dat.match': 'loose',
  'dat.clean': 0,
  'idc.ask': 'no',
});

/** Everything as the best path has it, but that names are bought and customers asked nowhere. */
export const onlyBoughtLists: Patch = () => ({ 'dat.source': ['boughtList'] });

/** More than the loss to whoever asks, at once, by whoever is asked. */
export const refunding: Patch = () => ({
  'svc.door': 'open',
  'svc.remedy': 'generous',
  'svc.remedy.byCause': 'all',
  'svc.authority': 70,
  'svc.speed': 'h8',
});
export const refundMoves: MovePatch = (move) =>
  move.kind === 'case' ? { ...move, mode: 'accommodate', remedy: 'generous', apology: true } : move;

export const rushed: Patch = () => ({ 'crm.pace': 'rushed' });
export const unhurried: Patch = () => ({ 'crm.pace': 'careful' });

/** Every case is fought out, with the same offer. */
export const competeMoves: MovePatch = (move) => (move.kind === 'case' ? { ...move, mode: 'compete' } : move);
