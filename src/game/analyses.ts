/** Analyses that a firm may buy: true figures blurred by the sample they rest on. They never change the market. */

import type { AnalysisId } from '../company/controls.ts';
import { stockIds } from '../company/firm.ts';
import { causeIds, needIds } from '../sim/market.ts';
import { keyedUnit } from '../sim/math/keys.ts';
import { normalQuantile } from '../sim/math/quantiles.ts';
import { purpose } from '../sim/purposes.ts';
import { readTally, total, at } from '../sim/truth/tallies.ts';
import type { AnalysisResult } from './known/evidence.ts';
import type { PlayedCompany, World } from './world.ts';

/** Relative error (standard deviation) of a bought figure; research firms talk to a few hundred people. */
const RESEARCH_ERROR = 0.06;
const ANALYSIS_KEY = 1000;

/** Figures of one analysis as bought in the quarter just played; empty where the analysis only opens cards and guards. */
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
