/** Channels in words: context, view, roles, log, own list and contact rate, what was decided beside what was the case. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { channelName } from '../cockpit/channelRows.ts';
import { levelWords, optionWord, segmentName } from '../cockpit/planWords.ts';
import { money, number, percent } from '../format.ts';
import { type CardRow, named } from './cardRow.ts';

const share = (value: number | null): string => (value === null ? '–' : percent(value));
const perHundred = (value: number | null): string => (value === null ? '–' : number(100 * value, 1));

/** Both views where there were both, else the partial one alone. */
function viewWords(full: number | null, partial: number | null, words: (both: { full: string; partial: string }) => string): string {
  return full === null ? m.cards_view_none({ partial: share(partial) }) : words({ full: share(full), partial: share(partial) });
}

export function channelCardRows({ channels }: CardsAgainstTruth, { currency, market }: Scenario): CardRow[] {
  if (channels === null) return [];
  const { from, to } = channels;
  const used = (ids: readonly string[]): string[] =>
    ids.filter((id) => to.known.lines.some(({ channel }) => channel === id)).map(channelName);
  const ranked = [...to.known.lines].sort((a, b) => b.margin - a.margin);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  return [
    {
      name: word('card', 'chn.sync'),
      said: [named(channels.synced.map(channelName)), m.cards_sync_said({ count: perHundred(to.known.contextLoss.value) })],
      truth: [
        m.cards_sync_truth({ from: perHundred(from.truth.contextLoss), to: perHundred(to.truth.contextLoss) }),
        m.cards_sync_again({ from: share(from.truth.toldAgain), to: share(to.truth.toldAgain) }),
        ...(channels.saved > 0 ? [m.cards_sync_saved({ count: number(channels.saved) })] : []),
      ],
    },
    {
      name: m.cards_view_name(),
      said: [viewWords(to.known.rightFull.value, to.known.rightPartial.value, (both) => m.cards_view_said(both))],
      truth: [viewWords(to.truth.rightFull, to.truth.rightPartial, (both) => m.cards_view_truth(both))],
    },
    {
      name: word('card', 'chn.role'),
      said: [
        m.cards_role_said({ sell: named(used(channels.sell)), serve: named(used(channels.serve)) }),
        m.cards_role_band({ band: optionWord('chn.band', channels.band) }),
      ],
      truth: [
        m.cards_role_matched({ share: share(to.truth.matched) }),
        ...(best !== undefined && worst !== undefined && best !== worst
          ? [
              m.cards_role_margin({
                best: channelName(best.channel),
                most: money(best.margin, currency),
                worst: channelName(worst.channel),
                least: money(worst.margin, currency),
              }),
            ]
          : []),
        ...channels.others.flatMap(({ channel, commission, margin, customers, nameless }) => [
          m.cards_role_commission({
            channel: channelName(channel),
            commission: money(commission, currency),
            margin: money(margin, currency),
          }),
          m.cards_role_nameless({ channel: channelName(channel), nameless: number(nameless), customers: number(customers) }),
        ]),
        m.cards_role_conflicts({ quarters: number(channels.conflicts) }),
      ],
    },
    {
      name: word('control', 'svc.log'),
      said: [optionWord('svc.log', channels.log)],
      truth: [m.cards_log_truth({ from: share(from.truth.unlogged), to: share(to.truth.unlogged) })],
    },
    {
      name: word('card', 'onl.own'),
      said: [optionWord('onl.own', channels.own), levelWords('onl.spend', channels.ownSpend)],
      truth: [m.cards_own_list({ from: percent(channels.coverage[0], 0), to: percent(channels.coverage[1], 0) })],
    },
    {
      name: m.cards_rate_name(),
      said: channels.rates.map(({ segment, rate }) => m.cards_part({ name: segmentName(market.segments, segment), value: number(rate) })),
      truth: channels.rates.map(({ segment, best: rate }) =>
        m.cards_part({ name: segmentName(market.segments, segment), value: number(rate) }),
      ),
    },
  ];
}
