/** What a firm finds out in a quarter: it measures, asks, audits and buys, each with its own error. */

import type { AnalysisId } from '../company/controls.ts';
import { parametersOf } from '../company/parameters.ts';
import { dueByRhythm } from '../company/review/reviewReasons.ts';
import { measureInForce } from '../company/staffMeasure.ts';
import { INDICES_PER_QUARTER, mix4, unit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import { lookUp, nobodyLookedUp } from '../sim/records/lookedUp.ts';
import { listEntered, type Own } from '../sim/records/own.ts';
import { measureQuality } from '../sim/records/quality.ts';
import { noErrors, sampleErrors } from '../sim/records/sampleErrors.ts';
import type { MarketQuarter } from '../sim/truth/quarter.ts';
import { surveySatisfaction } from '../sim/truth/survey.ts';
import { staffSheet } from './known/staffSheet.ts';
import { recencyOf } from './known/recency.ts';
import { spendLost } from './known/spendLost.ts';
import { analysisResult } from './analyses.ts';
import { ASKED_IN_MARKET } from './research.ts';
import { askUnheard } from './unheard.ts';
import type { PlayedCompany, World } from './world.ts';

/** Customers looked up in an audit, and asked in the small standing survey of known customers. */
const AUDITED = 400;
const ASKED = 120;

/** Whose customers the company has now. */
export function ownOf(world: World, company: PlayedCompany): Own {
  return { own: world.market.columns.active, ownBit: 1 << company.index };
}

/** Indices of the company's customers, ascending; who enters the market later is none yet. */
export function ownNow(world: World, company: PlayedCompany): Int32Array {
  return listEntered(ownOf(world, company), world.market.columns.entry, world.quarter);
}

/** Whom the company saw in the quarter just played, null before the first: its accounts under contract, else whoever bought, since nobody gives notice. */
export function seenNow(world: World, company: PlayedCompany, played: MarketQuarter | null): ArrayLike<number> {
  if (world.market.spec.relation === 'contractual') return ownNow(world, company);
  const seen: number[] = [];
  played?.touches[company.index]?.purchases.forEach((purchases, i) => {
    if (purchases > 0) seen.push(i);
  });
  return seen;
}

/** True if customer i is the company's now. */
export function isOwn(world: World, company: PlayedCompany): (i: number) => boolean {
  const { own, ownBit } = ownOf(world, company);
  return (i) => (own[i]! & ownBit) !== 0;
}

/** Quality of the records of those customers. */
function qualityOf(world: World, company: PlayedCompany, own: Int32Array): ReturnType<typeof measureQuality> {
  return measureQuality(company.records, own, company.spec.records!.usefulFields, world.market.parameters['records.maximumAge']);
}

/**
 * Looks up a sample of the own customers and measures what the records say of them.
 * @param most about so many; @param lot by which draws; @param told false where nobody reads more of it than the shares
 */
export function audit(
  world: World,
  company: PlayedCompany,
  own: Int32Array = ownNow(world, company),
  most = AUDITED,
  lot: number = purpose.audit,
  told = true,
): NonNullable<PlayedCompany['audit']> {
  const chance = own.length > 0 ? most / own.length : 0;
  const lanes = new Uint32Array(4);
  const key = world.quarter * INDICES_PER_QUARTER + company.index;
  const sample = own.filter((i) => {
    mix4(lanes, i, key, lot, world.market.luckSeed);
    return unit(lanes[0]!) < chance;
  });
  const { customers: n, known: _known, fields: _fields, blocks: _blocks, ...quality } = qualityOf(world, company, sample);
  const { records, spec } = company;
  return {
    quality,
    n,
    looked: told ? lookUp(records, sample) : nobodyLookedUp,
    drawn: Math.min(1, chance),
    errors: told
      ? sampleErrors(records, sample, spec.records!.usefulFields, world.market.parameters['records.maximumAge'], quality)
      : noErrors,
    quarter: world.quarter,
  };
}

/** Updates the evidence of a company after the market has played, in place. @param looks false: only what rules read */
export function gatherEvidence(
  world: World,
  company: PlayedCompany,
  played: MarketQuarter,
  bought: readonly AnalysisId[],
  looks = true,
): void {
  const own = ownNow(world, company);
  company.quality = qualityOf(world, company, own);
  if (bought.includes('dataAudit') || dueByRhythm(company.plan['evl.plan'], world.quarter))
    company.audit = audit(world, company, own, AUDITED, purpose.audit, looks);
  if (!looks) return;
  if (world.market.spec.relation === 'repertoire') {
    const { purchases } = played.touches[company.index]!;
    company.recency = recencyOf(
      company.records,
      company.history,
      company.year,
      purchases,
      world.quarter,
      company.index,
      world.market.luckSeed,
    );
  } else {
    const lost = spendLost(company.records, company.history, isOwn(world, company), world.quarter);
    company.spendLost = [...company.spendLost, lost].slice(-4);
  }
  company.staff =
    company.books === null
      ? null
      : staffSheet(measureInForce(company.firm, company.inForce), company.books, company.recency, parametersOf(company.spec));
  const asked = surveySatisfaction(world.market, company.records, company.index, world.quarter, ASKED);
  if (asked.n > 1) company.survey = { ...asked, noise: 100 * world.market.parameters['rating.noise'], quarter: world.quarter };
  if (bought.includes('unheard')) company.unheard = askUnheard(world, company, played.tallies);
  company.answers = bought.map((id) => analysisResult(world, company, id, played.tallies));
  const rivals = company.answers.find((answer) => answer.id === 'rivals');
  const share = rivals?.figures[company.spec.id];
  if (share !== undefined) company.shareOfMarket = { value: share, n: ASKED_IN_MARKET, quarter: world.quarter };
}
