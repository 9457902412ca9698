/** Folds the offers of all companies into rows of numbers, one a company and segment, before the loop over customers. */

import type { CompanyOffer } from '../offer.ts';
import { exp } from '../math/elementary.ts';
import type { SegmentSpec } from '../market.ts';
import type { ParameterValues } from '../parameters.ts';
import { priceAttribute, reachOfSpend, saturation, shareWaiting } from './formulas.ts';

/** Offsets in a row. The first five are the attributes that needs weigh, in the order of needIds. */
export const T = {
  price: 0,
  quality: 1,
  service: 2,
  convenience: 3,
  attention: 4,
  brand: 5,
  grain: 6,
  contacts: 7,
  reach: 8,
  retentionTie: 9,
  depth: 10,
  priority: 11,
  tie: 12,
  /** Share of customers who wait too long and mean satisfaction lost by failures in a quarter: customers are used to those of the start. */
  waited: 13,
  hurt: 14,
  /** Mean usable record at the start, 0-1. */
  usable: 15,
  /** Part of the base leaving that is not due to the failures customers are used to, 0-1. */
  calm: 16,
} as const;
export const TREATMENT_ROW = 17;

/** Share of contacts that wait too long by company, given the contacts of the last quarter. */
export function waiting(
  offers: readonly CompanyOffer[],
  contacts: Float64Array,
  parameters: ParameterValues,
): { load: Float64Array; waits: Float64Array } {
  const load = new Float64Array(offers.length);
  const waits = new Float64Array(offers.length);
  offers.forEach((offer, k) => {
    load[k] = offer.capacity > 0 ? contacts[k]! / offer.capacity : 1;
    waits[k] = shareWaiting(load[k]!, parameters);
  });
  return { load, waits };
}

/** Responsive care h of a segment, 0-1: skill and authority x staffing, tie bonus, and the segment's share of service hours. */
function responsiveCare(offer: CompanyOffer, waits: number, priority: number): number {
  const hours = Math.min(1.25, 0.75 + 0.25 * priority);
  return Math.max(0, Math.min(0.98, (offer.care * (1 - waits) + offer.tie) * hours));
}

/** Relationship that money to keep a customer aims at, 0-1. @param money currency a customer of it */
export function retentionTie(money: number, parameters: ParameterValues): number {
  return parameters['experience.tieRetention'] * saturation(money, 1, parameters['experience.retentionSteepness']);
}

/** One row a company and segment; `attention` is left at 0 for the caller, who knows the records. */
export function foldTreatments(
  offers: readonly CompanyOffer[],
  specs: readonly SegmentSpec[],
  waits: Float64Array,
  brandShift: Float64Array,
  praise: Float64Array,
  parameters: ParameterValues,
): Float64Array {
  const segments = specs.length;
  const rows = new Float64Array(offers.length * segments * TREATMENT_ROW);
  offers.forEach((offer, k) => {
    for (let s = 0; s < segments; s += 1) {
      const own = offer.segments[s]!;
      const row = (k * segments + s) * TREATMENT_ROW;
      rows[row + T.price] = priceAttribute(offer.price, parameters);
      rows[row + T.quality] = offer.quality;
      rows[row + T.service] = responsiveCare(offer, waits[k]!, own.priority);
      rows[row + T.convenience] = offer.convenience;
      rows[row + T.brand] = offer.brand + brandShift[k]!;
      rows[row + T.grain] = own.grain;
      rows[row + T.contacts] = own.contacts;
      const referral = parameters['acquisition.referral'] * praise[k]!;
      rows[row + T.reach] = Math.min(1, reachOfSpend(own.acquisition, parameters) * parameters['acquisition.prospectResponse'] + referral);
      rows[row + T.retentionTie] = retentionTie(own.retention, parameters);
      rows[row + T.depth] = own.depth;
      rows[row + T.priority] = own.priority;
      const contacts = specs[s]!.serviceContacts;
      rows[row + T.waited] = waits[k]! * (1 - exp(-contacts));
    }
  });
  return rows;
}
