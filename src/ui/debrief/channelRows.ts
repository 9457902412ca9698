/** Channels in words: context, view, roles, log, own list and contact rate, what was decided beside what was the case. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { channelName } from '../cockpit/channelRows.ts';
import { levelWords, optionWord, segmentName } from '../cockpit/planWords.ts';
import { number } from '../format.ts';
import { type CardRow, named, telling, type Teller } from './cardRow.ts';

const share = (told: Teller, value: number | null): string => (value === null ? '–' : told.share(value));
const perHundred = (told: Teller, value: number | null): string => (value === null ? '–' : told.as('share', value, number(100 * value, 1)));

/** Both views where there were both, else the partial one alone. */
function viewWords(
  told: Teller,
  full: number | null,
  partial: number | null,
  words: (both: { full: string; partial: string }) => string,
): string {
  const some = share(told, partial);
  return full === null ? m.cards_view_none({ partial: some }) : words({ full: share(told, full), partial: some });
}

export function channelCardRows({ channels }: CardsAgainstTruth, { currency, market }: Scenario): CardRow[] {
  if (channels === null) return [];
  const { from, to } = channels;
  const used = (ids: readonly string[]): string[] =>
    ids.filter((id) => to.known.lines.some(({ channel }) => channel === id)).map(channelName);
  const ranked = [...to.known.lines].sort((a, b) => b.margin - a.margin);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  const [sync, view, role] = [word('card', 'chn.sync'), m.cards_view_name(), word('card', 'chn.role')];
  const [synced, seen, served] = [sync, view, role].map((name) => telling('channelTruth', name)) as [Teller, Teller, Teller];
  const [unlogged, listed] = [telling('channelTruth', word('control', 'svc.log')), telling('channelTruth', word('card', 'onl.own'))];
  const logged = (name: string): Teller => telling('contextLogged', name);
  const margins = telling('channelMargin', role, currency);
  const rates = (segment: string, rate: string): string => m.cards_part({ name: segmentName(market.segments, segment), value: rate });
  return [
    {
      name: sync,
      said: [named(channels.synced.map(channelName)), m.cards_sync_said({ count: perHundred(logged(sync), to.known.contextLoss.value) })],
      truth: [
        m.cards_sync_truth({ from: perHundred(synced, from.truth.contextLoss), to: perHundred(synced, to.truth.contextLoss) }),
        m.cards_sync_again({ from: share(synced, from.truth.toldAgain), to: share(synced, to.truth.toldAgain) }),
        ...(channels.saved > 0 ? [m.cards_sync_saved({ count: synced.count(channels.saved) })] : []),
      ],
    },
    {
      name: view,
      said: [viewWords(logged(view), to.known.rightFull.value, to.known.rightPartial.value, (both) => m.cards_view_said(both))],
      truth: [viewWords(seen, to.truth.rightFull, to.truth.rightPartial, (both) => m.cards_view_truth(both))],
    },
    {
      name: role,
      said: [
        m.cards_role_said({ sell: named(used(channels.sell)), serve: named(used(channels.serve)) }),
        m.cards_role_band({ band: optionWord('chn.band', channels.band) }),
      ],
      truth: [
        m.cards_role_matched({ share: share(served, to.truth.matched) }),
        ...(best !== undefined && worst !== undefined && best !== worst
          ? [
              m.cards_role_margin({
                best: channelName(best.channel),
                most: margins.money(best.margin),
                worst: channelName(worst.channel),
                least: margins.money(worst.margin),
              }),
            ]
          : []),
        ...channels.others.flatMap(({ channel, commission, margin, customers, nameless }) => [
          m.cards_role_commission({
            channel: channelName(channel),
            commission: margins.money(commission),
            margin: margins.money(margin),
          }),
          m.cards_role_nameless({ channel: channelName(channel), nameless: served.count(nameless), customers: served.count(customers) }),
        ]),
        m.cards_role_conflicts({ quarters: telling('channelConflicts', role).count(channels.conflicts) }),
      ],
    },
    {
      name: word('control', 'svc.log'),
      said: [optionWord('svc.log', channels.log)],
      truth: [m.cards_log_truth({ from: share(unlogged, from.truth.unlogged), to: share(unlogged, to.truth.unlogged) })],
    },
    {
      name: word('card', 'onl.own'),
      said: [optionWord('onl.own', channels.own), levelWords('onl.spend', channels.ownSpend)],
      truth: [m.cards_own_list({ from: listed.share(channels.coverage[0], 0), to: listed.share(channels.coverage[1], 0) })],
    },
    {
      name: m.cards_rate_name(),
      said: channels.rates.map(({ segment, rate }) => rates(segment, number(rate))),
      truth: channels.rates.map(({ segment, best: rate }) => rates(segment, telling('contactRate', m.cards_rate_name()).count(rate))),
    },
  ];
}
