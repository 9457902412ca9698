/** The channels of a quarter in words: a table by channel, and what was measured over all of them with how sure it is. */

import { channelsInUse } from '../../company/channels.ts';
import type { FirmParameters } from '../../company/parameters.ts';
import type { ChannelSheet } from '../../game/known/channelSheet.ts';
import type { Estimate } from '../../game/reports.ts';
import { channelIds } from '../../sim/market.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { isExact, sampleWords } from '../estimates.ts';
import { money, number, percent } from '../format.ts';
import { measuredGiven } from '../glassBox/givenWords.ts';
import { opening } from '../glassBox/opening.ts';
import { optionWord } from './planWords.ts';

export const channelName = (channel: string): string => optionWord('chn.serve', channel);

const shown = (id: string, words: string, value: number, beside: Readonly<Record<string, number>> = {}): string =>
  opening(`channel.${id}`, words, { given: { value, ...beside } });

/** One line a channel, its numbers open: customers, service contacts, what one costs there, and the margin after service. */
export function channelLines({ lines }: ChannelSheet, currency: string): { name: string; cells: readonly string[] }[] {
  return lines.map(({ channel, customers, calls, serviceCost, revenue, commission, margin }) => {
    const each = serviceCost / calls;
    const cost = { channelServiceCost: serviceCost };
    return {
      name: channelName(channel),
      cells: [
        shown('customers', number(customers), customers),
        shown('calls', number(calls), calls),
        calls > 0 ? shown('callCost', money(each, currency), each, { ...cost, channelCalls: calls }) : '–',
        shown('margin', money(margin, currency), margin, {
          channelRevenue: revenue,
          ...cost,
          ...(commission !== undefined && { commission }),
        }),
      ],
    };
  });
}

export interface ChannelFigure {
  name: string;
  value: string;
  /** How sure it is, or why nobody knows. */
  doubt: string;
  /** Id of its formula in the glass box, where it has one. */
  opens?: string;
  /** What stands beside it, for a formula that reads no report. */
  given?: Readonly<Record<string, number>>;
}

/** What each channel that others run sold, what they kept of it, and what is known of its customers. */
export function otherChannelFigures({ lines }: ChannelSheet, currency: string): ChannelFigure[] {
  return lines.flatMap(({ channel, revenue, commission, named }): ChannelFigure[] =>
    commission === undefined || named === undefined
      ? []
      : [
          {
            name: m.channels_sold({ channel: channelName(channel) }),
            value: money(revenue, currency),
            ...{ opens: 'channel.sold', given: { value: revenue, commission } },
            doubt: m.channels_commission({ commission: money(commission, currency) }),
          },
          measured(m.channels_named({ channel: channelName(channel) }), named, (value) => percent(value), 'channel.named'),
        ],
  );
}

/** A figure with its interval and where it comes from, or why nobody knows it. @param opens id of its formula, where it reads no report */
export function measured(name: string, estimate: Estimate, words: (value: number) => string, opens?: string): ChannelFigure {
  if (estimate.value === null) return { name, value: '–', doubt: word('why', estimate.why ?? 'neverAsked') };
  const { value, low, high } = estimate;
  const range = isExact(estimate) || low === null || high === null ? [] : [`${words(low)}–${words(high)}`];
  const doubt = [...range, sampleWords(estimate)].join(' · ');
  return { name, value: words(value), doubt, ...(opens !== undefined && { opens, given: measuredGiven(estimate) }) };
}

const share = (value: number): string => percent(value);
const perHundred = (value: number): string => number(100 * value, 1);

/** Context, first-time right, preference and the log. */
export function channelFigures(sheet: ChannelSheet): ChannelFigure[] {
  return [
    measured(m.channels_context_loss(), sheet.contextLoss, perHundred, 'channel.contextLoss'),
    measured(m.channels_told_again(), sheet.toldAgain, share, 'channel.toldAgain'),
    ...(sheet.saved > 0
      ? [
          {
            name: m.channels_saved(),
            value: number(sheet.saved),
            doubt: word('method', 'logs'),
            opens: 'channel.saved',
            given: { value: sheet.saved },
          },
        ]
      : []),
    measured(m.channels_right_full(), sheet.rightFull, share, 'channel.rightFull'),
    measured(m.channels_right_partial(), sheet.rightPartial, share, 'channel.rightPartial'),
    measured(m.channels_matched(), sheet.matched, share, 'channel.matched'),
    measured(m.channels_unlogged(), sheet.unlogged, share, 'channel.unlogged'),
    {
      name: m.channels_conflicts(),
      value: number(sheet.conflicts),
      doubt: '',
      opens: 'channel.conflicts',
      given: { value: sheet.conflicts },
    },
  ];
}

/** The funnel of e-mails and the baskets on the web, their numbers open; a line each where there was any. */
export function onlineLines({ email, baskets }: ChannelSheet): string[] {
  const lines: string[] = [];
  const part = (id: string, count: number, of: number, digits?: number): string =>
    shown(id, percent(count / of, digits), count / of, { partCounted: count, wholeCounted: of });
  if (email.sent > 0) {
    lines.push(
      m.channels_email({
        sent: shown('sent', number(email.sent), email.sent),
        opened: part('opened', email.opened, email.sent),
        clicked: part('clicked', email.clicked, email.sent, 2),
        bought: shown('emailBought', number(email.bought), email.bought),
        left: part('unsubscribed', email.unsubscribed, email.sent, 2),
      }),
    );
  }
  if (baskets.baskets > 0) {
    lines.push(
      m.channels_baskets({
        begun: shown('baskets', number(baskets.baskets), baskets.baskets),
        abandoned: part('abandoned', baskets.abandoned, baskets.baskets),
      }),
    );
  }
  return lines;
}

/** What a learner must know of channels that others run before giving them a role; nothing where nobody prefers one. */
export function helpWithOthers(card: string, segments: Parameters<typeof channelsInUse>[0], p: FirmParameters): string[] {
  if (card !== 'chn.role') return [];
  const used = channelsInUse(segments);
  const share = (id: 'market.commission' | 'agents.commission'): string => percent(p[id], 0);
  return [
    ...(used.includes('marketplace') ? [m.channels_role_marketplace({ commission: share('market.commission') })] : []),
    ...(used.includes('agents') ? [m.channels_role_agents({ commission: share('agents.commission') })] : []),
  ];
}

/** False for a channel that nobody in this market prefers; every other option of a control is there. */
export const isInUse = (control: string, option: string, segments: Parameters<typeof channelsInUse>[0]): boolean =>
  !control.startsWith('chn.') || !(channelIds as readonly string[]).includes(option) || channelsInUse(segments).some((id) => id === option);
