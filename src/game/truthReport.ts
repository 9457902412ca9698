/** The true side of a quarter, for the debrief and for authors; never shown during a run. */

import { causeIds, type CauseId } from '../sim/market.ts';
import type { CompanyOffer } from '../sim/offer.ts';
import type { Records } from '../sim/records/records.ts';
import { customerEquity } from '../sim/truth/equity.ts';
import { equityDrivers } from '../sim/truth/equityDrivers.ts';
import { observe } from '../sim/truth/observe.ts';
import type { MarketQuarter } from '../sim/truth/quarter.ts';
import { at, readTally, total } from '../sim/truth/tallies.ts';
import { campaignTruth } from './campaigns/truth.ts';
import { channelTruth } from './channelTruth.ts';
import { cycleTruth } from './cycle/truth.ts';
import type { PartnerQuarter, TruthReport } from './reports.ts';
import { dataQuarter } from './dataQuarter.ts';
import { trueDefects } from './review/defects.ts';
import type { ReviewTruth } from './reviewView.ts';
import { loyaltyTruth, moduleTruth } from './loyaltyTruth.ts';
import { frameTruth } from './frameTruth.ts';
import type { PlayedCompany, World } from './world.ts';

/** True satisfaction of those served in the quarter, leavers included, points 0-100. */
export function trueSatisfaction(tallies: Float64Array, segments: number, company: number): number {
  const served = total(tallies, segments, company, at.customers) + total(tallies, segments, company, at.lost);
  const sum = total(tallies, segments, company, at.satisfaction) + total(tallies, segments, company, at.satisfactionOfLost);
  return served > 0 ? (100 * sum) / served : 0;
}

/** The partner of the quarter, in real people. */
const partnerIn = ({ partner: { mode, withdrew } }: PlayedCompany, weight: number): PartnerQuarter => ({
  mode,
  withdrew: withdrew * weight,
});

/** The evaluations beside the truth, in quarters that held one and in the last. */
function reviewTruth(world: World, company: PlayedCompany, played: MarketQuarter, offers: readonly CompanyOffer[]): ReviewTruth | null {
  const { held, chains } = company.review;
  const now = held.at(-1)?.quarter === world.quarter;
  if (!now && world.quarter < world.scenario.quarters) return null;
  return { held, chains, defects: trueDefects(world, company, played, offers) };
}

export function truthReport(
  world: World,
  company: PlayedCompany,
  played: MarketQuarter,
  offers: readonly CompanyOffer[],
  records: readonly (Records | null)[],
): TruthReport {
  const { market } = world;
  const { segments } = market.spec;
  const k = company.index;
  const weight = market.represents;
  const books = observe(market, played, k);
  const equity = customerEquity(market, offers, records, world.quarter, k);
  const drivers = equityDrivers(market, offers, records, world.quarter, k);
  let equityTotal = 0;
  const leaving = Object.fromEntries(causeIds.map((cause) => [cause, 0])) as Record<CauseId, number>;
  const bySegment: Record<string, TruthReport['bySegment'][string]> = {};
  segments.forEach((segment, s) => {
    const tally = readTally(played.tallies, segments.length, k, s);
    equityTotal += equity[s]! * weight;
    for (const cause of causeIds) leaving[cause] += tally.lostBy[cause] * weight;
    bySegment[segment.id] = {
      customers: tally.customers * weight,
      satisfaction: tally.customers > 0 ? (100 * tally.satisfaction) / tally.customers : 0,
      contribution: tally.contribution * weight,
      gained: tally.gained * weight,
      lost: tally.lost * weight,
      equity: equity[s]! * weight,
    };
  });
  let everybody = 0;
  market.companyIds.forEach((_, other) => {
    everybody += total(played.tallies, segments.length, other, at.customers);
  });
  const { quality } = company;
  const count = (offset: number): number => total(played.tallies, segments.length, k, offset);
  const [customers, gained, lost] = [count(at.customers), count(at.gained), count(at.lost)];
  return {
    quarter: world.quarter,
    kpi: {
      customers: customers * weight,
      churn: lost / Math.max(1, customers - gained + lost),
      satisfaction: trueSatisfaction(played.tallies, segments.length, k),
      equity: equityTotal,
      contribution: books.contribution,
      revenue: books.revenue,
      shareOfMarket: customers / Math.max(1, everybody),
      waiting: books.waitedTooLong,
      complaints: (1000 * books.complaints) / Math.max(1, customers * weight),
      care: books.care,
      coverage: quality.coverage,
      depth: quality.depth,
      accuracy: quality.accuracy,
      linkage: quality.linkage,
      consent: quality.consent,
      completeness: quality.completeness,
    },
    frames: frameTruth(world, company, books, offers),
    equity: {
      total: equityTotal,
      value: drivers.value * weight,
      brand: drivers.brand * weight,
      relationship: drivers.relationship * weight,
      rest: drivers.rest * weight,
    },
    bySegment,
    leaving,
    conduct: { trust: company.firm.trust, opportunities: company.opportunities, partner: partnerIn(company, weight) },
    channels: channelTruth(played.touches[k]!.channels, weight, offers[k]!.channels?.others),
    data: dataQuarter(world, company),
    loyalty: loyaltyTruth(world, company, played.touches[k]!, offers, records),
    modules: moduleTruth(world, company),
    campaign: campaignTruth(company.campaignDone, weight),
    cycle: cycleTruth(company.cycle, weight),
    review: reviewTruth(world, company, played, offers),
    silentExits: count(at.silentExits) * weight,
    referred: count(at.referred) * weight,
    unheard: {
      felt: count(at.felt) * weight,
      voiced: count(at.voiced) * weight,
      claims: count(at.claims) * weight,
      left: lost * weight,
      leftSilent: count(at.silentExits) * weight,
    },
  };
}
