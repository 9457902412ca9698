/**
 * True customer equity: what the present customers of a company are worth if everybody goes on as now.
 * Each is kept with the probability of this moment, frozen; margin after service and contact cost; discounted over the horizon.
 * Failures still to come are left out of the probability, since they are luck of later quarters.
 */

import { exp } from '../math/elementary.ts';
import type { CompanyOffer } from '../offer.ts';
import type { Records } from '../records/records.ts';
import { WORD } from './columns.ts';
import { makeContext, rowOf, type QuarterContext } from './context.ts';
import { lifetimeFactor, timesOdds } from './formulas.ts';
import { leavingLogit, utility } from './leave.ts';
import type { Market } from './market.ts';
import { T } from './treatment.ts';

/** Equity of company `k` by segment, in currency of simulated customers (times what each represents for the whole). */
export function customerEquity(
  market: Market,
  offers: readonly CompanyOffer[],
  records: readonly (Records | null)[],
  quarter: number,
  k: number,
): Float64Array {
  const c = makeContext(market, offers, records, quarter + 1);
  const bySegment = new Float64Array(c.segments);
  const contractual = market.spec.relation === 'contractual';
  const { columns, people } = market;
  for (let i = 0; i < people; i += 1) {
    if (columns.entry[i]! > quarter || (columns.active[i]! & (1 << k)) === 0) continue;
    const s = columns.segment[i]!;
    const logit = leavingLogit(c, i, k, s, rowOf(c, k, s));
    const base = columns.leavingBase[i]! * c.parameters['leaving.scale'] * c.jeopardy[k * c.segments + s]!;
    const keep = contractual ? 1 - timesOdds(Math.min(0.999, base), exp(logit)) : exp(-base * exp(logit));
    bySegment[s]! += expectedMargin(c, i, k, s, contractual) * lifetimeFactor(keep, c.parameters);
  }
  return bySegment;
}

/** Margin a quarter that the customer is expected to bring company k, in currency. */
function expectedMargin(c: QuarterContext, i: number, k: number, s: number, contractual: boolean): number {
  const { columns, people, parameters, market } = c;
  const offer = c.offers[k]!;
  const segment = market.spec.segments[s]!;
  const pleased = columns.satisfaction[k * people + i]! / WORD - segment.satisfaction;
  const share = contractual ? 1 : shareOf(c, i, k, s);
  const purchases = columns.rate[i]! * share * c.priceFactor[k]! * (1 + parameters['purchase.satisfactionLift'] * pleased);
  const margin = purchases * columns.spend[i]! * (offer.price - offer.unitCost);
  const contacts = c.rows[rowOf(c, k, s) + T.contacts]!;
  return margin - segment.serviceContacts * offer.serviceCost * (contractual ? 1 : share) - contacts * offer.contactCost;
}

/** Share of the customer's purchases that company k is expected to get in a repertoire market, 0-1. */
function shareOf(c: QuarterContext, i: number, k: number, s: number): number {
  const { columns, people } = c;
  let sum = 0;
  let all = 0;
  let own = 0;
  for (let other = 0; other < c.companies; other += 1) {
    const taste = columns.taste[other * people + i]! / WORD;
    all += taste;
    if ((columns.active[i]! & (1 << other)) === 0) continue;
    const weight = taste * exp(utility(c, i, other, s, true));
    sum += weight;
    if (other === k) own = weight;
  }
  sum += Math.max(0, 1 - all);
  return sum > 0 ? own / sum : 0;
}
