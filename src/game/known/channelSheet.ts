/** What the firm's books and logs say of its channels: their margin, and as far as contacts were written down, context lost and what was right. */

import { channelCosts } from '../../company/channels.ts';
import type { LedgerParts } from '../../company/money.ts';
import type { FirmParameters } from '../../company/parameters.ts';
import { type ChannelCount, inChannel, overChannels } from '../../sim/channelLog.ts';
import { channelIds, type ChannelId, otherChannelIds } from '../../sim/market.ts';
import type { ToldByOthers } from '../../sim/records/otherChannels.ts';
import type { Estimate } from '../estimate.ts';
import { counted, sampledShare, unknown } from './figures.ts';

/** One channel in a quarter: real customers who prefer it, service contacts it answered, currency. */
export interface ChannelLine {
  channel: ChannelId;
  customers: number;
  calls: number;
  contacts: number;
  revenue: number;
  /** Cost of its service contacts, and revenue less direct cost and that. */
  serviceCost: number;
  margin: number;
  /** For channels that others run: what these kept, taken off the margin too, and which share 0-1 of the customers met is on file. */
  commission?: number;
  named?: Estimate;
}

export interface ChannelSheet {
  /** Channels that had customers or calls, in the usual order. */
  lines: readonly ChannelLine[];
  /** Conflicts with partners that wait for an answer. */
  conflicts: number;
  /** Share 0-1 of service contacts answered where the customer prefers it, as some were asked. */
  matched: Estimate;
  /** Service contacts that the exchange and the tills counted and nobody wrote down, share 0-1: found only where the log has an owner. */
  unlogged: Estimate;
  /** Context lost per contact, and customers with several contacts who told it all again; shares 0-1 of what was written down. */
  contextLoss: Estimate;
  toldAgain: Estimate;
  /** Right the first time with the full view and with part of it, shares 0-1 of contacts written down. */
  rightFull: Estimate;
  rightPartial: Estimate;
  /** Hand-overs at which channels that share kept the context. */
  saved: number;
  email: Readonly<Record<'sent' | 'opened' | 'clicked' | 'bought' | 'unsubscribed', number>>;
  baskets: Readonly<Record<'baskets' | 'abandoned', number>>;
}

export interface ChannelInput {
  log: Float64Array;
  /** Real people that a simulated one stands for. */
  represents: number;
  quarter: number;
  ledger: LedgerParts;
  /** Somebody sees to it that every activity is written down. */
  owned: boolean;
  conflicts: number;
  /** Customers asked after a contact whether they would rather have come another way, and those who would not. */
  asked: { n: number; found: number };
  parameters: FirmParameters;
  /** What those who run channels keep, share 0-1, and what they pass on, both by channel; left out where nobody does. */
  others?: { commission: readonly number[]; told: readonly (ToldByOthers | null)[] };
}

/** How alike the contacts of one customer are (intraclass correlation): they are written down together, so they are worth fewer. */
const ALIKE = 0.1;

/** A share of what was written down: its error by the simulated contacts or customers behind it. @param each `contacts` come in bunches */
function logged(log: Float64Array, part: ChannelCount, whole: ChannelCount, quarter: number, each: 'contacts' | 'customers'): Estimate {
  const n = overChannels(log, whole);
  if (n <= 0) return unknown('noneSuch');
  const calls = overChannels(log, 'loggedCalls');
  // The exchange and the tills count every call, so it is known how many of them stand in the log.
  const drawn = Math.min(1, calls / overChannels(log, 'calls'));
  const bunch = calls / Math.max(1, calls - overChannels(log, 'loggedHandOvers'));
  const effect = each === 'contacts' ? 1 + ALIKE * (bunch - 1) : 1;
  const share = Math.min(1, overChannels(log, part) / n);
  return { ...sampledShare(share, n / effect, { method: 'logs', frame: 'loggedContacts', asOf: quarter, drawn }), n };
}

/** Which share of a channel's customers is on file: whom a platform or an agent keeps to himself nobody in the firm can count. */
function namedIn(
  found: number,
  customers: number,
  represents: number,
  quarter: number,
  channel: ChannelId,
  told: ToldByOthers | null,
): Estimate {
  if (told !== null && told.share === 0) return unknown('platformKeeps');
  if (told !== null && channel === 'agents' && told.share < 1) return unknown('agentsKeep');
  return customers > 0 ? counted(found / customers, customers * represents, quarter, 'logs', 'allCustomers') : unknown('noneSuch');
}

export function channelSheet({
  log,
  represents,
  quarter,
  ledger,
  owned,
  conflicts,
  asked,
  parameters,
  others,
}: ChannelInput): ChannelSheet {
  const costs = channelCosts(parameters);
  const direct = ledger.revenue > 0 ? ledger.directCost / ledger.revenue : 0;
  const weighed = channelIds.reduce((sum, _, channel) => sum + inChannel(log, channel, 'calls') * costs[channel]!, 0);
  // The books hold one sum for service; each channel bears it by its calls and what a call there costs.
  const each = weighed > 0 ? ledger.serviceCost / weighed : 0;
  const lines = channelIds.flatMap((channel, place): ChannelLine[] => {
    const count = (name: ChannelCount): number => inChannel(log, place, name);
    if (count('customers') + count('calls') === 0) return [];
    const revenue = count('revenue') * represents;
    const serviceCost = count('calls') * costs[place]! * each;
    const isOthers = others !== undefined && (otherChannelIds as readonly string[]).includes(channel);
    const commission = isOthers ? revenue * others.commission[place]! : 0;
    return [
      {
        channel,
        customers: count('customers') * represents,
        calls: count('calls') * represents,
        contacts: count('contacts') * represents,
        revenue,
        serviceCost,
        margin: revenue * (1 - direct) - serviceCost - commission,
        ...(isOthers && {
          commission,
          named: namedIn(count('named'), count('customers'), represents, quarter, channel, others.told[place]!),
        }),
      },
    ];
  });
  const calls = overChannels(log, 'calls');
  const real = (name: ChannelCount): number => overChannels(log, name) * represents;
  return {
    lines,
    conflicts,
    matched: sampledShare(asked.found / asked.n, asked.n, { method: 'survey', frame: 'serviceContacts', asOf: quarter }),
    unlogged:
      owned && calls > 0
        ? counted(1 - overChannels(log, 'loggedCalls') / calls, calls * represents, quarter, 'logs', 'serviceContacts')
        : unknown('noLogOwner'),
    contextLoss: logged(log, 'loggedLost', 'loggedCalls', quarter, 'contacts'),
    toldAgain: logged(log, 'loggedToldAgain', 'loggedSeveral', quarter, 'customers'),
    rightFull: logged(log, 'loggedFullRight', 'loggedFull', quarter, 'contacts'),
    rightPartial: logged(log, 'loggedPartialRight', 'loggedPartial', quarter, 'contacts'),
    saved: real('saved'),
    email: {
      sent: real('sent'),
      opened: real('opened'),
      clicked: real('clicked'),
      bought: real('bought'),
      unsubscribed: real('unsubscribed'),
    },
    baskets: { baskets: real('baskets'), abandoned: real('abandoned') },
  };
}
