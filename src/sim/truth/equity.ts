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
import { addShifts, type Shift, shiftOfLogit, shiftOfUtility } from './equityShift.ts';
import { ExpectedExit, failingOf } from './expectedExit.ts';
import { lifetimeFactor } from './formulas.ts';
import { heldByLoyalty, loyalLift } from './loyalty.ts';
import type { Market } from './market.ts';
import { keptByOthers, soldByOthers } from './otherChannels.ts';
import { leavingLogit } from './staying.ts';
import { T } from './treatment.ts';
import { shareOfPurchases } from './shareOfPurchases.ts';
import { calmLeaving, fillWorth, listOfAll, makeWorthRooms, type WorthRooms } from './worth.ts';

/** Values of a byte. */
const BYTES = BYTE + 1;

/** Reckons what customers are worth to company `k` as the market stands after `quarter`. */
export class CustomerValues {
  readonly c: QuarterContext;
  readonly k: number;
  readonly exits: readonly ExpectedExit[];
  /** Remedies a quarter in which a customer turns up, in purchases of his, by segment at its mean of calls. */
  private readonly remedies: readonly number[];
  readonly contractual: boolean;
  /** Chance of a failure by segment and `service`, which is a byte; NaN where it was not asked for yet. */
  private readonly failing: Float64Array;

  constructor(market: Market, offers: readonly CompanyOffer[], records: readonly (Records | null)[], quarter: number, k: number) {
    this.c = makeContext(market, offers, records, quarter + 1);
    this.k = k;
    this.contractual = market.spec.relation === 'contractual';
    this.failing = new Float64Array(market.spec.segments.length * BYTES).fill(NaN);
    this.exits = market.spec.segments.map((segment) => new ExpectedExit(offers[k]!, segment.complaintPropensity, market.parameters));
    this.remedies = market.spec.segments.map(({ serviceContacts }, s) => failingOf(offers[k]!, serviceContacts) * this.exits[s]!.remedy);
  }

  /** True if customer i is the company's now. */
  has(i: number): boolean {
    return (this.c.columns.active[i]! & (1 << this.k)) !== 0 && this.c.columns.entry[i]! < this.c.quarter;
  }

  /** Lifetime value of customer i in currency: margin a quarter from now on, after service, contacts and remedies, as long as he is kept. */
  of(i: number, shift: Shift | null = null): number {
    const s = this.c.columns.segment[i]!;
    const bought = this.purchases(i, s, shift);
    return this.marginOf(i, bought) * lifetimeFactor(this.keepOf(i, s, bought, this.leaving(i, s, shift)), this.c.parameters);
  }

  /**
   * The same of every customer: by person as things are, then under each shift. Those who are none have 0. What a shift leaves as it is
   * is reckoned once for all.
   */
  each(shifts: readonly Shift[]): Float64Array[] {
    const { people, columns } = this.c;
    const all = Array.from({ length: 1 + shifts.length }, () => new Float64Array(people));
    const list = listOfAll(people, (i) => this.has(i));
    const usual = makeWorthRooms(list);
    for (let n = 0; n < list.length; n += 1) usual.bought[n] = this.purchases(list[n]!, columns.segment[list[n]!]!, null);
    for (let n = 0; n < list.length; n += 1) usual.brings[n] = this.marginOf(list[n]!, usual.bought[n]!);
    for (let n = 0; n < list.length; n += 1) usual.logits[n] = this.leaving(list[n]!, columns.segment[list[n]!]!, null);
    fillWorth(this, usual, all[0]!);
    shifts.forEach((shift, d) => fillWorth(this, this.shifted(usual, shift), all[d + 1]!));
    return all;
  }

  /** The same customers under a shift. */
  private shifted(usual: WorthRooms, shift: Shift): WorthRooms {
    const { segment } = this.c.columns;
    const { list, bought, brings } = usual;
    const logits = new Float64Array(list.length);
    addShifts(this.c, this.k, list, shift, usual.logits, logits);
    if (this.contractual && shift.satisfaction.every((happier) => happier === 0)) return { list, logits, bought, brings };
    const rooms = { list, logits, bought: bought.slice(), brings: brings.slice() };
    for (let n = 0; n < list.length; n += 1) {
      const i = list[n]!;
      const s = segment[i]!;
      if (this.contractual && shift.satisfaction[s] === 0) continue;
      rooms.bought[n] = this.purchases(i, s, shift);
      rooms.brings[n] = this.marginOf(i, rooms.bought[n]!);
    }
    return rooms;
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
  keep(i: number): number {
    const s = this.c.columns.segment[i]!;
    return this.keepOf(i, s, this.purchases(i, s, null), this.leaving(i, s, null));
  }

  /** Log odds by which customer i is readier to leave than his base says. */
  private leaving(i: number, s: number, shift: Shift | null): number {
    const { c, k } = this;
    return leavingLogit(c, i, k, s) - heldByLoyalty(c, c.offers[k]!, i) + (shift ? shiftOfLogit(this.c, this.k, i, s, shift) : 0);
  }

  private keepOf(i: number, s: number, purchases: number, logit: number): number {
    const { c, k } = this;
    const base = c.columns.leavingBase[i]! * c.cells[(k * c.segments + s) * CELL_ROW + C.leaving]!;
    const calm = calmLeaving(this.contractual, base, exp(logit));
    // Only those who buy meet anything in a repertoire market.
    const met = this.failingFor(i, s) * (this.contractual ? 1 : 1 - exp(-purchases));
    return 1 - ((1 - met) * calm + met * this.exits[s]!.of(calm));
  }

  /** Chance 0-1 that customer i meets a failure in a quarter in which he turns up. */
  failingFor(i: number, s: number): number {
    const at = s * BYTES + this.c.columns.service[i]!;
    const kept = this.failing[at]!;
    return kept === kept ? kept : (this.failing[at] = failingOf(this.c.offers[this.k]!, this.calls(i)));
  }

  /** Purchases a quarter that the company expects of customer i. */
  private purchases(i: number, s: number, shift: Shift | null): number {
    const { c, k } = this;
    const { columns, people, parameters, market } = c;
    const start = market.spec.segments[s]!.satisfaction;
    const pleased = columns.satisfaction[k * people + i]! / WORD + (shift ? shift.satisfaction[s]! : 0) - start;
    const share = this.contractual ? 1 : shareOfPurchases(c, i, k, s, shift ? shiftOfUtility(c, i, s, shift) : 0);
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
