/** What a played firm offers the market in a quarter: its plan and its stocks turned into the kernel's terms. */

import type { SegmentSpec } from '../sim/market.ts';
import type { CompanyOffer, ComplaintPolicy, ListTreatment, SegmentOffer } from '../sim/offer.ts';
import { exp } from '../sim/math/elementary.ts';
import { adoptionInUse } from './adoption.ts';
import { automationOf } from './automation.ts';
import { safetyPace } from './breach.ts';
import { arenaReach, arenaWeight, positionBrand, pricePaid, rangeEffects } from './businessStrategy.ts';
import { skilledCare } from './care.ts';
import { classTreatmentOf } from './classTreatment.ts';
import { convenienceByPartners, failuresByCauses } from './conflict/conflictState.ts';
import { channelsInUse, costByChannels, priceByChannels, reachByChannels } from './channels.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import { givenAway, substitutePull } from './forces.ts';
import { activeEffects, inForce, planInForce } from './inForce.ts';
import { moduleBurden } from './modules.ts';
import { marketingMoney, moneyOf } from './money.ts';
import { depths, doors, followUps, levers, remedies, remedyRules, speeds, tasks, tones } from './optionTables.ts';
import { channelsTreated } from './otherChannels.ts';
import { type FirmParameters, parametersOf } from './parameters.ts';
import { reachByPartner } from './partner.ts';
import { disturbance, reach } from './rollout.ts';
import { segmentationEffect } from './segmentation.ts';
import { branchEffects } from './responding.ts';
import { measureEffects, type MeasureEffects } from './staffMeasure.ts';
import { stocksAtStart } from './startValues.ts';
import { generationEffects } from './toolGenerations.ts';
import { belief, contactsLetIn, retentionByTrust } from './trust.ts';

/** Complaint policy of the quarter. */
function complaintPolicy(firm: FirmState, plan: QuarterPlan, p: FirmParameters, firstPerson: number): ComplaintPolicy {
  const door = doors[plan['svc.door']];
  const automation = automationOf(firm, plan, p);
  const remedy = remedies[plan['svc.remedy']];
  const rule = remedyRules[plan['svc.remedy.byCause']];
  const tone = tones[plan['svc.tone']];
  const first = inForce(firm, plan, 'biz.vision.goal') === 'customersFirst' ? p['service.customersFirst'] : 0;
  return {
    ease: door.ease * automation.ease,
    hours: speeds[plan['svc.speed']].hours + rule.hours + tone.hours,
    remedy: remedy.share,
    authority: share(
      p['service.firstPersonBase'] +
        (p['service.firstPersonLimit'] * plan['svc.authority']) / 70 +
        (p['service.firstPersonLeadership'] * firm.stocks.L) / 100 +
        firstPerson,
    ),
    empathy: share((p['service.empathyBase'] + (p['service.empathySkill'] * firm.stocks.H) / 100 + tone.empathy) * automation.empathy),
    apology: share((remedy.apology + tone.apology + first) * belief(firm, p)),
    explanation: share((door.explains + (p['service.explanationX'] * firm.stocks.X) / 100 + first) * belief(firm, p)),
    byFault: rule.byFault,
    follow: followUps[plan['svc.follow']],
  };
}

interface Weighed {
  segment: SegmentSpec;
  customers: number;
  prospects: number;
  acquire: number;
  keep: number;
}

/** Segments with their real people and the weight of marketing money: the task of each, the core more, refused ones nothing. */
function weigh(
  firm: FirmState,
  spec: FirmSpec,
  plan: QuarterPlan,
  segments: readonly SegmentSpec[],
  realPeople: number,
  p: FirmParameters,
): Weighed[] {
  const core = inForce(firm, plan, 'cus.core');
  const refused = inForce(firm, plan, 'cus.refused');
  const focus = levers[inForce(firm, plan, 'biz.generic')].core === 1 ? p['marketing.focusCore'] : 1;
  const shares = segments.map((segment) => ({ size: segment.share / 1000, own: (segment.suppliers[spec.id] ?? 0) / 1000 }));
  const atStart = realPeople * shares.reduce((sum, { size, own }) => sum + size * own, 0);
  const grown = firm.accounts === null || atStart === 0 ? 1 : firm.accounts / atStart;
  return segments.map((segment, i) => {
    const { size, own } = shares[i]!;
    const people = realPeople * size;
    const customers = Math.min(people, people * own * grown);
    const task = plan['cus.task'][segment.id] ?? 'keep';
    const wanted = refused.includes(segment.id) ? 0 : core.includes(segment.id) ? p['marketing.core'] * focus : 1;
    const arena = arenaWeight(firm, plan, segment.id, p);
    return {
      segment,
      customers,
      prospects: people - customers,
      acquire: tasks[task].acquire * wanted * arena,
      keep: tasks[task].keep * wanted * arena,
    };
  });
}

