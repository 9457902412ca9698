/** Channels that others run: what is bought there, and which customers of such a channel the firm has on file. */

import { channelAt as L, CHANNEL_ROW } from '../channelLog.ts';
import { exp } from '../math/elementary.ts';
import { channelIds, ownChannelIds } from '../market.ts';
import type { CompanyOffer } from '../offer.ts';
import type { ParameterValues } from '../parameters.ts';
import type { Records } from '../records/records.ts';
import type { CompanyTouches, QuarterContext } from './context.ts';
import { listRelationsOf } from './met.ts';
import { customerOf, relations } from './relations.ts';
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

/** Factor on the purchases of customer i from company k. */
export const soldByOthers = ({ otherChannels, columns }: QuarterContext, i: number, k: number): number =>
  otherChannels === null ? 1 : otherChannels[k * CHANNELS + columns.channel[i]!]!;

/** The same as a factor in `bought`; under contract. */
export function sellThroughOthers(c: QuarterContext): void {
  c.offers.forEach(({ channels }, k) => {
    if (!channels?.others) return;
    const { pair, bought, listed } = relations;
    const concerned = listRelationsOf(k);
    for (let n = 0; n < concerned; n += 1) {
      const r = listed[n]!;
      bought[r]! *= soldByOthers(c, customerOf(pair[r]!), k);
    }
  });
}

/** Share 0-1 of what customer i pays that whoever runs his channel keeps. */
export const keptByOthers = ({ channels }: CompanyOffer, channel: number): number => channels?.others?.commission[channel] ?? 0;

/** Counts a customer met in a channel that others run who is on file. */
export function countNamed(own: Records, touch: CompanyTouches, i: number, channel: number): void {
  if (channel >= FIRST_OF_OTHERS && own.held[i] !== 0) touch.channels[channel * CHANNEL_ROW + L.named]! += 1;
}
