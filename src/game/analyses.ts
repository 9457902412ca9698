/** Analyses that a firm may buy: what a sample of people showed, with its interval. They never change the market. */

import { type AnalysisId, forceIds, vendorIds } from '../company/controls.ts';
import { stockIds } from '../company/firm.ts';
import { vendorOf } from '../company/vendors.ts';
import { causeIds, needIds } from '../sim/market.ts';
import { keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import { readTally, total, at } from '../sim/truth/tallies.ts';
import { unheardEstimates } from './known/estimates.ts';
import type { AnalysisResult } from './known/evidence.ts';
import { ASKED_IN_MARKET, askedLeavers, askedMean, askedShares, type Figures, type Researcher } from './research.ts';
import type { PlayedCompany, World } from './world.ts';

const ANALYSIS_KEY = 1000;
/** Streams of draws a company, one a question asked of many. */
const STREAMS = 4;

/** Points 0-100 at which an industry report puts a strong and a weak force, before its error. */
const FORCE = { strong: 68, weak: 46 };
/** Points 0-100 of a vendor whose way of working suits the firm as usual, and points more for each hundredth of fit. */
const VENDOR = { usual: 50, ofFit: 250 };

/** Figures of one analysis as bought in the quarter just played; those of an audit stand among the KPIs. */
export function analysisResult(world: World, company: PlayedCompany, id: AnalysisId, tallies: Float64Array | null): AnalysisResult {
  let index = 0;
  const figures: Figures = {};
  const blurred = (name: string, truth: number, shown?: (value: number) => number): void => {
    index += 1;
    const u = keyedUnit(world.market.luckSeed, purpose.survey, ANALYSIS_KEY + company.index, world.quarter, 200 + index);
    Object.assign(figures, askedMean(name, truth, u, shown));
  };
  const asks = (stream: number): Researcher => ({
    luckSeed: world.market.luckSeed,
    quarter: world.quarter,
    stream: company.index * STREAMS + stream,
  });
  const { represents, companyIds } = world.market;
  const segments = world.market.spec.segments;
  if (id === 'readiness') {
    for (const stock of stockIds) figures[stock] = Math.round(company.firm.stocks[stock]);
  } else if (id === 'needs') {
    for (const segment of segments) for (const need of needIds) blurred(`${segment.id}.${need}`, segment.needs[need], Math.round);
  } else if (id === 'industry') {
    const { forces } = company.spec;
    if (forces !== undefined) {
      for (const force of forceIds) blurred(force, forces.includes(force) ? FORCE.strong : FORCE.weak, Math.round);
    }
    blurred('saturation', saturation(world), (value) => Math.min(1, value));
  } else if (id === 'technology') {
    for (const vendor of vendorIds) {
      blurred(`vendor.${vendor}`, VENDOR.usual + VENDOR.ofFit * vendorOf(company.spec, vendor).fit, Math.round);
    }
  } else if (tallies !== null && id === 'marginBySegment') {
    segments.forEach((segment, s) => {
      const tally = readTally(tallies, segments.length, company.index, s);
      if (tally.customers > 0) blurred(segment.id, tally.contribution / tally.customers);
    });
  } else if (tallies !== null && id === 'churnCauses') {
    const rows = segments.map((_, s) => readTally(tallies, segments.length, company.index, s).lostBy);
    const lost = total(tallies, segments.length, company.index, at.lost) * represents;
    const byCause = causeIds.map((cause) => rows.reduce((sum, row) => sum + row[cause], 0));
    Object.assign(figures, askedLeavers(causeIds, byCause, lost, asks(0)));
  } else if (id === 'unheard') {
    for (const [key, { value, low, high }] of Object.entries(unheardEstimates(company.unheard))) {
      if (value !== null) Object.assign(figures, { [key]: value, [`${key}.low`]: low, [`${key}.high`]: high });
    }
  } else if (tallies !== null && id === 'rivals') {
    const counts = companyIds.map((_, k) => total(tallies, segments.length, k, at.customers));
    const customers = counts.reduce((sum, count) => sum + count, 0) * represents;
    Object.assign(figures, askedShares(companyIds, counts, customers, asks(1), ASKED_IN_MARKET));
  }
  return { id, figures };
}

/** Share 0-1 of the people of the market who buy from somebody already. */
function saturation({ market }: World): number {
  const { active, entry } = market.columns;
  let [served, people] = [0, 0];
  for (let i = 0; i < market.people; i += 1) {
    if (entry[i]! > 0) continue;
    people += 1;
    if (active[i] !== 0) served += 1;
  }
  return served / Math.max(1, people);
}
