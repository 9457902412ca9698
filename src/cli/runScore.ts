/** The score of a single run over the grading seeds, as it is given when a run is handed in. */

import { anchorLogs, gradingSeeds, gradingSetting } from '../game/grade.ts';
import type { LoggedEntry } from '../game/replay.ts';
import type { RunFile } from '../game/run.ts';
import type { Outcome, SeedOutcomes } from '../game/score/outcomes.ts';
import { scoreOf } from '../game/score/total.ts';
import { weightsOf } from '../game/score/weights.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import { anchorsOf } from './gradedRuns.ts';
import type { ReplayJob } from './replayJob.ts';
import { playJobs } from './replayPool.ts';

type AnchorOutcomes = readonly Pick<SeedOutcomes, 'worst' | 'stay' | 'best'>[];
/** Anchors on the grading seeds by what they depend on: a class hands in many runs of one assignment. */
export type KnownAnchors = Map<string, AnchorOutcomes>;

/** The score over the grading seeds, as it is given when a run is handed in. */
export async function scored(
  folder: ScenarioFolder,
  run: RunFile,
  known: KnownAnchors,
  tell: (done: number, of: number) => void,
): Promise<number> {
  const own = await outcomes(folder, run, [run.entries], tell);
  const key = canonicalJson([run.scenario.hash, run.world, run.populationSeed, gradingSetting(run).customers]);
  const anchors = known.get(key) ?? (await anchorOutcomes(folder, run, tell));
  known.set(key, anchors);
  return scoreOf(
    gradingSeeds.map((seed, index) => ({ seed, run: own[index]!, ...anchors[index]! })),
    run.luckSeed,
    weightsOf(folder.scenario.weights),
  ).total;
}

async function anchorOutcomes(folder: ScenarioFolder, run: RunFile, tell: (done: number, of: number) => void): Promise<AnchorOutcomes> {
  const logs = anchorLogs(folder.scenario, folder.playbooks, anchorsOf(folder, run.world));
  const all = await outcomes(folder, run, [logs.worst, logs.stay, logs.best], tell);
  return gradingSeeds.map((_, index) => ({ worst: all[3 * index]!, stay: all[3 * index + 1]!, best: all[3 * index + 2]! }));
}

/** Outcomes of the logs on every grading seed, seed by seed. */
async function outcomes(
  { scenario }: ScenarioFolder,
  run: RunFile,
  logs: readonly (readonly LoggedEntry[])[],
  tell: (done: number, of: number) => void,
): Promise<Outcome[]> {
  const { customers, world, populationSeed, allOpen } = gradingSetting(run);
  const jobs = gradingSeeds.flatMap((luckSeed) =>
    logs.map((entries): ReplayJob => ({
      setting: { customers, world, populationSeed, luckSeed, ...(allOpen && { allOpen }) },
      policy: { kind: 'log', entries },
      keep: 'outcome',
    })),
  );
  const results = await playJobs(scenario, jobs, (done) => tell(done, jobs.length));
  return results.map(({ outcome }) => outcome);
}
