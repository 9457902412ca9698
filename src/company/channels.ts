/** Channels as a firm runs them: which sell, serve and share context, what prices may differ by, who writes contacts down, and the own list. */

import type { SegmentSpec } from '../sim/market.ts';
import { type ChannelId, channelIds } from '../sim/records/channelIds.ts';
import type { ChannelTreatment } from '../sim/offer.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

/** Where those go who are not served where they prefer: the first of these that serves. */
const instead: Readonly<Record<ChannelId, readonly ChannelId[]>> = {
  branch: ['phone', 'web', 'email', 'social', 'fieldSales', 'agents', 'marketplace'],
  fieldSales: ['branch', 'phone', 'email', 'web', 'social', 'agents', 'marketplace'],
  phone: ['branch', 'web', 'email', 'social', 'fieldSales', 'agents', 'marketplace'],
  web: ['email', 'social', 'phone', 'branch', 'fieldSales', 'marketplace', 'agents'],
  social: ['web', 'email', 'phone', 'branch', 'fieldSales', 'marketplace', 'agents'],
  email: ['web', 'social', 'phone', 'branch', 'fieldSales', 'marketplace', 'agents'],
  marketplace: ['social', 'web', 'email', 'phone', 'branch', 'fieldSales', 'agents'],
  agents: ['branch', 'fieldSales', 'phone', 'email', 'web', 'social', 'marketplace'],
};
const online: readonly ChannelId[] = ['web', 'social', 'email'];
/** Per cent by which prices of channels may differ. */
const bands: Readonly<Record<QuarterPlan['chn.band'], number>> = { b0: 0, b5: 5, b12: 12 };

type Segments = readonly Pick<SegmentSpec, 'share' | 'channels'>[];

/** Share 0-1 of the market that prefers each channel, in the order of `channelIds`. */
export function channelShares(segments: Segments): number[] {
  return channelIds.map((id) => segments.reduce((sum, { share, channels }) => sum + (share * (channels[id] ?? 0)) / 1_000_000, 0));
}

/** Channels that anybody in this market prefers. */
export const channelsInUse = (segments: Segments): ChannelId[] =>
  channelIds.filter((id) => segments.some(({ channels }) => (channels[id] ?? 0) > 0));

/** Channels in force of a control; a list without any channel of the market is no decision: all go on. */
export function roleOf(firm: FirmState, plan: QuarterPlan, id: 'chn.sell' | 'chn.serve', used: readonly ChannelId[]): readonly ChannelId[] {
  const chosen = inForce(firm, plan, id).filter((channel) => used.includes(channel));
  return chosen.length > 0 ? chosen : used;
}

/** The channel that answers customers who prefer each, by index. */
function answersOf(firm: FirmState, plan: QuarterPlan, used: readonly ChannelId[]): number[] {
  const serving = roleOf(firm, plan, 'chn.serve', used);
  return channelIds.map((id, own) => {
    if (serving.includes(id) || !used.includes(id)) return own;
    const next = instead[id].find((other) => serving.includes(other));
    return next === undefined ? own : channelIds.indexOf(next);
  });
}

/** Per cent by which prices of channels differ more than is usual; less than nothing where they differ less. */
export const beyondBand = (firm: FirmState, plan: QuarterPlan, p: FirmParameters): number =>
  bands[inForce(firm, plan, 'chn.band')] - p['channel.bandUsual'];

/** True where something is sold online. */
export const sellsOnline = (firm: FirmState, plan: QuarterPlan): boolean =>
  inForce(firm, plan, 'chn.sell').some((id) => online.includes(id));

/** Channels that share context: a common store is what they share it through. */
export const syncedChannels = (firm: FirmState, plan: QuarterPlan): readonly ChannelId[] =>
  firm.store === 'notebook' ? [] : inForce(firm, plan, 'chn.sync');

/** Share 0-1 of service contacts that somebody writes down. */
export const loggedShare = (firm: FirmState, plan: QuarterPlan, p: FirmParameters): number =>
  inForce(firm, plan, 'svc.log') === 'yes' ? p['channel.loggedOwner'] : p['channel.logged'];

/** Factor on what is captured in a contact: who must write contacts down also writes down what was said. */
export const captureByLog = (firm: FirmState, plan: QuarterPlan, p: FirmParameters): number =>
  loggedShare(firm, plan, p) / p['channel.logged'];

