/** Complaints of a quarter that the front line could not settle: real customers who spoke and are still there, the heaviest first. */

import { INDICES_PER_QUARTER, mix4 } from '../math/keys.ts';
import { purpose } from '../purposes.ts';
import { isCustomer } from './caseCustomer.ts';
import { KEYS_PER_COMPANY } from './context.ts';
import type { Market } from './market.ts';
import { SEVERITY_SHIFT } from './severities.ts';

/** Mark of a complaint in what a company notes of a quarter: 1 settled, 2 not. */
const UNSETTLED = 2;
/** A customer is worth at most so many times the mean of those who complain. */
const MOST_WORTH = 3;

export interface UnsettledComplaint {
  customer: number;
  /** Severity of the failure, 0-1. */
  severity: number;
  /** What he brings in purchases over the mean of those who complained in vain, 0-3. */
  worth: number;
}

/**
 * The heaviest unsettled complaints by severity times worth, equal ones in the order of customers; at most `count`.
 * @param complained by person, as the company noted it in the quarter; @param quarter the quarter played last
 */
export function unsettledComplaints(
  market: Market,
  complained: Uint8Array,
  k: number,
  quarter: number,
  count: number,
): UnsettledComplaint[] {
  const { columns, people } = market;
  const found: UnsettledComplaint[] = [];
  const lanes = new Uint32Array(4);
  let spent = 0;
  for (let i = 0; i < people; i += 1) {
    if (complained[i] !== UNSETTLED || !isCustomer(market, k, i)) continue;
    // The draw that made the failure as severe as it was: nothing has to be kept of it.
    mix4(lanes, i, quarter * INDICES_PER_QUARTER + k * KEYS_PER_COMPANY, purpose.failure, market.luckSeed);
    const spends = columns.rate[i]! * columns.spend[i]!;
    spent += spends;
    found.push({ customer: i, severity: market.severities[lanes[0]! >>> SEVERITY_SHIFT]!, worth: spends });
  }
  const mean = spent / Math.max(1, found.length);
  for (const one of found) one.worth = mean > 0 ? Math.min(MOST_WORTH, one.worth / mean) : 0;
  found.sort((a, b) => b.severity * b.worth - a.severity * a.worth || a.customer - b.customer);
  if (found.length > count) found.length = count;
  return found;
}
