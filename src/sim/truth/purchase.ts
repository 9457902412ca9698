/** Step 3: purchases of a quarter and what they bring. */

import { mix4, unit } from '../math/keys.ts';
import { gammaQuantileApprox, poissonQuantile } from '../math/quantiles.ts';
import { purpose } from '../purposes.ts';
import { WORD } from './columns.ts';
import { answers, fitOf } from './contact.ts';
import type { QuarterContext } from './context.ts';
import { at } from './tallies.ts';
import { T } from './treatment.ts';

/** Step 3: purchases of the quarter and what they bring. Returns how many. */
export function purchases(
  c: QuarterContext,
  i: number,
  k: number,
  s: number,
  row: number,
  cell: number,
  key: number,
  share: number,
  lived: number,
): number {
  const { columns, parameters, tallies, people } = c;
  const offer = c.offers[k]!;
  const segment = c.market.spec.segments[s]!;
  const pleased = columns.satisfaction[k * people + i]! / WORD - segment.satisfaction;
  const contacts = c.rows[row + T.contacts]!;
  const welcome = Math.min(contacts, columns.tolerated[i]! / 16);
  let mean = columns.rate[i]! * c.season * share * lived * c.priceFactor[k]! * (1 + parameters['purchase.satisfactionLift'] * pleased);
  if (mean > 0) {
    const used = Math.min(c.market.reference[row + T.contacts]!, columns.tolerated[i]! / 16);
    // What contacts and unfitted offers added before is already in the rate: only the difference counts.
    if (welcome !== used || c.rows[row + T.grain]! > 0) {
      mean *= 1 + Math.max(-1, welcome * answers(c, fitOf(c, i, k, s, row)) - used * answers(c, fitOf(c, i, k, s, -1)));
    }
  }
  mix4(c.lanes, i, key, purpose.purchase, c.market.luckSeed);
  const count = poissonQuantile(unit(c.lanes[0]!), Math.max(0, mean));
  if (count === 0) return 0;
  const shape = segment.spend.p * count;
  const revenue = columns.spend[i]! * offer.price * (gammaQuantileApprox(unit(c.lanes[1]!), shape) / segment.spend.p);
  const margin = revenue - revenue * (offer.unitCost / offer.price);
  tallies[cell + at.purchases]! += count;
  tallies[cell + at.revenue]! += revenue;
  tallies[cell + at.contribution]! += margin;
  columns.contribution[i]! += margin;
  const touch = c.touches[k];
  if (touch) touch.revenue[i] = revenue;
  return count;
}
