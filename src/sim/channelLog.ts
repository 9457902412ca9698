/** What a company's channels leave behind in a quarter: one row a channel, in the order of `channelIds`, as one flat array of counts. */

import { channelIds } from './market.ts';

/** Offset of each count in a row; simulated customers, calls or sends. */
export const channelAt = {
  /** Customers met who prefer the channel, what they bought, in purchases and currency. */
  customers: 0,
  purchases: 1,
  revenue: 2,
  /** Contacts of the firm with them. */
  contacts: 3,
  /** Service contacts that the channel answered, and those among them of customers who prefer it. */
  calls: 4,
  wanted: 5,
  /** Contacts after the first of customers who had several: how many found the context kept by channels that share it, how many lost it. */
  handOvers: 6,
  saved: 7,
  lost: 8,
  /** Customers with hand-overs, and those of them who had to tell it all again. */
  several: 9,
  toldAgain: 10,
  /** Service contacts with the right record at hand or the context kept, and without; of each those right the first time. */
  full: 11,
  fullRight: 12,
  partial: 13,
  partialRight: 14,
  /** The same as far as somebody wrote it down. */
  loggedCalls: 15,
  loggedHandOvers: 16,
  loggedLost: 17,
  loggedSeveral: 18,
  loggedToldAgain: 19,
  loggedFull: 20,
  loggedFullRight: 21,
  loggedPartial: 22,
  loggedPartialRight: 23,
  /** E-mails of the firm, in the row of e-mail: each send once. Bought: customers who bought in the quarter of a click. */
  sent: 24,
  opened: 25,
  clicked: 26,
  bought: 27,
  unsubscribed: 28,
  /** Baskets on the web, in the row of the web. */
  baskets: 29,
  abandoned: 30,
  /** Customers met who prefer the channel and are on file; counted in channels that others run. */
  named: 31,
} as const;
export type ChannelCount = keyof typeof channelAt;
export const CHANNEL_ROW = 32;

export const makeChannelLog = (): Float64Array => new Float64Array(channelIds.length * CHANNEL_ROW);

/** Sum of a count over the channels. */
export function overChannels(log: Float64Array, count: ChannelCount): number {
  let sum = 0;
  for (let channel = 0; channel < channelIds.length; channel += 1) sum += log[channel * CHANNEL_ROW + channelAt[count]]!;
  return sum;
}

export const inChannel = (log: Float64Array, channel: number, count: ChannelCount): number =>
  log[channel * CHANNEL_ROW + channelAt[count]]!;
