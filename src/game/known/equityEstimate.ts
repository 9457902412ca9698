/** Customer equity: reckoned from books and from who leaves, with the error of the reckoning beside that of chance. */

import type { ObservedQuarter } from '../../sim/outcome.ts';
import type { Estimate } from '../estimate.ts';
import type { Evidence } from './evidence.ts';
import { unknown } from './figures.ts';
import { Z80 } from './intervals.ts';
import { stayingOf } from './staying.ts';

/** Deviation of what a customer contributes in a quarter over its mean. */
const CONTRIBUTION_SPREAD = 1.3;
/**
 * Error (standard deviation) relative to the equity that no book shows: this moment is not the year's mean, and customers with a name are not all.
 * Measured over all shipped firms together: `npm run proof -- intervals`.
 */
const LEFT_ERROR = { contractual: 0.03, repertoire: 0.14 };
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

/** Deviation of a quarter's contribution over the mean of a year, as long as a single quarter is all there is. */
const ONE_QUARTER = 0.15;

/** The same as far as the quarters of the year themselves show it: seasons, growth and chance that a mean of so few does not even out. */
function ofQuarters(year: Evidence['year']): number {
  if (year.length < 2) return ONE_QUARTER;
  const mean = year.reduce((sum, { contribution }) => sum + contribution, 0) / year.length;
  if (mean === 0) return ONE_QUARTER;
  const squares = year.reduce((sum, { contribution }) => sum + (contribution / mean - 1) * (contribution / mean - 1), 0);
  return Math.sqrt(squares / (year.length - 1) / year.length);
}

/**
 * Customer equity as the firm can reckon it: what a quarter contributes x how long those who spend it stay. Leaving is not alike in all: those
 * who stay are more and more those who leave seldom, so that the factor is a mixture (sBG, Fader & Hardie 2007; see staying.ts). Its error is
 * that of chance, of the quarters that were seen, of how unlike customers are, and what is left over runs of all shipped firms.
 */
export function equityEstimate(evidence: Evidence): Estimate {
  const { books, contractual, quarter, represents, year } = evidence;
  if (books === null) return unknown('notPlayed');
  if (books.accounts <= 0) return unknown('noCustomersKnown');
  const { factor, error } = stayingOf(evidence);
  const value = aQuarter({ ...evidence, books }) * factor;
  const relative = errorOf([
    error,
    ofContribution(year, represents),
    ofQuarters(year),
    LEFT_ERROR[contractual ? 'contractual' : 'repertoire'],
  ]);
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
