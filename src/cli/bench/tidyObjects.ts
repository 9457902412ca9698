/** The yardstick: one plain object a customer and a tidy loop. */

import { buy, choice, emptyTallies, leaves, newCompanies, newCustomer, type Happened } from './smallModel.ts';

/** A small market of so many customers; the answer plays a quarter of it. */
export function makeTidyMarket(people: number): () => void {
  const companies = newCompanies();
  const customers = Array.from({ length: people }, newCustomer);
  const happened: Happened = { purchases: 0, failures: 0, complaints: 0 };
  return () => {
    const tallies = emptyTallies();
    for (const customer of customers) {
      const company = companies[customer.company]!;
      const tally = tallies[customer.company]![customer.segment]!;
      buy(customer, company, happened);
      tally.customers += 1;
      tally.purchases += happened.purchases;
      tally.revenue += happened.purchases * customer.spend * company.price;
      tally.failures += happened.failures;
      tally.complaints += happened.complaints;
      if (!leaves(customer)) continue;
      tally.lost += 1;
      customer.company = choice(companies, customer.company);
      customer.tenure = 0;
    }
  };
}
