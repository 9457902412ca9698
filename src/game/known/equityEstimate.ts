/** Lapse of buyers and customer equity: reckoned from books and names, with the error of the reckoning beside that of chance. */

import { pow } from '../../sim/math/elementary.ts';
import type { ObservedQuarter } from '../../sim/outcome.ts';
import type { Estimate } from '../estimate.ts';
import type { Evidence } from './evidence.ts';
import { unknown } from './figures.ts';
import { Z80 } from './intervals.ts';

/** Lapse of buyers a quarter that is reckoned with as long as nothing is known of it. */
const USUAL_LAPSE = 0.075;
const QUARTERS_OF_A_YEAR = 4;
/** Error (standard deviation) relative to the lapse: silence is not leaving, some only buy seldom. Measured over runs: `npm run proof -- intervals`. */
const SILENCE_ERROR = 0.11;
/** Deviation of what a customer contributes in a quarter over its mean. */
const CONTRIBUTION_SPREAD = 1.3;
/** Error (standard deviation) relative to the equity: customers are not all alike, and the year to come is not the last. Measured likewise. */
const RECKONING_ERROR = { contractual: 0.02, repertoire: 0.145 };

/** Standard error of the lapse of a quarter as reckoned from the year. */
const lapseError = (year: number, names: number): number =>
  Math.sqrt((year * (1 - year)) / names + SILENCE_ERROR * SILENCE_ERROR * year * year) / QUARTERS_OF_A_YEAR;

/** Share of named buyers lost a quarter: those of the year who have been silent for two quarters, spread over its quarters. */
export function lapsedEstimate({ recency, quarter }: Evidence): Estimate {
  if (recency === null || quarter < 3) return unknown('tooEarly');
  const { silent, yearsBuyers } = recency;
  if (yearsBuyers === 0) return unknown('noCustomersKnown');
  const year = silent / yearsBuyers;
  const value = year / QUARTERS_OF_A_YEAR;
  // Nobody silent yet says little where there are few names.
  const half = Z80 * lapseError(Math.max(year, 1 / (yearsBuyers + 1)), yearsBuyers);
  return {
    value,
    low: Math.max(0, value - half),
    high: value + half,
    n: yearsBuyers,
    asOf: quarter,
    method: 'records',
    frame: 'namedBuyers',
  };
}

/** Leaving a quarter, share 0-1, and its standard error. */
function leaving(evidence: Evidence): { rate: number; error: number } {
  const { contractual, recency, represents, year } = evidence;
  if (contractual) {
    const before = year.reduce((sum, { accountsBefore }) => sum + accountsBefore, 0);
    const rate = year.reduce((sum, { closed }) => sum + closed, 0) / Math.max(1, before);
    return { rate, error: Math.sqrt((rate * (1 - rate) * represents) / Math.max(1, before)) };
  }
  const lapsed = lapsedEstimate(evidence);
  if (lapsed.value === null || recency === null) return { rate: USUAL_LAPSE, error: USUAL_LAPSE / 5 };
  return { rate: lapsed.value, error: lapseError(QUARTERS_OF_A_YEAR * lapsed.value, recency.yearsBuyers) };
}

/** Contribution that a quarter brings from the customers of now: mean of the year, so that its seasons weigh alike. */
function aQuarter({ contractual, books, year }: Evidence & { books: ObservedQuarter }): number {
  const mean = (of: (quarter: ObservedQuarter) => number): number => year.reduce((sum, each) => sum + of(each), 0) / year.length;
  return contractual ? books.accounts * mean((each) => each.contribution / Math.max(1, each.accounts)) : mean((each) => each.contribution);
}

/**
 * Customer equity as the firm can reckon it: what a quarter contributes x factor of the observed leaving over the horizon. Its error is that
 * of chance, in leaving and in contribution over as many customers as were played, and that of the reckoning.
 */
export function equityEstimate(evidence: Evidence): Estimate {
  const { books, contractual, discount, horizon, quarter, represents, year } = evidence;
  if (books === null) return unknown('notPlayed');
  if (books.accounts <= 0) return unknown('noCustomersKnown');
  const { rate, error } = leaving(evidence);
  const factor = (lost: number): number => {
    const ratio = (1 - Math.min(1, Math.max(0, lost))) / (1 + discount);
    return (ratio * (1 - pow(ratio, horizon))) / (1 - ratio);
  };
  const brought = aQuarter({ ...evidence, books });
  const value = brought * factor(rate);
  const ofLeaving = Math.abs(factor(rate - error) - factor(rate + error)) / (2 * factor(rate));
  const customers = year.reduce((sum, { accounts }) => sum + accounts, 0) / represents;
  const ofContribution = CONTRIBUTION_SPREAD / Math.sqrt(customers);
  const reckoning = RECKONING_ERROR[contractual ? 'contractual' : 'repertoire'];
  const relative = Math.sqrt(ofLeaving * ofLeaving + ofContribution * ofContribution + reckoning * reckoning);
  const half = Z80 * relative * Math.abs(value);
  return {
    value,
    low: value - half,
    high: value + half,
    n: Math.round(books.accounts),
    asOf: quarter,
    method: 'records',
    frame: contractual ? 'allCustomers' : 'namedBuyers',
  };
}
