/** Analyses that a firm may buy: true figures blurred by the sample they rest on. They never change the market. */

import { type AnalysisId, forceIds, vendorIds } from '../company/controls.ts';
import { stockIds } from '../company/firm.ts';
import { vendorOf } from '../company/vendors.ts';
import { causeIds, needIds } from '../sim/market.ts';
import { keyedUnit } from '../sim/math/keys.ts';
import { normalQuantile } from '../sim/math/quantiles.ts';
import { purpose } from '../sim/purposes.ts';
import { readTally, total, at } from '../sim/truth/tallies.ts';
import { unheardEstimates } from './known/estimates.ts';
import type { AnalysisResult } from './known/evidence.ts';
import type { PlayedCompany, World } from './world.ts';

/** Relative error (standard deviation) of a bought figure; research firms talk to a few hundred people. */
const RESEARCH_ERROR = 0.06;
const ANALYSIS_KEY = 1000;

/** Points 0-100 at which an industry report puts a strong and a weak force, before its error. */
const FORCE = { strong: 68, weak: 46 };
/** Points 0-100 of a vendor whose way of working suits the firm as usual, and points more for each hundredth of fit. */
const VENDOR = { usual: 50, ofFit: 250 };

/** Figures of one analysis as bought in the quarter just played; those of an audit stand among the KPIs. */
export function analysisResult(world: World, company: PlayedCompany, id: AnalysisId, tallies: Float64Array | null): AnalysisResult {
  let index = 0;
  const blur = (value: number): number => {
    index += 1;
    const u = keyedUnit(world.market.luckSeed, purpose.survey, ANALYSIS_KEY + company.index, world.quarter, 200 + index);
    return value * (1 + RESEARCH_ERROR * normalQuantile(u));
  };
  const segments = world.market.spec.segments;
  const figures: Record<string, number> = {};
  if (id === 'readiness') {
    for (const stock of stockIds) figures[stock] = Math.round(company.firm.stocks[stock]);
  } else if (id === 'needs') {
    for (const segment of segments) for (const need of needIds) figures[`${segment.id}.${need}`] = Math.round(blur(segment.needs[need]));
  } else if (id === 'industry') {
    const { forces } = company.spec;
    if (forces !== undefined) {
      for (const force of forceIds) figures[force] = Math.round(blur(forces.includes(force) ? FORCE.strong : FORCE.weak));
    }
    figures['saturation'] = Math.min(1, blur(saturation(world)));
  } else if (id === 'technology') {
    for (const vendor of vendorIds) {
      figures[`vendor.${vendor}`] = Math.round(blur(VENDOR.usual + VENDOR.ofFit * vendorOf(company.spec, vendor).fit));
    }
  } else if (tallies !== null && id === 'marginBySegment') {
    segments.forEach((segment, s) => {
      const tally = readTally(tallies, segments.length, company.index, s);
      figures[segment.id] = blur(tally.contribution / Math.max(1, tally.customers));
    });
  } else if (tallies !== null && id === 'churnCauses') {
    const lost = Math.max(1, total(tallies, segments.length, company.index, at.lost));
    causeIds.forEach((cause) => {
      let sum = 0;
      segments.forEach((_, s) => {
        sum += readTally(tallies, segments.length, company.index, s).lostBy[cause];
      });
      figures[cause] = Math.max(0, blur(sum / lost));
    });
  } else if (id === 'unheard') {
    for (const [key, { value, low, high }] of Object.entries(unheardEstimates(company.unheard))) {
      if (value !== null) Object.assign(figures, { [key]: value, [`${key}.low`]: low, [`${key}.high`]: high });
    }
  } else if (tallies !== null && id === 'rivals') {
    let customers = 0;
    const counts = world.market.companyIds.map((_, k) => total(tallies, segments.length, k, at.customers));
    for (const count of counts) customers += count;
    world.market.companyIds.forEach((companyId, k) => {
      figures[companyId] = blur(counts[k]! / Math.max(1, customers));
    });
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
