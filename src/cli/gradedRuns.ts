/** Runs of several players on the same seeds, set against the anchors of the scenario. */

import { usualAnchors, type AnchorNames } from '../game/grade.ts';
import type { SeedOutcomes } from '../game/score.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { UsageError } from './command.ts';
import { policyNamed } from './playbookFiles.ts';
import type { Policy, ReplayJob, ReplayResult } from './replayJob.ts';
import { playJobs } from './replayPool.ts';
import type { RunChoice } from './runOptions.ts';

/** What a player did on each seed: what came of it, and the anchors with the same luck. */
export interface GradedPlayer {
  name: string;
  results: readonly ReplayResult[];
  outcomes: readonly SeedOutcomes[];
}

export interface PlayerToGrade {
  name: string;
  policy: Policy;
  keep: ReplayJob['keep'];
}

export const anchorsOf = ({ expected }: ScenarioFolder): AnchorNames => expected?.anchors ?? usualAnchors;

/** Plays every player and every anchor once a seed. Throws a UsageError when a playbook that anchors the score is missing. */
export async function gradedPlayers(
  folder: ScenarioFolder,
  choice: RunChoice,
  players: readonly PlayerToGrade[],
  onDone?: (done: number, of: number) => void,
): Promise<GradedPlayer[]> {
  const names = anchorsOf(folder);
  const missing = Object.values(names).find((name) => !Object.hasOwn(folder.playbooks, name));
  if (missing !== undefined) throw new UsageError('noAnchor', { name: missing });
  const anchors = [names.worst, names.stay, names.best]
    .filter((name) => !players.some((player) => player.name === name))
    .map((name): PlayerToGrade => ({ name, policy: policyNamed(name, folder), keep: 'outcome' }));
  const all = [...players, ...anchors];
  const { customers, world, populationSeed, luckSeeds } = choice;
  const jobs = luckSeeds.flatMap((luckSeed) =>
    all.map(({ policy, keep }): ReplayJob => ({ setting: { customers, world, populationSeed, luckSeed }, policy, keep })),
  );
  const results = await playJobs(folder.scenario, jobs, (done) => onDone?.(done, jobs.length));
  const resultOf = (seed: number, name: string): ReplayResult =>
    results[seed * all.length + all.findIndex((player) => player.name === name)]!;
  const outcome = (seed: number, name: string): SeedOutcomes['run'] => resultOf(seed, name).outcome;
  return players.map(({ name }) => ({
    name,
    results: luckSeeds.map((_, seed) => resultOf(seed, name)),
    outcomes: luckSeeds.map((luckSeed, seed) => ({
      seed: luckSeed,
      run: outcome(seed, name),
      worst: outcome(seed, names.worst),
      stay: outcome(seed, names.stay),
      best: outcome(seed, names.best),
    })),
  }));
}
