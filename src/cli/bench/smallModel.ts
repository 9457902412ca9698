/**
 * The yardstick for speed plays this much smaller market than Rapport's: Poisson purchases, failures, complaints, satisfaction, leaving,
 * choice among four companies, totals by company and segment, with Math.random. Its numbers mean nothing; `bench` only sets the speed of
 * the real market against it on the same machine in the same minute.
 */

const COMPANIES = 4;
const SEGMENTS = 4;

export interface Customer {
  segment: number;
  company: number;
  rate: number;
  spend: number;
  satisfaction: number;
  propensity: number;
  tenure: number;
}

export interface Company {
  price: number;
  quality: number;
  failureRate: number;
  remedy: number;
}

export interface Tally {
  customers: number;
  purchases: number;
  revenue: number;
  failures: number;
  complaints: number;
  lost: number;
}

export const newCustomer = (): Customer => ({
  segment: Math.floor(Math.random() * SEGMENTS),
  company: Math.floor(Math.random() * COMPANIES),
  rate: 0.5 + 4 * Math.random(),
  spend: 10 + 40 * Math.random(),
  satisfaction: 0.5 + 0.3 * Math.random(),
  propensity: Math.random(),
  tenure: 0,
});

export const newCompanies = (): Company[] =>
  Array.from({ length: COMPANIES }, (_, k) => ({
    price: 0.9 + 0.05 * k,
    quality: 0.5 + 0.1 * k,
    failureRate: 0.12 - 0.02 * k,
    remedy: 0.3 + 0.15 * k,
  }));

/** What a customer went through in a quarter. */
export interface Happened {
  purchases: number;
  failures: number;
  complaints: number;
}

/** A customer buys, meets failures, complains or not, and is more or less satisfied. @param into where it is written down */
export function buy(customer: Customer, company: Company, into: Happened): void {
  const purchases = poisson(customer.rate);
  let failures = 0;
  let complaints = 0;
  let hurt = 0;
  for (let n = 0; n < purchases; n += 1) {
    if (Math.random() >= company.failureRate) continue;
    failures += 1;
    const severity = Math.random();
    const complains = Math.random() < customer.propensity * severity;
    if (complains) complaints += 1;
    hurt += complains ? severity * (1 - company.remedy) : severity;
  }
  const seen = company.quality - 0.2 * (company.price - 1) - 0.3 * hurt;
  customer.satisfaction += 0.2 * (Math.min(1, Math.max(0, seen)) - customer.satisfaction);
  customer.tenure += 1;
  into.purchases = purchases;
  into.failures = failures;
  into.complaints = complaints;
}

/** Whether a customer has had enough. */
export const leaves = ({ satisfaction, tenure }: Customer): boolean =>
  Math.random() < logistic(-2.5 - 4 * (satisfaction - 0.6) - 0.02 * tenure);

/** Where a customer goes who has left a company. */
export function choice(companies: readonly Company[], left: number): number {
  const weights = companies.map(({ quality, price }, k) => (k === left ? 0 : Math.exp(4 * quality - 3 * price)));
  let place = Math.random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (place -= weight) < 0);
  return found < 0 ? (left + 1) % companies.length : found;
}

/** Totals of a quarter, by company and segment. */
export const emptyTallies = (): Tally[][] =>
  Array.from({ length: COMPANIES }, () =>
    Array.from({ length: SEGMENTS }, (): Tally => ({ customers: 0, purchases: 0, revenue: 0, failures: 0, complaints: 0, lost: 0 })),
  );

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Knuth's product of uniforms. */
function poisson(mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = Math.random(); product > limit; product *= Math.random()) count += 1;
  return count;
}
