/** Channels against the truth: what sharing context changed, what a full view is worth, whom the roles suited, what nobody wrote down. */

import type { QuarterPlan } from '../../company/controls.ts';
import type { ChannelTruth } from '../channelTruth.ts';
import type { ChannelSheet } from '../known/channelSheet.ts';
import { type OtherChannelId, otherChannelIds } from '../../sim/market.ts';
import { type CardsRun, lastQuarter } from './run.ts';

export interface ChannelsAgainstTruth {
  synced: QuarterPlan['chn.sync'];
  sell: QuarterPlan['chn.sell'];
  serve: QuarterPlan['chn.serve'];
  band: QuarterPlan['chn.band'];
  log: QuarterPlan['svc.log'];
  own: QuarterPlan['onl.own'];
  ownSpend: number;
  /** The first and the last quarter, as the logs told it and as it was. */
  from: { known: ChannelSheet; truth: ChannelTruth };
  to: { known: ChannelSheet; truth: ChannelTruth };
  /** Over the run: real hand-overs that kept the context. */
  saved: number;
  /** Over the run, by channel that others run: currency that these kept, and the margin after service and that; and in the last quarter the real
   *  customers met there, and those of them whom no file names. */
  others: readonly { channel: OtherChannelId; commission: number; margin: number; customers: number; nameless: number }[];
  /** Quarters in which partners' conflicts waited. */
  conflicts: number;
  /** True coverage of the records, shares 0-1, in the first and last quarter. */
  coverage: readonly [number, number];
  /** By segment: contacts a quarter of the last plan, and those at which relations gain most. */
  rates: readonly { segment: string; rate: number; best: number }[];
}

/** Null for runs of older engines, whose reports know no channels. */
export function channelsAgainstTruth(run: CardsRun): ChannelsAgainstTruth | null {
  const { plan, met } = lastQuarter(run);
  const sheets = run.known.flatMap(({ channels }) => (channels ? [channels] : []));
  const truths = run.truth.flatMap(({ channels }) => (channels ? [channels] : []));
  if (sheets.length === 0 || truths.length === 0) return null;
  return {
    synced: plan['chn.sync'],
    sell: plan['chn.sell'],
    serve: plan['chn.serve'],
    band: plan['chn.band'],
    log: plan['svc.log'],
    own: plan['onl.own'],
    ownSpend: plan['onl.spend'],
    from: { known: sheets[0]!, truth: truths[0]! },
    to: { known: sheets.at(-1)!, truth: truths.at(-1)! },
    saved: truths.reduce((sum, { saved }) => sum + saved, 0),
    others: othersOver(sheets, truths),
    conflicts: sheets.filter(({ conflicts }) => conflicts > 0).length,
    coverage: [run.truth[0]!.kpi.coverage, run.truth.at(-1)!.kpi.coverage],
    rates: run.scenario.market.segments.flatMap(({ id }) => {
      const best = met.bestRates?.[id] ?? null;
      return best === null ? [] : [{ segment: id, rate: plan['idc.contact'][id] ?? 0, best }];
    }),
  };
}

/** Channels that others run, over the run; those that nobody came to are left out. */
export function othersOver(sheets: readonly ChannelSheet[], truths: readonly ChannelTruth[]): ChannelsAgainstTruth['others'] {
  return otherChannelIds.flatMap((channel) => {
    const lines = sheets.flatMap(({ lines: all }) => all.filter((line) => line.channel === channel));
    const last = truths.at(-1)!.others?.find((one) => one.channel === channel);
    if (lines.length === 0 || last === undefined) return [];
    const sum = (of: (line: (typeof lines)[number]) => number): number => lines.reduce((all, line) => all + of(line), 0);
    const { customers, nameless } = last;
    return [{ channel, commission: sum((line) => line.commission ?? 0), margin: sum(({ margin }) => margin), customers, nameless }];
  });
}
