/**
 * True customer equity: what the present customers of a company are worth if everybody goes on as now.
 * Each is kept with the probability of this moment, failures of the usual rate included, frozen; margin after service, contacts, commissions and
 * what complainers are given; discounted over the horizon.
 */

import { exp } from '../math/elementary.ts';
import type { CompanyOffer } from '../offer.ts';
import type { Records } from '../records/records.ts';
import { C, CELL_ROW } from './cells.ts';
import { BYTE, USUAL_SERVICE, WORD } from './columns.ts';
import { makeContext, rowOf, type QuarterContext } from './context.ts';
import { ExpectedExit, failingOf } from './expectedExit.ts';
import { dissatisfactionLogit, lifetimeFactor, timesOdds } from './formulas.ts';
import { heldByLoyalty, loyalLift } from './loyalty.ts';
import type { Market } from './market.ts';
import { NEEDS } from './needProfiles.ts';
import { keptByOthers, soldByOthers } from './otherChannels.ts';
import { leavingLogit } from './staying.ts';
import { T } from './treatment.ts';
import { utilityToCustomer } from './winning.ts';

/** What would be otherwise if a part of what the company offers were the market's mean, by segment: see equityDrivers. */
export interface Shift {
  /** Added to the value of the own offer by need, and to its brand in units of value. */
  needs: readonly Float64Array[];
  brand: Float64Array;
  /** Added to relationship and to satisfaction, shares 0-1. */
  tie: Float64Array;
  satisfaction: Float64Array;
}

/** Reckons what customers are worth to company `k` as the market stands after `quarter`. */
export class CustomerValues {
  readonly c: QuarterContext;
  private readonly k: number;
  private readonly exits: readonly ExpectedExit[];
  /** Remedies a quarter in which a customer turns up, in purchases of his, by segment at its mean of calls. */
  private readonly remedies: readonly number[];
  private readonly contractual: boolean;

  constructor(market: Market, offers: readonly CompanyOffer[], records: readonly (Records | null)[], quarter: number, k: number) {
    this.c = makeContext(market, offers, records, quarter + 1);
    this.k = k;
    this.contractual = market.spec.relation === 'contractual';
    this.exits = market.spec.segments.map((segment) => new ExpectedExit(offers[k]!, segment.complaintPropensity, market.parameters));
    this.remedies = market.spec.segments.map(({ serviceContacts }, s) => failingOf(offers[k]!, serviceContacts) * this.exits[s]!.remedy);
  }

  /** True if customer i is the company's now. */
  has(i: number): boolean {
    return (this.c.columns.active[i]! & (1 << this.k)) !== 0 && this.c.columns.entry[i]! < this.c.quarter;
  }

  /** Lifetime value of customer i in currency: margin a quarter from now on, after service, contacts and remedies, as long as he is kept. */
  of(i: number, shift: Shift | null = null): number {
    const keep = this.keep(i, shift);
    return this.margin(i, shift) * lifetimeFactor(keep, this.c.parameters);
  }

  /** Purchases a quarter that the company expects of customer i. */
  buys(i: number): number {
    return this.purchases(i, this.c.columns.segment[i]!, null);
  }

  /** Margin in currency that customer i is expected to bring in a quarter, after service, contacts and remedies. */
  margin(i: number, shift: Shift | null = null): number {
    return this.marginOf(i, this.purchases(i, this.c.columns.segment[i]!, shift));
  }

  /** What customer i would be worth in currency if he bought all he buys of the category here and stayed for the horizon. */
  whole(i: number): number {
    const { c, k } = this;
    const demand = c.cells[(k * c.segments + c.columns.segment[i]!) * CELL_ROW + C.demand]! / c.season;
    return this.marginOf(i, c.columns.rate[i]! * demand) * lifetimeFactor(1, c.parameters);
  }

  /** Service contacts a quarter that customer i is expected to need. */
  calls(i: number): number {
    const { columns, market } = this.c;
    return (market.spec.segments[columns.segment[i]!]!.serviceContacts * columns.service[i]!) / USUAL_SERVICE;
  }

  /** Probability 0-1 that customer i is still there after a quarter. */
  keep(i: number, shift: Shift | null = null): number {
    const { c, k } = this;
    const { columns } = c;
    const s = columns.segment[i]!;
    const held = heldByLoyalty(c, c.offers[k]!, i);
    const factor = exp(leavingLogit(c, i, k, s) - held + (shift ? this.shiftOfLogit(i, s, shift) : 0));
    const base = columns.leavingBase[i]! * c.cells[(k * c.segments + s) * CELL_ROW + C.leaving]!;
    const calm = this.contractual ? timesOdds(Math.min(0.999, base), factor) : 1 - exp(-base * factor);
    const calls = this.calls(i);
    // Only those who buy meet anything in a repertoire market.
    const met = failingOf(c.offers[k]!, calls) * (this.contractual ? 1 : 1 - exp(-this.purchases(i, s, shift)));
    return 1 - ((1 - met) * calm + met * this.exits[s]!.of(calm));
  }

