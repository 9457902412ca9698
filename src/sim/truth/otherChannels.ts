/** Channels that others run: what is bought there, and which customers of such a channel the firm has on file. */

import { channelAt as L, CHANNEL_ROW } from '../channelLog.ts';
import { channelIds, ownChannelIds } from '../market.ts';
import type { CompanyOffer } from '../offer.ts';
import type { Records } from '../records/records.ts';
import type { CompanyTouches, QuarterContext } from './context.ts';
import { listRelationsOf } from './met.ts';
import { customerOf, relations } from './relations.ts';

const CHANNELS = channelIds.length;
const FIRST_OF_OTHERS = ownChannelIds.length;

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