/** What customers of each channel meet. */
export function channelTreatment(firm: FirmState, plan: QuarterPlan, segments: Segments, p: FirmParameters): ChannelTreatment {
  const used = channelsInUse(segments);
  const answers = answersOf(firm, plan, used);
  const selling = roleOf(firm, plan, 'chn.sell', used);
  const beyond = beyondBand(firm, plan, p);
  return {
    synced: syncedChannels(firm, plan).reduce((bits, id) => bits | (1 << channelIds.indexOf(id)), 0),
    answers,
    extra: channelIds.map((id, own) => {
      if (!used.includes(id)) return 0;
      const served = answers[own] === own ? 0 : p['channel.notServed'];
      const sold = selling.includes(id) ? 0 : p['channel.notSold'];
      const prices = online.includes(id) ? beyond * p['channel.bargain'] : 0 - beyond * p['channel.unfair'];
      return prices - served - sold;
    }),
    logged: loggedShare(firm, plan, p),
  };
}

/** Cost of a service contact by channel over that of a call, in the order of `channelIds`. */
export const channelCosts = (p: FirmParameters): number[] => channelIds.map((id) => p[`channel.cost.${id}`]);

/** Factor on the cost of a service contact: where calls are answered over where customers would come. 1 where all serve. */
export function costByChannels(firm: FirmState, plan: QuarterPlan, segments: Segments, p: FirmParameters): number {
  const answers = answersOf(firm, plan, channelsInUse(segments));
  if (answers.every((answering, own) => answering === own)) return 1;
  const shares = channelShares(segments);
  const costs = channelCosts(p);
  const cost = (of: (own: number) => number): number => shares.reduce((sum, share, own) => sum + share * of(own), 0);
  return cost((own) => costs[answers[own]!]!) / cost((own) => costs[own]!);
}

/** Factor on the price that customers pay in the mean: a wide band makes the web cheaper, none makes it as dear as the counter. */
export function priceByChannels(firm: FirmState, plan: QuarterPlan, segments: Segments, p: FirmParameters): number {
  const beyond = beyondBand(firm, plan, p);
  if (beyond === 0) return 1;
  const shares = channelShares(segments);
  const onWeb = channelIds.reduce((sum, id, channel) => sum + (online.includes(id) ? shares[channel]! : 0), 0);
  return 1 - (beyond / 100) * p['channel.bandUsed'] * onWeb;
}

/** Factor on money that wins customers of a segment: who cannot buy where he prefers seldom comes, a stranger on a platform not at all; money on
 *  the own list is not on platforms. */
export function reachByChannels(
  firm: FirmState,
  plan: QuarterPlan,
  segment: Pick<SegmentSpec, 'channels'>,
  used: readonly ChannelId[],
  p: FirmParameters,
): number {
  const selling = roleOf(firm, plan, 'chn.sell', used);
  const shut = used.reduce((sum, id) => sum + (selling.includes(id) || id === 'marketplace' ? 0 : (segment.channels[id] ?? 0) / 1000), 0);
  const strangers = selling.includes('marketplace') ? 0 : p['market.strangers'] * ((segment.channels.marketplace ?? 0) / 1000);
  const diverted = (inForce(firm, plan, 'onl.spend') - p['own.usualSpend']) / 100;
  return Math.max(0, 1 - p['channel.notSoldReach'] * shut - strangers) * (1 - p['own.reach'] * diverted);
}

/** Chance 0-1 a contact that a stranger joins the own list. */
export function joinsOwnList(firm: FirmState, plan: QuarterPlan, p: FirmParameters): number {
  const reasons = { none: 0, benefit: p['own.benefit'], content: p['own.content'] };
  return (reasons[inForce(firm, plan, 'onl.own')] * inForce(firm, plan, 'onl.spend')) / 100;
}

/** Share 0-1 of online customers whom no platform can take from the firm: those on the own list. */
export const heldByOwnList = (firm: FirmState, plan: QuarterPlan, p: FirmParameters): number =>
  inForce(firm, plan, 'onl.own') === 'none' ? 0 : (p['own.kept'] * inForce(firm, plan, 'onl.spend')) / 100;

/** Channels whose role changes from one plan to another. */
export const rolesChanged = (plan: QuarterPlan, last: QuarterPlan): number =>
  channelIds.filter((id) =>
    (['chn.sell', 'chn.serve'] as const).some((control) => plan[control].includes(id) !== last[control].includes(id)),
  ).length;

/** Channels that begin to share context. */
export const newlySynced = (plan: QuarterPlan, last: QuarterPlan): number =>
  plan['chn.sync'].filter((id) => !last['chn.sync'].includes(id)).length;
