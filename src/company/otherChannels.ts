/** Channels that others run for a commission: what is sold there, what they keep, and what they pass on of the customers they meet. */

import type { SegmentSpec } from '../sim/market.ts';
import type { ChannelTreatment, CompanyOffer, OtherChannels } from '../sim/offer.ts';
import { type ChannelId, channelIds, type OtherChannelId, otherChannelIds } from '../sim/records/channelIds.ts';
import type { ToldByOthers } from '../sim/records/otherChannels.ts';
import type { RecordActions } from '../sim/records/recordActions.ts';
import { beyondBand, channelsInUse, channelTreatment, heldByOwnList, joinsOwnList, roleOf, sellsOnline } from './channels.ts';
import type { QuarterPlan } from './controls.ts';
import type { EventSpec, FirmSpec, FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';
import { points } from './stocks.ts';

/** Per cent by which what the firm itself sells online undercuts its agents beyond the usual; 0 where it sells nothing there. */
export const undercut = (firm: FirmState, plan: QuarterPlan, p: FirmParameters): number =>
  sellsOnline(firm, plan) ? Math.max(0, beyondBand(firm, plan, p)) : 0;

/** Goodwill of the agents, points 0-100: that of the partner who speaks for them. */
const goodwillOfAgents = (firm: FirmState, spec: FirmSpec, p: FirmParameters): number =>
  (spec.agents === undefined ? undefined : firm.conflict.goodwill[spec.agents]) ?? p['partner.usual'];

/** Factor on what agents sell: they sell less of whom undercuts them, and of whom they have cooled to. */
function effortOfAgents(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): number {
  const cooled = Math.max(0, 1 - goodwillOfAgents(firm, spec, p) / Math.max(1, p['partner.usual']));
  return Math.max(0, 1 - p['agents.undercut'] * undercut(firm, plan, p) - p['agents.cool'] * cooled);
}

/** Factor on purchases of those who prefer an agent where none sells for the firm: it can turn to them itself if their data were shared. */
function keptWithoutAgents(firm: FirmState, plan: QuarterPlan, p: FirmParameters): number {
  const known = inForce(firm, plan, 'biz.partner') === 'share' ? p['agents.follow'] : 0;
  return 1 - p['agents.left'] * (1 - known);
}

/** What agents get for what they do, share 0-1 of what their customers buy. */
function commissionOfAgents(sells: boolean, serves: boolean, p: FirmParameters): number {
  const serving = p['agents.serves'];
  return p['agents.commission'] * ((sells ? 1 - serving : 0) + (serves ? serving : 0));
}

/** What a platform tells of its buyers: nothing; who has a reason to join the firm's own list names himself. */
const toldByPlatform = (firm: FirmState, plan: QuarterPlan, p: FirmParameters): ToldByOthers => ({
  identify: joinsOwnList(firm, plan, p),
  share: heldByOwnList(firm, plan, p),
});

/** What agents tell of their customers: what a contract needs, all where data are shared with partners. @param identify chance a contact elsewhere */
function toldByAgents(firm: FirmState, plan: QuarterPlan, identify: number, p: FirmParameters): ToldByOthers {
  const share = inForce(firm, plan, 'biz.partner') === 'share' ? 1 : p['agents.told'];
  return { identify: identify * share, share };
}

/** What others do for the firm: the platform sells, agents sell and serve; only where anybody in the market wants it so. */
interface Work {
  used: readonly ChannelId[];
  market: boolean;
  sold: boolean;
  served: boolean;
}

function workOfOthers(firm: FirmState, plan: QuarterPlan, segments: Segments): Work | undefined {
  const used = channelsInUse(segments);
  if (!otherChannelIds.some((id) => used.includes(id))) return undefined;
  const selling = roleOf(firm, plan, 'chn.sell', used);
  const sold = selling.includes('agents');
  return { used, market: selling.includes('marketplace'), sold, served: roleOf(firm, plan, 'chn.serve', used).includes('agents') };
}
type Segments = readonly Pick<SegmentSpec, 'share' | 'channels'>[];

/** A value by channel: the firm's own channels, and those that nobody here prefers, have the usual one. */
const byChannel = <T>(used: readonly ChannelId[], usual: T, of: Readonly<Record<OtherChannelId, T>>): T[] =>
  channelIds.map((id) => ((id === 'marketplace' || id === 'agents') && used.includes(id) ? of[id] : usual));

/** Channels that others run; undefined where nobody in the market prefers one. */
function otherChannelsOf(
  firm: FirmState,
  spec: FirmSpec,
  plan: QuarterPlan,
  segments: Segments,
  p: FirmParameters,
): OtherChannels | undefined {
  const work = workOfOthers(firm, plan, segments);
  if (work === undefined) return undefined;
  const { used, market, sold, served } = work;
  return {
    sales: byChannel(used, 1, {
      marketplace: market ? 1 : 1 - p['market.left'] * (1 - heldByOwnList(firm, plan, p)),
      agents: sold ? effortOfAgents(firm, spec, plan, p) : keptWithoutAgents(firm, plan, p),
    }),
    compared: byChannel(used, 0, { marketplace: market ? p['market.compared'] : 0, agents: 0 }),
    commission: byChannel(used, 0, { marketplace: market ? p['market.commission'] : 0, agents: commissionOfAgents(sold, served, p) }),
    contextLoss: byChannel(used, 0, { marketplace: 0, agents: sold || served ? p['agents.contextLoss'] : 0 }),
  };
}

/** What customers of each channel meet, with what others do who run one. */
export function channelsTreated(
  firm: FirmState,
  spec: FirmSpec,
  plan: QuarterPlan,
  segments: Segments,
  p: FirmParameters,
): ChannelTreatment {
  const others = otherChannelsOf(firm, spec, plan, segments, p);
  const { synced, answers, extra, logged } = channelTreatment(firm, plan, segments, p);
  // Written out: an object spread of two parts is of a new shape each time, and V8 gives up the market's loop over channels for each.
  return others === undefined ? { synced, answers, extra, logged } : { synced, answers, extra, logged, others };
}

/** By channel what reaches the records of contacts there; null = as in any other channel, undefined where nobody prefers one that others run. */
export function toldByOthers(
  firm: FirmState,
  plan: QuarterPlan,
  segments: Segments,
  { identify }: Pick<RecordActions, 'identify'>,
  p: FirmParameters,
): (ToldByOthers | null)[] | undefined {
  const work = workOfOthers(firm, plan, segments);
  if (work === undefined) return undefined;
  return byChannel<ToldByOthers | null>(work.used, null, {
    marketplace: work.market ? toldByPlatform(firm, plan, p) : null,
    agents: work.sold || work.served ? toldByAgents(firm, plan, identify, p) : null,
  });
}

/** The offer in a quarter in which a platform closes to the firm: of those who buy there only who is on its own list finds it. */
export function underPlatformChange(
  offer: CompanyOffer,
  firm: FirmState,
  plan: QuarterPlan,
  events: readonly EventSpec[],
  p: FirmParameters,
): CompanyOffer {
  const { channels } = offer;
  if (!channels?.others || !events.some(({ kind }) => kind === 'platformChange')) return offer;
  const { others } = channels;
  const place = channelIds.indexOf('marketplace');
  // Who does not buy on the platform cannot be shut out of it.
  if (others.commission[place] === 0) return offer;
  const lost = p['market.locked'] * (1 - heldByOwnList(firm, plan, p));
  const sales = others.sales.map((factor, channel) => (channel === place ? factor * (1 - lost) : factor));
  const { synced, answers, extra, logged } = channels;
  return { ...offer, channels: { synced, answers, extra, logged, others: { ...others, sales } } };
}

/** Goodwill of partners after the quarter: agents whom the web undercuts cool; left in peace they slowly come round. */
export function goodwillAfter(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): FirmState['conflict']['goodwill'] {
  const { goodwill } = firm.conflict;
  const now = spec.agents === undefined ? undefined : goodwill[spec.agents];
  if (spec.agents === undefined || now === undefined) return goodwill;
  const below = undercut(firm, plan, p);
  const healed = now < p['partner.usual'] ? Math.min(p['partner.usual'], now + p['agents.heal']) : now;
  return { ...goodwill, [spec.agents]: below > 0 ? points(now - p['agents.goodwill'] * below) : healed };
}

/** What those who run channels keep of a quarter's sales, in currency. @param revenue by channel, in currency, in the order of `channelIds` */
export const commissionOn = (revenue: readonly number[], { channels }: CompanyOffer): number =>
  channels?.others ? channels.others.commission.reduce((sum, share, channel) => sum + share * revenue[channel]!, 0) : 0;
