/** A run kept in memory as it stood after a quarter, so that a changed later decision need not play the quarters before it again. */

import type { Scenario } from '../scenario/scenario.ts';
import { copyMemory } from './conduct/memory.ts';
import type { Playing } from './playing.ts';
import { applyEntry, finishQuarters, startPlaying, type LoggedEntry, type PlayOptions, type RunSetting } from './replay.ts';
import { copyWorld, type World } from './world.ts';

/** Never stored: a cache of this build, good only together with the entries it was made of. */
export interface Checkpoint {
  /** Quarters played. */
  readonly quarter: number;
  /** Entries of the log that have been applied. */
  readonly applied: number;
  readonly playing: Playing;
}

/** Copies a run in progress: the copy is played on its own. */
export function copyPlaying(playing: Playing): Playing {
  return {
    world: copyWorld(playing.world),
    open: new Map(playing.open),
    satisfaction: playing.satisfaction.map((quarter) => [...quarter]),
    digests: [...playing.digests],
    skipped: [...playing.skipped],
    conduct: playing.conduct.map(copyMemory),
  };
}

/** Plays a log and keeps a checkpoint before the first entry and after every commit. */
export function checkpointsOf(
  scenario: Scenario,
  setting: RunSetting,
  entries: readonly LoggedEntry[],
  options: PlayOptions = {},
  origin: World | null = null,
): Checkpoint[] {
  const playing = startPlaying(scenario, setting, origin);
  const kept: Checkpoint[] = [{ quarter: 0, applied: 0, playing: copyPlaying(playing) }];
  entries.forEach((entry, place) => {
    applyEntry(playing, entry, options);
    if (entry.kind === 'commit') kept.push({ quarter: playing.world.quarter, applied: place + 1, playing: copyPlaying(playing) });
  });
  return kept;
}

/**
 * Plays the rest of a changed log from the last checkpoint before the change: exact, since every draw is keyed.
 * @param checkpoints of the unchanged log; @param entries the changed log; @param changed place of the first entry that differs
 */
export function replayFrom(
  checkpoints: readonly Checkpoint[],
  entries: readonly LoggedEntry[],
  changed: number,
  options: PlayOptions = {},
): Playing {
  const from = checkpoints.findLast(({ applied }) => applied <= changed);
  if (from === undefined) throw new RangeError('no checkpoint lies before the change');
  const playing = copyPlaying(from.playing);
  for (const entry of entries.slice(from.applied)) applyEntry(playing, entry, options);
  finishQuarters(playing, options);
  return playing;
}
