/** The loyalty programme and the modules of a quarter as they truly were. */

import type { LoyaltyTerms } from '../company/loyalty.ts';
import { moneyOf } from '../company/money.ts';
import { parametersOf } from '../company/parameters.ts';
import type { QuarterPlan } from '../company/controls.ts';
import type { CompanyOffer } from '../sim/offer.ts';
import type { Records } from '../sim/records/records.ts';
import { WORD } from '../sim/truth/columns.ts';
import { CustomerValues } from '../sim/truth/equity.ts';
import { loyaltyMatrix } from '../sim/truth/loyaltyMatrix.ts';
import { moduleFit } from '../sim/truth/moduleFit.ts';
import type { CompanyTouches } from '../sim/truth/context.ts';
import type { PlayedCompany, World } from './world.ts';

/** Shares 0-1 of the customers in the loyalty matrix. */
export type MatrixShares = Readonly<Record<'true' | 'latent' | 'spurious' | 'none', number>>;

export interface LoyaltyTruth {
  matrix: MatrixShares;
  /** What the programme at work truly changed; null without one. */
  programme: {
    terms: LoyaltyTerms | null;
    /** Share of customers whom it treats otherwise. */
    members: number;
    /** Revenue of members, and that part of it that there would not be without it, and what of it is left after direct cost; currency. */
    revenue: number;
    extraRevenue: number;
    extraMargin: number;
    /** Customers a quarter who would leave but for what they would lose. */
    kept: number;
    /** Cost in the books, and the part of it for purchases that would have been made anyway. */
    cost: number;
    subsidy: number;
    /** Satisfaction, points 0-100, of members and of the others. */
    satisfaction: readonly [members: number | null, others: number | null];
  } | null;
}

export interface ModuleTruth {
  count: number;
  rule: QuarterPlan['idc.module.rule'];
  /** Shares 0-1: fit of the standard offer, of what was given, and of the best of the modules; who has the best one, and somebody else's. */
  standard: number;
  given: number;
  best: number;
  right: number;
  misled: number;
  /** Units a quarter. */
  cost: number;
}

export function loyaltyTruth(
  { market, quarter }: World,
  company: PlayedCompany,
  touch: CompanyTouches,
  offers: readonly CompanyOffer[],
  records: readonly (Records | null)[],
): LoyaltyTruth {
  const { index: k } = company;
  const counts = loyaltyMatrix(market, offers, records, quarter, k);
  const all = Math.max(1, counts.true + counts.latent + counts.spurious + counts.none);
  const matrix = { true: counts.true / all, latent: counts.latent / all, spurious: counts.spurious / all, none: counts.none / all };
  const { loyal } = company.rewards;
  if (loyal === null || company.loyaltyQuarter === null) return { matrix, programme: null };
  const withIt = new CustomerValues(market, offers, records, quarter, k);
  const without = new CustomerValues(
    market,
    offers.map((offer, place) => (place === k ? { ...offer, loyal: null } : offer)),
    records,
    quarter,
    k,
  );
  let [ofMembers, extra, kept, paid, members, others, pleasedMembers, pleasedOthers] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < market.people; i += 1) {
    const group = loyal.of[i]!;
    const revenue = touch.revenue[i]!;
    const brought = 1 - 1 / loyal.lift[group]!;
    if (group !== 0) ofMembers += revenue;
    extra += revenue * brought;
    paid += revenue * (1 - brought) * loyal.cost[group]!;
    if (!withIt.has(i)) continue;
    const pleased = market.columns.satisfaction[k * market.people + i]! / WORD;
    if (group === 0) {
      others += 1;
      pleasedOthers += pleased;
      continue;
    }
    members += 1;
    pleasedMembers += pleased;
    kept += withIt.keep(i) - without.keep(i);
  }
  const weight = market.represents;
  const mean = (sum: number, n: number): number | null => (n === 0 ? null : (100 * sum) / n);
  return {
    matrix,
    programme: {
      terms: company.loyaltyQuarter.terms,
      members: members / Math.max(1, members + others),
      revenue: ofMembers * weight,
      extraRevenue: extra * weight,
      extraMargin: extra * weight * (1 - moneyOf(company.spec).unitCost),
      kept: kept * weight,
      cost: company.loyaltyQuarter.cost,
      subsidy: paid * weight,
      satisfaction: [mean(pleasedMembers, members), mean(pleasedOthers, others)],
    },
  };
}

/** The modules in force in the quarter; null where there is the standard offer alone. */
export function moduleTruth({ market }: World, { spec, rewards, index }: PlayedCompany): ModuleTruth | null {
  const { modules } = rewards;
  if (modules === null) return null;
  const { count, by } = modules;
  const { standard, given, best, right, misled } = moduleFit(market, index, modules);
  return { count, rule: by, standard, given, best, right, misled, cost: (count - 1) * parametersOf(spec)['price.module'] };
}
