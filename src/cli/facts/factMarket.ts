/** Markets for the facts: the game's own kernel with what a fact does not speak of switched off. */

import { ownChannelIds, needIds, type ChannelId, type MarketSpec, type NeedId, type SegmentSpec } from '../../sim/market.ts';
import type { CompanyOffer, SegmentOffer } from '../../sim/offer.ts';
import type { ParameterId } from '../../sim/parameters.ts';
import { makeRecords, type Records } from '../../sim/records/records.ts';
import { createMarket, settleMarket, type Market } from '../../sim/truth/market.ts';
import { playMarketQuarter, type MarketQuarter } from '../../sim/truth/quarter.ts';

/** Nothing moves but what a fact switches on: no noise of feelings, no effect of feelings, no talk, no calls. */
export const stillParameters: Partial<Record<ParameterId, number>> = {
  'experience.noise': 0,
  'experience.spread': 0,
  'leaving.satisfaction': 0,
  'leaving.convexity': 0,
  'leaving.relationship': 0,
  'leaving.rivalOffer': 0,
  'acquisition.poaching': 0,
  'leaving.outOfMarket': 1,
  'choice.relationship': 0,
  'choice.satisfaction': 0,
  'choice.value': 0,
  'choice.brand': 0,
  'purchase.satisfactionLift': 0,
  'wordOfMouth.brand': 0,
};

const evenly = <Id extends string>(ids: readonly Id[]): Record<Id, number> =>
  Object.fromEntries(ids.map((id) => [id, 1000 / ids.length])) as Record<Id, number>;

/** A segment that is everybody, in the middle of everything. */
export function wholeMarket(own: Partial<SegmentSpec>): SegmentSpec {
  return {
    id: 'everybody',
    share: 1000,
    needs: evenly<NeedId>(needIds),
    rate: { mean: 1, shape: 1 },
    spend: { mean: 10, p: 6, q: 4 },
    leaving: { alpha: 1, beta: 20 },
    suppliers: { own: 1000 },
    polarisation: 1,
    serviceContacts: 0,
    toleratedContacts: 3,
    privacyConcern: 0.5,
    complaintPropensity: 0.5,
    reach: 0.5,
    switchingCost: 0,
    expectation: 0.5,
    satisfaction: 0.65,
    channels: evenly<ChannelId>(ownChannelIds),
    entrants: 0,
    ...own,
  };
}

/** An offer that does nothing to anybody, with room for everybody. */
export function stillOffer(own: Partial<CompanyOffer> = {}, segment: Partial<SegmentOffer> = {}): CompanyOffer {
  return {
    price: 1,
    quality: 0.5,
    convenience: 0.5,
    brand: 0.5,
    promise: 0,
    failureRate: 0,
    capacity: 1e12,
    care: 0.5,
    tie: 0,
    usable: 0,
    adoption: 0,
    rollout: 0,
    contextLoss: 0,
    unitCost: 0.5,
    serviceCost: 0,
    contactCost: 0,
    complaint: { ease: 0.5, hours: 48, remedy: 0.5, authority: 0.5, empathy: 0.5, apology: 0.5, explanation: 0.5 },
    classes: null,
    ...own,
    segments: [{ contacts: 0, grain: 0, acquisition: 0, retention: 0, depth: 0, priority: 1, ...segment }],
  };
}

export interface FactMarket {
  relation: MarketSpec['relation'];
  segment: Partial<SegmentSpec>;
  people: number;
  seed: number;
  parameters?: Partial<Record<ParameterId, number>>;
  companies?: readonly string[];
  /** Offers that people are used to; one company that does nothing unless given. */
  start?: readonly CompanyOffer[];
  /** Quarters over which entrants come. */
  entryQuarters?: number;
  /** Everything is on that a game has on. */
  everythingOn?: boolean;
}

export interface PlayedFact {
  market: Market;
  records: readonly Records[];
  play: (quarter: number, offers: readonly CompanyOffer[]) => MarketQuarter;
}

/** A settled market of one segment whose companies all keep empty records, so that each notes what it sells to whom. */
export function factMarket(of: FactMarket): PlayedFact {
  const companies = of.companies ?? ['own'];
  const start = of.start ?? companies.map(() => stillOffer());
  const spec: MarketSpec = {
    relation: of.relation,
    people: of.people,
    represents: 1,
    segments: [wholeMarket(of.segment)],
    season: [1, 1, 1, 1],
    parameters: { ...(of.everythingOn === true ? {} : stillParameters), ...of.parameters },
  };
  const market = createMarket(spec, companies, of.people, of.entryQuarters ?? 1, { population: of.seed, luck: of.seed + 1_000_000 });
  const records = companies.map(() => makeRecords(of.people, of.seed));
  settleMarket(market, start, records);
  return { market, records, play: (quarter, offers) => playMarketQuarter(market, offers, records, quarter) };
}

/** Share of the people with a live relation to company 0, 0-1. */
export function shareStaying(market: Market): number {
  let staying = 0;
  for (const active of market.columns.active) staying += active & 1;
  return staying / market.people;
}
