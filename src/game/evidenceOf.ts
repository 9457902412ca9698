/** What a firm knows as the world stands: all that estimates are made of. */

import type { Evidence } from './known/evidence.ts';
import type { PlayedCompany, World } from './world.ts';

/** Evidence of a company after the quarter played last. */
export function evidenceOf(world: World, company: PlayedCompany): Evidence {
  const { market, quarter } = world;
  return {
    quarter,
    firm: company.firm,
    books: company.books,
    year: company.year,
    openingAccounts: company.openingCustomers * market.represents,
    contractual: market.spec.relation === 'contractual',
    recency: company.recency,
    spendLost: company.spendLost,
    represents: market.represents,
    survey: company.survey,
    unheard: company.unheard,
    audit: company.audit,
    shareOfMarket: company.shareOfMarket,
    discount: market.parameters['equity.discount'],
    horizon: market.parameters['equity.horizon'],
  };
}
