/** The channels of a quarter as they truly were, whether or not anybody wrote it down. */

import { type ChannelCount, inChannel, overChannels } from '../sim/channelLog.ts';
import { channelIds, type OtherChannelId, otherChannelIds } from '../sim/market.ts';
import type { OtherChannels } from '../sim/offer.ts';

/** Shares 0-1 of all contacts; null where there was none of the kind. */
export interface ChannelTruth {
  /** Real service contacts. */
  calls: number;
  contextLoss: number | null;
  toldAgain: number | null;
  rightFull: number | null;
  rightPartial: number | null;
  matched: number | null;
  unlogged: number | null;
  /** Real hand-overs at which the context was kept. */
  saved: number;
  /** Channels that others run: real customers met, those among them whom no file names, and what they paid and others kept, in currency. */
  others?: readonly { channel: OtherChannelId; customers: number; nameless: number; revenue: number; commission: number }[];
}

/** @param represents real people that a simulated one stands for; @param others who run a channel, undefined where nobody does */
export function channelTruth(log: Float64Array, represents: number, others?: OtherChannels): ChannelTruth {
  const share = (part: ChannelCount, whole: ChannelCount): number | null => {
    const all = overChannels(log, whole);
    return all > 0 ? overChannels(log, part) / all : null;
  };
  const logged = share('loggedCalls', 'calls');
  return {
    calls: overChannels(log, 'calls') * represents,
    contextLoss: share('lost', 'calls'),
    toldAgain: share('toldAgain', 'several'),
    rightFull: share('fullRight', 'full'),
    rightPartial: share('partialRight', 'partial'),
    matched: share('wanted', 'calls'),
    unlogged: logged === null ? null : 1 - logged,
    saved: overChannels(log, 'saved') * represents,
    ...(others && { others: otherChannelIds.flatMap((channel) => ofOthers(log, represents, others, channel)) }),
  };
}

/** One channel that others run; none where nobody came. */
function ofOthers(
  log: Float64Array,
  represents: number,
  { commission }: OtherChannels,
  channel: OtherChannelId,
): NonNullable<ChannelTruth['others']>[number][] {
  const place = channelIds.indexOf(channel);
  const count = (name: ChannelCount): number => inChannel(log, place, name) * represents;
  if (count('customers') === 0) return [];
  const revenue = count('revenue');
  const nameless = count('customers') - count('named');
  return [{ channel, customers: count('customers'), nameless, revenue, commission: revenue * commission[place]! }];
}
