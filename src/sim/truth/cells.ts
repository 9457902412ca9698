/** Numbers of one company in one segment that the loops over customers read, side by side in one array. */

import { exp } from '../math/elementary.ts';
import type { CompanyOffer } from '../offer.ts';
import type { ParameterValues } from '../parameters.ts';
import { careDelivered } from './formulas.ts';
import { T, TREATMENT_ROW } from './treatment.ts';

/** Offsets in a cell. */
export const C = {
  /** Care delivered 0-1 without and with the right record at hand; contacts a quarter. */
  care: 0,
  careKnown: 1,
  contacts: 2,
  /** Satisfaction at the start; what failures take from it in the mean; relationship at the start. */
  start: 3,
  hurt: 4,
  tie: 5,
  promise: 6,
  /** Performance lost where a customer must tell it all again. */
  toldAgain: 7,
  /** Designed grain, 0-1. */
  grain: 8,
  /** Factor on the base of leaving: scale, double jeopardy, and the part not due to failures. */
  leaving: 9,
  price: 10,
  /** Price less direct cost, over the market's price. */
  margin: 11,
  /** Factor on purchases: season and price. */
  demand: 12,
  /** Log odds of leaving for a substitute by who has no relationship at all. */
  substitutes: 13,
} as const;
export const CELL_ROW = 16;

/** At (company * segments + segment) * CELL_ROW + offset. @param jeopardy factor on leaving by company and segment */
export function foldCells(
  rows: Float64Array,
  reference: Float64Array,
  offers: readonly CompanyOffer[],
  starts: Float64Array,
  jeopardy: Float64Array,
  season: number,
  p: ParameterValues,
): Float64Array {
  const segments = starts.length;
  const cells = new Float64Array(offers.length * segments * CELL_ROW);
  offers.forEach((offer, k) => {
    const demand = season * exp(-p['purchase.priceElasticity'] * (offer.price - 1));
    for (let s = 0; s < segments; s += 1) {
      const row = (k * segments + s) * TREATMENT_ROW;
      const at = (k * segments + s) * CELL_ROW;
      // A company without records has the same usable share of them for everybody.
      cells[at + C.care] = careDelivered(rows[row + T.service]!, rows[row + T.grain]!, (offer.usable ?? 0) * offer.adoption);
      cells[at + C.careKnown] = careDelivered(rows[row + T.service]!, rows[row + T.grain]!, offer.adoption);
      cells[at + C.grain] = rows[row + T.grain]!;
      cells[at + C.contacts] = rows[row + T.contacts]!;
      cells[at + C.start] = starts[s]!;
      cells[at + C.hurt] = reference[row + T.hurt]!;
      cells[at + C.tie] = reference[row + T.tie]!;
      cells[at + C.promise] = offer.promise;
      cells[at + C.toldAgain] = offer.contextLoss * p['experience.contextLoss'];
      cells[at + C.leaving] = p['leaving.scale'] * jeopardy[k * segments + s]! * reference[row + T.calm]!;
      cells[at + C.price] = offer.price;
      cells[at + C.margin] = offer.price - offer.unitCost;
      cells[at + C.demand] = demand;
      cells[at + C.substitutes] = offer.substitutes ?? 0;
    }
  });
  return cells;
}
