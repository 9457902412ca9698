/** What is true of those whom a known figure speaks of: an interval is held to this, and the debrief sets it beside the truth of all. */

import type { KpiId } from '../scenario/kpi.ts';
import type { ObservedQuarter } from '../sim/outcome.ts';
import type { CompanyOffer } from '../sim/offer.ts';
import { CustomerValues } from '../sim/truth/equity.ts';
import { willingSatisfaction } from '../sim/truth/survey.ts';
import { isOwn } from './gatherEvidence.ts';
import { boughtWithinYear } from './known/recency.ts';
import { recordsOf, type PlayedCompany, type World } from './world.ts';

/** Quarters over which the lapse of a year is spread. */
const YEAR = 4;

/** KPIs whose frame is not everybody that their name speaks of; null where the frame is empty. */
export type FrameTruth = Partial<Record<KpiId, number | null>>;

/** True if the firm has a name and receipts of the year for customer i. */
const isNamed = ({ records, history }: PlayedCompany, i: number, quarter: number): boolean =>
  records.held[i] !== 0 && history.lastBought[i]! > 0 && boughtWithinYear(history, i, quarter);

/** Of those on file who bought within the year, how many are lost to the firm, a quarter: share 0-1. */
function namedLapse(world: World, company: PlayedCompany): number | null {
  const stays = isOwn(world, company);
  let [named, gone] = [0, 0];
  for (let i = 0; i < world.market.people; i += 1) {
    if (!isNamed(company, i, world.quarter)) continue;
    named += 1;
    if (!stays(i)) gone += 1;
  }
  return named > 0 ? gone / named / YEAR : null;
}

/** Equity in currency if all customers stayed, for what they bring, as long as those with a name do. */
function equityAsNamed(world: World, company: PlayedCompany, offers: readonly CompanyOffer[]): number | null {
  const values = new CustomerValues(world.market, offers, recordsOf(world), world.quarter, company.index);
  let [margin, namedMargin, namedValue] = [0, 0, 0];
  for (let i = 0; i < world.market.people; i += 1) {
    if (!values.has(i)) continue;
    const brings = values.margin(i);
    margin += brings;
    if (!isNamed(company, i, world.quarter)) continue;
    namedMargin += brings;
    namedValue += values.of(i);
  }
  return namedMargin > 0 ? (namedValue / namedMargin) * margin * world.market.represents : null;
}

/** After the market has played a quarter. */
export function frameTruth(world: World, company: PlayedCompany, books: ObservedQuarter, offers: readonly CompanyOffer[]): FrameTruth {
  const satisfaction = willingSatisfaction(world.market, company.records, company.index);
  if (world.market.spec.relation === 'contractual') return { satisfaction };
  return {
    satisfaction,
    customers: books.accounts,
    churn: namedLapse(world, company),
    equity: equityAsNamed(world, company, offers),
    complaints: books.accounts > 0 ? (1000 * books.complaints) / books.accounts : null,
  };
}
