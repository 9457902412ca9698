/** The digest on which a log ends. */

import { applyEntry, startPlaying, type LoggedEntry, type RunSetting } from '../../src/game/replay.ts';
import { digestWorld } from '../../src/game/digestWorld.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** Plays the quarters that the log commits, without judging the run. */
export function lastDigest(scenario: Scenario, setting: RunSetting, entries: readonly LoggedEntry[]): string {
  const playing = startPlaying(scenario, setting);
  for (const entry of entries) applyEntry(playing, entry);
  return digestWorld(playing.world);
}
