/** The channels of a quarter as they truly were, whether or not anybody wrote it down. */

import { type ChannelCount, overChannels } from '../sim/channelLog.ts';

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
}

/** @param represents real people that a simulated one stands for */
export function channelTruth(log: Float64Array, represents: number): ChannelTruth {
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
  };
}
