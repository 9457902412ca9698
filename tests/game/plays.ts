/** The shipped scenario played by its playbooks, and by playbooks with decisions put in, for tests of a run. */

import { playbookLog } from '../../src/game/grade.ts';
import { applyEntry, startPlaying, type LoggedEntry, type Playing, type PlayOptions, type RunSetting } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { vorasBank } from './shippedScenario.ts';

export const { scenario, playbooks } = vorasBank();
export const learner = scenario.firms[0]!.id;
export const playbookNames = Object.keys(playbooks);

/** A market that is small enough to be played in a few milliseconds a quarter. */
export const small: RunSetting = { customers: 400, world: 0, populationSeed: 1, luckSeed: 11 };

/** The log of a shipped playbook. */
export function logOf(name: string, quartersPerRound?: 1 | 2 | 4): LoggedEntry[] {
  return playbookLog(scenario, playbooks[name]!, quartersPerRound);
}

/** Decisions as a log of the learner's firm, numbered from 0. */
export function log(decisions: readonly EntryData[]): LoggedEntry[] {
  return decisions.map((decision, seq) => ({ ...decision, seq, firm: learner }) as LoggedEntry);
}

/** A commit of one quarter, and of two. */
export const oneQuarter: EntryData = { kind: 'commit', data: { quarters: 1 } };
export const twoQuarters: EntryData = { kind: 'commit', data: { quarters: 2 } };

/** Plays exactly what a log commits, with digests and without the run-off. */
export function play(
  entries: readonly LoggedEntry[],
  setting: Partial<RunSetting> = {},
  options: PlayOptions & { of?: Scenario } = {},
): Playing {
  const playing = startPlaying(options.of ?? scenario, { ...small, ...setting });
  for (const entry of entries) applyEntry(playing, entry, { digests: true, ...options });
  return playing;
}

/** The same value with all its parts frozen. */
export function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}

/** The same value with the keys of every object in reverse order. */
export function keysReversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(keysReversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, keysReversed(inner)]),
  ) as T;
}
