/** Consultants: they close part of the gap while they are in the house; what stays when they leave depends on who did the work. */

import type { QuarterPlan } from './controls.ts';
import { stockIds, type StockId, type Stocks } from './firm.ts';
import type { FirmParameters } from './parameters.ts';

/** Readiness as the guards see it while consultants are in the house: each stock lifted by the points of gap they close. */
export function stocksWithConsultants(stocks: Stocks, consult: QuarterPlan['imp.consult'], p: FirmParameters): Stocks {
  if (consult === 'none') return stocks;
  const lifted = {} as Record<StockId, number>;
  for (const stock of stockIds) lifted[stock] = Math.min(100, stocks[stock] + p[`consult.${consult}`]);
  return lifted;
}

/**
 * Points of people (H) won or lost in the quarter in which they leave.
 * @param taught advisers have left before: what they teach is learned once
 */
export function knowHowLeft(
  before: QuarterPlan['imp.consult'],
  now: QuarterPlan['imp.consult'],
  p: FirmParameters,
  taught: boolean,
): number {
  if (before === 'none' || before === now || (before === 'advise' && taught)) return 0;
  return p[`consult.${before}Leaves`];
}
