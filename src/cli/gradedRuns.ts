/** Runs of several players on the same seeds, set against the anchors of the scenario. */

import { anchorsInWorld, type AnchorNames } from '../game/grade.ts';
import type { SeedOutcomes } from '../game/score/outcomes.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { UsageError } from './command.ts';
import { policyNamed } from './playbookFiles.ts';
import type { Policy, ReplayJob, ReplayResult } from './replayJob.ts';
import { playJobs } from './replayPool.ts';
import type { RunChoice } from './runOptions.ts';

/** What a player did on each seed. */
export interface PlayedPlayer {
  name: string;
  results: readonly ReplayResult[];
}

/** And the anchors with the same luck. */
export interface GradedPlayer extends PlayedPlayer {
  outcomes: readonly SeedOutcomes[];
}

export interface PlayerToGrade {
  name: string;
  policy: Policy;
  keep: ReplayJob['keep'];
}

type Told = (done: number, of: number) => void;

/** The playbooks that the score of a scenario is anchored on in a world. Throws a UsageError when it has no expected.json, which names them. */
export function anchorsOf({ expected, scenario }: ScenarioFolder, world: number): AnchorNames {
  if (expected === null) throw new UsageError('noAnchors');
  return anchorsInWorld(expected, scenario, world);
}

/** Plays every player once a seed, without a score. */
export async function playedPlayers(
  { scenario }: ScenarioFolder,
  { customers, world, populationSeed, luckSeeds }: RunChoice,
  players: readonly PlayerToGrade[],
  onDone?: Told,
): Promise<PlayedPlayer[]> {
  const jobs = luckSeeds.flatMap((luckSeed) =>
    players.map(({ policy, keep }): ReplayJob => ({ setting: { customers, world, populationSeed, luckSeed }, policy, keep })),
  );
  const results = await playJobs(scenario, jobs, (done) => onDone?.(done, jobs.length));
  return players.map(({ name }, index) => ({ name, results: luckSeeds.map((_, seed) => results[seed * players.length + index]!) }));
}

/** Plays every player and every anchor once a seed. Throws a UsageError when the scenario names no anchors. */
export async function gradedPlayers(
  folder: ScenarioFolder,
  choice: RunChoice,
  players: readonly PlayerToGrade[],
  onDone?: Told,
): Promise<GradedPlayer[]> {
  const { worst, stay, best } = anchorsOf(folder, choice.world);
  const anchors = [worst, stay, best]
    .filter((name) => !players.some((player) => player.name === name))
    .map((name): PlayerToGrade => ({ name, policy: policyNamed(name, folder, choice.world), keep: 'outcome' }));
  const played = await playedPlayers(folder, choice, [...players, ...anchors], onDone);
  const outcome = (seed: number, name: string): SeedOutcomes['run'] =>
    played.find((player) => player.name === name)!.results[seed]!.outcome;
  return played.slice(0, players.length).map(({ name, results }) => ({
    name,
    results,
    outcomes: choice.luckSeeds.map((luckSeed, seed) => ({
      seed: luckSeed,
      run: outcome(seed, name),
      worst: outcome(seed, worst),
      stay: outcome(seed, stay),
      best: outcome(seed, best),
    })),
  }));
}
