/** Online work of the firms that learners play, as their start plans do it: e-mails sent, opened, clicked, lists left, baskets left. */

import { startPlaying } from '../../game/replay.ts';
import { advance } from '../../game/playQuarter.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type ChannelCount, overChannels } from '../../sim/channelLog.ts';
import type { Figures } from './measured.ts';

const QUARTERS = 8;

/** Shares over eight quarters in which nobody decides anything, all markets together; e-mail per send in per cent, baskets as a share. */
export function onlineWork(scenarios: readonly Scenario[], customers: number, seed: number): Figures {
  const logs = scenarios.flatMap((scenario) => {
    const { world } = startPlaying(scenario, { world: 0, populationSeed: seed, luckSeed: seed, customers });
    return Array.from({ length: QUARTERS }, () => advance(world, new Map(), false).market.touches[0]!.channels);
  });
  const sum = (count: ChannelCount): number => logs.reduce((all, log) => all + overChannels(log, count), 0);
  const perSend = (count: ChannelCount): number => (100 * sum(count)) / sum('sent');
  return {
    P4: sum('abandoned') / sum('baskets'),
    'P5.1': perSend('opened'),
    'P5.2': perSend('clicked'),
    'P5.3': perSend('unsubscribed'),
  };
}
