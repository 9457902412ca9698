/** What others who run channels sell, folded into factors once a quarter. */

import { exp } from '../math/elementary.ts';
import { channelIds, ownChannelIds } from '../market.ts';
import type { CompanyOffer } from '../offer.ts';
import type { ParameterValues } from '../parameters.ts';
import { T, TREATMENT_ROW } from './treatment.ts';

const CHANNELS = channelIds.length;
const FIRST_OF_OTHERS = ownChannelIds.length;

/** Factors on purchases at (company * channels + channel), or null where no company sells through others. @param rows treatment rows, now and at the start */
export function foldOtherChannels(
  offers: readonly CompanyOffer[],
  rows: Float64Array,
  reference: Float64Array,
  segments: number,
  p: ParameterValues,
): Float64Array | null {
  if (offers.every(({ channels }) => !channels?.others)) return null;
  const factors = new Float64Array(offers.length * CHANNELS).fill(1);
  const slope = p['choice.priceSlope'];
  offers.forEach(({ channels }, k) => {
    const others = channels?.others;
    if (!others) return;
    const dearer = slope > 0 ? (lead(reference, k, offers.length, segments) - lead(rows, k, offers.length, segments)) / slope : 0;
    for (let channel = FIRST_OF_OTHERS; channel < CHANNELS; channel += 1) {
      factors[k * CHANNELS + channel] = others.sales[channel]! * exp(-others.compared[channel]! * dearer);
    }
  });
  return factors;
}

/** By how much the price attribute of company k stands above that of the cheapest other; the same in every segment. */
function lead(rows: Float64Array, k: number, companies: number, segments: number): number {
  const priceOf = (company: number): number => rows[company * segments * TREATMENT_ROW + T.price]!;
  let best = -Infinity;
  for (let other = 0; other < companies; other += 1) if (other !== k) best = Math.max(best, priceOf(other));
  return companies > 1 ? priceOf(k) - best : 0;
}