  /** What the shift adds to the log odds of leaving. */
  private shiftOfLogit(i: number, s: number, shift: Shift): number {
    const { c, k } = this;
    const { columns, parameters: p, market } = c;
    const below = market.spec.segments[s]!.satisfaction - columns.satisfaction[k * c.people + i]! / WORD;
    const switching = columns.switchingCost[i]! / BYTE;
    const unhappy = (of: number): number =>
      dissatisfactionLogit(of, switching, p['leaving.satisfaction'], p['leaving.convexity'], p['leaving.switching']);
    return (
      unhappy(below - shift.satisfaction[s]!) -
      unhappy(below) -
      (p['leaving.relationship'] + c.cells[(k * c.segments + s) * CELL_ROW + C.substitutes]!) * shift.tie[s]! -
      p['leaving.rivalOffer'] * this.shiftOfValue(i, s, shift)
    );
  }

  private shiftOfValue(i: number, s: number, shift: Shift): number {
    const { columns, market } = this.c;
    const n = columns.kind[i]! * NEEDS;
    let sum = shift.brand[s]!;
    for (let need = 0; need < NEEDS; need += 1) sum += shift.needs[s]![need]! * market.needProfiles[n + need]!;
    return sum;
  }

  /** Purchases a quarter that the company expects of customer i. */
  private purchases(i: number, s: number, shift: Shift | null): number {
    const { c, k } = this;
    const { columns, people, parameters, market } = c;
    const start = market.spec.segments[s]!.satisfaction;
    const pleased = columns.satisfaction[k * people + i]! / WORD + (shift ? shift.satisfaction[s]! : 0) - start;
    const share = this.contractual ? 1 : this.shareOf(i, s, shift);
    return (
      columns.rate[i]! *
      loyalLift(c.offers[k]!, i) *
      soldByOthers(c, i, k) *
      share *
      (c.cells[(k * c.segments + s) * CELL_ROW + C.demand]! / c.season) *
      Math.max(0, 1 + parameters['purchase.satisfactionLift'] * pleased)
    );
  }

  private marginOf(i: number, purchases: number): number {
    const { c, k } = this;
    const { columns } = c;
    const offer = c.offers[k]!;
    const s = columns.segment[i]!;
    const turnUp = this.contractual ? 1 : 1 - exp(-purchases);
    const contacts = c.rows[rowOf(c, k, s) + T.contacts]!;
    return (
      purchases *
        columns.spend[i]! *
        (offer.price * (1 - givenBack(offer, i) - keptByOthers(offer, columns.channel[i]!)) - offer.unitCost) -
      turnUp * this.remedies[s]! * columns.spend[i]! -
      this.calls(i) * turnUp * offer.serviceCost -
      contacts * offer.contactCost * (offer.segments[s]!.contactFactor ?? 1)
    );
  }

  /** Share of the customer's purchases that the company is expected to get in a repertoire market, 0-1. */
  private shareOf(i: number, s: number, shift: Shift | null): number {
    const { c, k } = this;
    const { columns, people, parameters: p } = c;
    let sum = 0;
    let tasted = 0;
    let own = 0;
    for (let other = 0; other < c.companies; other += 1) {
      const taste = columns.taste[other * people + i]! / WORD;
      tasted += taste;
      if ((columns.active[i]! & (1 << other)) === 0) continue;
      let utility = utilityToCustomer(c, i, other, s);
      if (other === k && shift) {
        utility +=
          p['choice.value'] * this.shiftOfValue(i, s, shift) +
          p['choice.relationship'] * shift.tie[s]! +
          p['choice.satisfaction'] * shift.satisfaction[s]!;
      }
      const weight = taste * exp(utility);
      sum += weight;
      if (other === k) own = weight;
    }
    sum += Math.max(0, 1 - tasted);
    return sum > 0 ? own / sum : 0;
  }
}

/** Share of what customer i pays that a loyalty programme gives back. */
const givenBack = ({ loyal }: CompanyOffer, i: number): number => (loyal ? loyal.cost[loyal.of[i]!]! : 0);

/** Equity of company `k` by segment, in currency of simulated customers (times what each represents for the whole). */
export function customerEquity(
  market: Market,
  offers: readonly CompanyOffer[],
  records: readonly (Records | null)[],
  quarter: number,
  k: number,
): Float64Array {
  return sumOfValues(new CustomerValues(market, offers, records, quarter, k), null);
}

/** Sum of the values of all customers by segment. */
export function sumOfValues(values: CustomerValues, shift: Shift | null): Float64Array {
  const { segments, people, columns } = values.c;
  const bySegment = new Float64Array(segments);
  for (let i = 0; i < people; i += 1) if (values.has(i)) bySegment[columns.segment[i]!]! += values.of(i, shift);
  return bySegment;
}
