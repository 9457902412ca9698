/** What a firm finds out in a quarter: it measures, asks, audits and buys, each with its own error. */

import type { AnalysisId } from '../company/controls.ts';
import { INDICES_PER_QUARTER, mix4, unit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import { measureQuality } from '../sim/records/quality.ts';
import type { RecordQuality } from '../sim/records/recordActions.ts';
import type { MarketQuarter } from '../sim/truth/quarter.ts';
import { at, total as sumOver } from '../sim/truth/tallies.ts';
import { surveySatisfaction } from '../sim/truth/survey.ts';
import { recencyOf } from './known/recency.ts';
import { analysisResult } from './analyses.ts';
import type { PlayedCompany, World } from './world.ts';

/** Customers looked up in an audit, and asked in the small standing survey of known customers. */
const AUDITED = 400;
const ASKED = 120;

/** True if customer i is the company's now. */
export function isOwn(world: World, company: PlayedCompany): (i: number) => boolean {
  const { columns } = world.market;
  const bit = 1 << company.index;
  return (i) => (columns.active[i]! & bit) !== 0;
}

/** Quality of all records: the truth. */
export function trueQuality(world: World, company: PlayedCompany): RecordQuality {
  const { people, parameters } = world.market;
  return measureQuality(
    company.records,
    people,
    isOwn(world, company),
    company.spec.records!.usefulFields,
    parameters['records.maximumAge'],
  );
}

/** Looks up a sample of the own customers and measures what the records say of them. */
export function audit(world: World, company: PlayedCompany): NonNullable<PlayedCompany['audit']> {
  const { people, parameters, luckSeed } = world.market;
  const own = isOwn(world, company);
  let customers = 0;
  for (let i = 0; i < people; i += 1) if (own(i)) customers += 1;
  const chance = customers > 0 ? AUDITED / customers : 0;
  const lanes = new Uint32Array(4);
  const key = world.quarter * INDICES_PER_QUARTER + company.index;
  const sampled = (i: number): boolean => {
    mix4(lanes, i, key, purpose.audit, luckSeed);
    return unit(lanes[0]!) < chance;
  };
  const found = measureQuality(company.records, people, own, company.spec.records!.usefulFields, parameters['records.maximumAge'], sampled);
  const { customers: n, known, fields, blocks, ...quality } = found;
  return { quality, n, counted: { coverage: n, depth: fields, accuracy: blocks, linkage: known, consent: known }, quarter: world.quarter };
}

/** A review is due by the rhythm of the plan. */
function reviewDue(company: PlayedCompany, quarter: number): boolean {
  const rhythm = company.plan['evl.plan'];
  return (rhythm === 'everyFour' && quarter % 4 === 0) || (rhythm === 'everyTwo' && quarter % 2 === 0);
}

/** Updates the evidence of a company after the market has played, in place. @param looks false: only what rules read */
export function gatherEvidence(
  world: World,
  company: PlayedCompany,
  played: MarketQuarter,
  bought: readonly AnalysisId[],
  looks = true,
): void {
  company.quality = trueQuality(world, company);
  if (bought.includes('dataAudit') || reviewDue(company, world.quarter)) company.audit = audit(world, company);
  if (!looks) return;
  if (world.market.spec.relation === 'repertoire') {
    const { revenue } = played.touches[company.index]!;
    const total = sumOver(played.tallies, world.market.spec.segments.length, company.index, at.revenue);
    company.recency = recencyOf(company.records, company.history, revenue, total, world.quarter);
  }
  const asked = surveySatisfaction(world.market, company.records, company.index, world.quarter, ASKED);
  if (asked.n > 1) company.survey = { ...asked, quarter: world.quarter };
  company.answers = bought.map((id) => analysisResult(world, company, id, played.tallies));
  const rivals = company.answers.find((answer) => answer.id === 'rivals');
  const share = rivals?.figures[company.spec.id];
  if (share !== undefined) company.shareOfMarket = { value: share, quarter: world.quarter };
}