/** Service hours of a segment over an equal split, before they are brought to a mean of 1. */
function rawPriority(segment: SegmentSpec, firm: FirmState, plan: QuarterPlan, p: FirmParameters): number {
  if (inForce(firm, plan, 'cus.refused').includes(segment.id)) return p['offer.refusedHours'];
  const core = inForce(firm, plan, 'cus.core').includes(segment.id) ? p['offer.coreHours'] : 1;
  const task = plan['cus.task'][segment.id] ?? 'keep';
  const wanted = task === 'letGo' ? p['offer.letGoHours'] : task === 'grow' ? p['offer.growHours'] : 1;
  return (
    core *
    wanted *
    arenaWeight(firm, plan, segment.id, p) *
    (1 + p['offer.depthHours'] * depths[plan['cus.depth'][segment.id] ?? 'transactional'])
  );
}

/** Retention works less on forces that are not there: both named wrongly, money to keep customers works at 60%. */
function defence(spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): number {
  const named = plan['biz.forces'];
  if (spec.forces === undefined || named.length === 0) return 1;
  return named.some((force) => spec.forces!.includes(force)) ? 1 : p['marketing.wrongForces'];
}

/** Treatment of each segment, in the order of the market. */
function segmentOffers(
  firm: FirmState,
  spec: FirmSpec,
  plan: QuarterPlan,
  segments: readonly SegmentSpec[],
  realPeople: number,
  p: FirmParameters,
  staff: MeasureEffects,
): SegmentOffer[] {
  const weighed = weigh(firm, spec, plan, segments, realPeople, p);
  const money = marketingMoney(firm, spec, plan) * segmentationEffect(firm, plan, spec, p);
  const pipeline = generationEffects(firm, plan, p).acquisition * reachByPartner(firm, plan, p);
  const prospects = weighed.reduce((sum, one) => sum + one.acquire * one.prospects, 0);
  const customers = weighed.reduce((sum, one) => sum + one.keep * one.customers, 0);
  const arena = arenaReach(firm, plan, p);
  const [win, keep] = [money * plan['biz.split'], money * (100 - plan['biz.split'])];
  const toAcquire = prospects === 0 ? 0 : (win / 100 / prospects) * pipeline * staff.acquisition * arena.acquire;
  const toKeep = customers === 0 ? 0 : (keep / 100 / customers) * defence(spec, plan, p) * staff.retention * arena.keep;
  const raw = weighed.map(({ segment }) => rawPriority(segment, firm, plan, p));
  const all = weighed.reduce((sum, one) => sum + one.customers, 0);
  const meanHours = all === 0 ? 1 : weighed.reduce((sum, one, i) => sum + one.customers * raw[i]!, 0) / all;
  const delivery = reach(firm).delivery;
  const refused = inForce(firm, plan, 'cus.refused');
  const channels = channelsInUse(segments);
  const letIn = contactsLetIn(firm, p);
  const byTrust = retentionByTrust(firm, p);
  return weighed.map(({ segment, acquire, keep }, i) => {
    const grain = ((inForce(firm, plan, 'cus.mode')[segment.id] ?? 0) / 100) * firm.funded;
    const undelivered = Math.min(grain, p['programme.grainWithoutDelivery']);
    const delivered = grain * delivery + undelivered * (1 - delivery);
    return {
      contacts: refused.includes(segment.id) ? 0 : (plan['idc.contact'][segment.id] ?? 0) * letIn,
      contactFactor: 1 + p['offer.grainCost'] * delivered * delivered,
      grain: delivered,
      acquisition: acquire * toAcquire * reachByChannels(firm, plan, segment, channels, p),
      retention: keep * toKeep * byTrust,
      depth: depths[plan['cus.depth'][segment.id] ?? 'transactional'],
      priority: raw[i]! / meanHours,
    };
  });
}

/**
 * The offer of a played firm in the quarter that `commitQuarter` has opened.
 * @param given the plan given to `commitQuarter`; what was refused then is left out here too
 * @param expectedServiceContacts simulated service contacts a quarter that the firm expected at the start
 * @param realPeople people in the market, each simulated one counted as often as it stands for
 * @param classes value class of each person as `classify` gives it; null where nobody is classed
 * @param rewards modules given and loyalty programme at work; left out = none
 * @param lists treatment of single customers as `listTreatmentOf` gives it; null where no model acts
 */
