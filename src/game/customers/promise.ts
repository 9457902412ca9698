/** Service promised against service as customers expect and feel it: the gap of the last quarter, by segment and by what makes it. */

import type { QuarterPlan } from '../../company/controls.ts';
import { needIds, type NeedId } from '../../sim/market.ts';
import { exp } from '../../sim/math/elementary.ts';
import { PER_WORD } from '../../sim/truth/columns.ts';
import { rowOf } from '../../sim/truth/context.ts';
import { NEEDS } from '../../sim/truth/needProfiles.ts';
import { at, total } from '../../sim/truth/tallies.ts';
import { T } from '../../sim/truth/treatment.ts';
import { recordAtHand, recordState } from '../../sim/truth/usable.ts';
import { C, cellOf, type CustomersView, shareOf } from './view.ts';

/** What customers feel beyond what they need: that they wait, and that they must tell it all again. */
export type DimensionId = NeedId | 'waiting' | 'toldAgain';
export const dimensionIds: readonly DimensionId[] = [...needIds, 'waiting', 'toldAgain'];

/** Points of performance over the level of the start, a hundredth of the scale each; means over customers. */
export interface Felt {
  /** What customers have become used to; what they are given; what is left when expectation and promise are taken off. */
  expected: number;
  delivered: number;
  gap: number;
}

export interface PromiseFelt {
  promise: QuarterPlan['svc.promise'];
  /** Points that the promise adds to what is expected. */
  promised: number;
  whole: Felt;
  segments: readonly (Felt & { segment: string; customers: number })[];
  /** Points delivered by each dimension; together they are what is delivered. */
  dimensions: readonly { dimension: DimensionId; delivered: number }[];
  /** Share 0-1 of the customers who are given less than they expect and were promised. */
  short: number;
  /** Share 0-1 of all talk that was praise in the last quarter; null where nobody talked. */
  praise: number | null;
}

/** What makes the performance that customer i feels, by dimension, before failures and luck; shares of the scale. */
function deliveredTo(view: CustomersView, i: number): number[] {
  const { values, company, played } = view;
  const { c } = values;
  const k = company.index;
  const s = c.columns.segment[i]!;
  const row = rowOf(c, k, s);
  const profile = c.columns.kind[i]! * NEEDS;
  const { reference, needProfiles } = c.market;
  const offer = played.offers[k]!;
  const right = recordAtHand(offer.rollout, company.records, c.columns, i) === recordState.right;
  const care = cellOf(view, i, right ? C.careKnown : C.care);
  const attention = needProfiles[profile + T.attention]!;
  const waitLoss = c.seen.needs[2 * c.columns.kind[i]! + 1]!;
  const calls = values.calls(i);
  const several = 1 - exp(-calls) * (1 + calls);
  const extra = offer.classes === null ? 0 : offer.classes.extra[offer.classes.of[i]!]!;
  return dimensionIds.map((dimension, place) => {
    if (dimension === 'waiting') return waitLoss * (reference[row + T.waited]! - c.rows[row + T.waited]!);
    // Whom no record follows tells it again where several contacts are needed.
    if (dimension === 'toldAgain') return right ? 0 : -several * cellOf(view, i, C.toldAgain);
    if (dimension === 'attention') return attention * (care - reference[row + T.attention]!) + extra;
    return needProfiles[profile + place]! * c.changes[row + place]!;
  });
}

/** The promise in force against what the present customers expect and are given, as things stand after the last played quarter. */
export function promiseFelt(view: CustomersView): PromiseFelt {
  const { company, own, values, world, played } = view;
  const { columns } = values.c;
  const { segments } = world.market.spec;
  const { promise } = played.offers[company.index]!;
  const sums = segments.map(() => ({ customers: 0, expected: 0, delivered: 0 }));
  const dimensions = dimensionIds.map(() => 0);
  let short = 0;
  for (const i of own) {
    const parts = deliveredTo(view, i);
    const delivered = parts.reduce((sum, part) => sum + part, 0);
    const expected = columns.expectation[i]! * PER_WORD - 0.5;
    parts.forEach((part, place) => (dimensions[place]! += part));
    const sum = sums[columns.segment[i]!]!;
    sum.customers += 1;
    sum.expected += expected;
    sum.delivered += delivered;
    if (delivered < expected + promise) short += 1;
  }
  const felt = ({ customers, expected, delivered }: (typeof sums)[number]): Felt => {
    const [meanExpected, meanDelivered] = [100 * shareOf(expected, customers), 100 * shareOf(delivered, customers)];
    return { expected: meanExpected, delivered: meanDelivered, gap: customers > 0 ? meanDelivered - meanExpected - 100 * promise : 0 };
  };
  const talk = (offset: number): number => total(played.market.tallies, segments.length, company.index, offset);
  const [praise, blame] = [talk(at.praise), talk(at.blame)];
  return {
    promise: company.inForce['svc.promise'],
    promised: 100 * promise,
    whole: felt(
      sums.reduce((all, sum) => ({
        customers: all.customers + sum.customers,
        expected: all.expected + sum.expected,
        delivered: all.delivered + sum.delivered,
      })),
    ),
    segments: segments.map(({ id }, s) => ({ segment: id, customers: sums[s]!.customers * world.market.represents, ...felt(sums[s]!) })),
    dimensions: dimensionIds.map((dimension, place) => ({ dimension, delivered: 100 * shareOf(dimensions[place]!, own.length) })),
    short: shareOf(short, own.length),
    praise: praise + blame > 0 ? praise / (praise + blame) : null,
  };
}
