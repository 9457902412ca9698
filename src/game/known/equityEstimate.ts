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
const RECKONING_ERROR = { contractual: 0.025, repertoire: 0.155 };

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

/** How long customers stay, as a survey has it: present value of a unit a quarter over the horizon, its standard error, and how many were asked. */
export interface Staying {
  factor: number;
  error: number;
  asked: number;
}
/**
 * Error (standard deviation) relative to the equity where a survey says how long customers stay: the quarter to come is not the mean of the
 * last year. Measured over runs of 4, 8 and 12 quarters of both shipped firms.
 */
const SURVEYED_ERROR = { contractual: 0.05, repertoire: 0.07 };

/** Customer equity as books and a survey have it: what a quarter contributes x how long those who bring it say that they stay. */
export function surveyedEquity(evidence: Evidence, staying: Staying): Estimate {
  const { books, contractual, quarter, represents, year } = evidence;
  if (books === null) return unknown('notPlayed');
  const value = aQuarter({ ...evidence, books }) * staying.factor;
  const relative = errorOf([
    staying.error / staying.factor,
    ofContribution(year, represents),
    SURVEYED_ERROR[contractual ? 'contractual' : 'repertoire'],
  ]);
  const half = Z80 * relative * Math.abs(value);
  return { value, low: value - half, high: value + half, n: staying.asked, asOf: quarter, method: 'survey', frame: 'allCustomers' };
}

/** Error by chance, relative, of what customers contribute in a quarter of the year. */
function ofContribution(year: Evidence['year'], represents: number): number {
  return CONTRIBUTION_SPREAD / Math.sqrt(year.reduce((sum, { accounts }) => sum + accounts, 0) / represents);
}

const errorOf = (parts: readonly number[]): number => Math.sqrt(parts.reduce((sum, part) => sum + part * part, 0));

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
  const relative = errorOf([ofLeaving, ofContribution(year, represents), RECKONING_ERROR[contractual ? 'contractual' : 'repertoire']]);
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
