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
import { optionWord } from './planWords.ts';

export const channelName = (channel: string): string => optionWord('chn.serve', channel);

/** One line a channel: customers, service contacts, what one costs there, and the margin after service. */
export function channelLines({ lines }: ChannelSheet, currency: string): { name: string; cells: readonly string[] }[] {
  return lines.map(({ channel, customers, calls, serviceCost, margin }) => ({
    name: channelName(channel),
    cells: [number(customers), number(calls), calls > 0 ? money(serviceCost / calls, currency) : '–', money(margin, currency)],
  }));
}

export interface ChannelFigure {
  name: string;
  value: string;
  /** How sure it is, or why nobody knows. */
  doubt: string;
  /** Id of its formula in the glass box, where it has one. */
  opens?: string;
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
            doubt: m.channels_commission({ commission: money(commission, currency) }),
          },
          measured(m.channels_named({ channel: channelName(channel) }), named, (value) => percent(value)),
        ],
  );
}

/** A figure with its interval and where it comes from, or why nobody knows it. */
export function measured(name: string, estimate: Estimate, words: (value: number) => string): ChannelFigure {
  if (estimate.value === null) return { name, value: '–', doubt: word('why', estimate.why ?? 'neverAsked') };
  const { value, low, high } = estimate;
  const range = isExact(estimate) || low === null || high === null ? [] : [`${words(low)}–${words(high)}`];
  return { name, value: words(value), doubt: [...range, sampleWords(estimate)].join(' · ') };
}

const share = (value: number): string => percent(value);
const perHundred = (value: number): string => number(100 * value, 1);

/** Context, first-time right, preference and the log. */
export function channelFigures(sheet: ChannelSheet): ChannelFigure[] {
  return [
    measured(m.channels_context_loss(), sheet.contextLoss, perHundred),
    measured(m.channels_told_again(), sheet.toldAgain, share),
    ...(sheet.saved > 0 ? [{ name: m.channels_saved(), value: number(sheet.saved), doubt: word('method', 'logs') }] : []),
    measured(m.channels_right_full(), sheet.rightFull, share),
    measured(m.channels_right_partial(), sheet.rightPartial, share),
    measured(m.channels_matched(), sheet.matched, share),
    measured(m.channels_unlogged(), sheet.unlogged, share),
    { name: m.channels_conflicts(), value: number(sheet.conflicts), doubt: '' },
  ];
}

/** The funnel of e-mails and the baskets on the web; a line each where there was any. */
export function onlineLines({ email, baskets }: ChannelSheet): string[] {
  const lines: string[] = [];
  if (email.sent > 0) {
    lines.push(
      m.channels_email({
        sent: number(email.sent),
        opened: percent(email.opened / email.sent),
        clicked: percent(email.clicked / email.sent, 2),
        bought: number(email.bought),
        left: percent(email.unsubscribed / email.sent, 2),
      }),
    );
  }
  if (baskets.baskets > 0) {
    lines.push(m.channels_baskets({ begun: number(baskets.baskets), abandoned: percent(baskets.abandoned / baskets.baskets) }));
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