export function offerOf(
  firm: FirmState,
  spec: FirmSpec,
  given: QuarterPlan,
  segments: readonly SegmentSpec[],
  expectedServiceContacts: number,
  realPeople: number,
  classes: Uint8Array | null = null,
  lists: ListTreatment | null = null,
  rewards: Pick<CompanyOffer, 'modules' | 'loyal'> = {},
): CompanyOffer {
  const plan = planInForce(firm, given);
  const p = parametersOf(spec);
  const money = moneyOf(spec);
  const { stocks } = firm;
  const start = stocksAtStart(spec);
  const automation = automationOf(firm, plan, p);
  const range = rangeEffects(firm, plan, p);
  const lever = levers[inForce(firm, plan, 'biz.generic')];
  const usual = levers[spec.generic];
  const waves = activeEffects(firm, 'failureRate', firm.quarter).reduce((product, size) => product * size, 1);
  const redrawn = activeEffects(firm, 'processDone', firm.quarter).reduce((product, size) => product * size, 1);
  const disturbed = disturbance(firm, p);
  const staff = measureEffects(firm, plan, p);
  const branch = branchEffects(plan, p);
  const burden = moduleBurden(firm, plan, p);
  const treated = segmentOffers(firm, spec, plan, segments, realPeople, p, staff);
  const unfit = activeEffects(firm, 'fit', firm.quarter).reduce((sum, size) => sum + size, 0);
  const saved = (p['offer.serviceSaving'] * (stocks.T - start.T + stocks.Q - start.Q)) / 200;
  const served = p['offer.costToServe'] * (lever.costToServe - usual.costToServe);
  const promise = { modest: p['offer.promiseModest'], market: 0, bold: p['offer.promiseBold'] };
  return {
    price:
      spec.offer.price *
      (1 + plan['biz.price'] / 100) *
      pricePaid(plan, p) *
      (1 - givenAway(firm, spec, plan, p)) *
      priceByChannels(firm, plan, segments, p),
    quality: share(
      spec.offer.quality +
        range.quality +
        p['offer.quality'] * (lever.quality - usual.quality) -
        (p['opportunity.fitQuality'] * unfit) / 100,
    ),
    convenience: share(
      spec.offer.convenience +
        range.convenience +
        convenienceByPartners(firm.conflict, p) +
        (p['offer.convenience'] * (stocks.T - start.T)) / 100,
    ),
    brand: share(spec.offer.brand + positionBrand(firm, plan, p)),
    promise: promise[plan['svc.promise']],
    failureRate: share(
      spec.offer.failureRate *
        exp(-p['service.failureQ'] * (stocks.Q - 50)) *
        waves *
        redrawn *
        automation.failures *
        range.failures *
        staff.failures *
        failuresByCauses(firm.conflict, firm.quarter, p) *
        burden.failures,
    ),
    capacity:
      expectedServiceContacts *
      spec.offer.slack *
      (1 + plan['svc.cap'] / 100) *
      automation.capacity *
      (p['service.paceBase'] + (p['service.paceSkill'] * stocks.H) / 100) *
      disturbed *
      staff.pace *
      safetyPace(plan, p),
    care: skilledCare(stocks.H, plan['svc.authority'], p) * disturbed * staff.care,
    tie: firm.tie,
    usable: null,
    adoption: adoptionInUse(firm) / 100,
    rollout: Math.max(reach(firm).data, reach(firm).delivery),
    contextLoss: p['service.contextLoss'] * (1 - stocks.X / 100) * generationEffects(firm, plan, p).context * branch.context,
    substitutes: substitutePull(firm, spec, plan, p),
    unitCost: money.unitCost,
    serviceCost:
      money.serviceCost *
      (1 - saved - served + range.costToServe) *
      automation.serviceCost *
      costByChannels(firm, plan, segments, p) *
      burden.serviceCost,
    // Contacts that are not let in were made and paid for.
    contactCost: (money.contactCost * automation.contactCost) / contactsLetIn(firm, p),
    complaint: complaintPolicy(firm, plan, p, staff.firstPerson + branch.firstPerson),
    classes: classTreatmentOf(firm, plan, classes, p),
    channels: channelsTreated(firm, spec, plan, segments, p),
    lists,
    modules: rewards.modules ?? null,
    loyal: rewards.loyal ?? null,
    segments: treated,
  };
}

const share = (value: number): number => Math.min(1, Math.max(0, value));
