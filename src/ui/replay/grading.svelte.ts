/** Grading of a closed run, seed by seed in the pool: the score so far, and what the seeds came to. */

import { anchorsInWorld } from '../../game/gradingTerms.ts';
import { gradedIn, gradingTasks, scoreSoFar, seedsGraded } from '../../game/luck/gradedSeeds.ts';
import type { Score } from '../../game/reports.ts';
import type { RunSetting } from '../../game/replay.ts';
import type { SeedOutcomes } from '../../game/score/outcomes.ts';
import { weightsOf } from '../../game/score/weights.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import { ReplayJob } from './replayJob.svelte.ts';
import type { ReplayPool } from './replayPool.ts';

interface Graded {
  outcomes: readonly SeedOutcomes[];
  score: Score;
}

export class Grading {
  readonly #folder: ScenarioFolder;
  readonly #setting: RunSetting;
  readonly #seeds: readonly number[];
  readonly #job: ReplayJob<Graded>;

  constructor(pool: () => ReplayPool, folder: ScenarioFolder, setting: RunSetting) {
    this.#folder = folder;
    this.#setting = setting;
    this.#seeds = seedsGraded(setting.luckSeed);
    let last: Graded | null = null;
    this.#job = new ReplayJob<Graded>(
      pool,
      (lives) => {
        const outcomes = gradedIn(this.#seeds, lives);
        // A replay that completes no seed changes nothing.
        if (outcomes.length !== (last?.outcomes.length ?? 0))
          last =
            outcomes.length === 0 ? null : { outcomes, score: scoreSoFar(outcomes, setting.luckSeed, weightsOf(folder.scenario.weights)) };
        return last;
      },
      true,
    );
  }

  /** Seeds graded so far while they are being played. */
  get progress(): { done: number; of: number } | null {
    return this.#job.progress && this.draws;
  }
  /** Seeds that the score so far stands on, and all that grade. */
  get draws(): { done: number; of: number } {
    return { done: this.outcomes.length, of: this.#seeds.length };
  }
  get score(): Score | null {
    return this.#job.finding?.score ?? null;
  }
  /** Of the seeds that are whole, in the order of the seeds. */
  get outcomes(): readonly SeedOutcomes[] {
    return this.#job.finding?.outcomes ?? [];
  }
  get whole(): boolean {
    return this.#job.whole;
  }
  get error(): unknown {
    return this.#job.error;
  }

  /** Grades what was stopped to its end, and what is whole anew; a scenario without anchors is not graded. Never rejects: what went wrong is kept in `error`. */
  async start(): Promise<void> {
    const { expected, scenario } = this.#folder;
    if (expected === null) return;
    await this.#job.start(gradingTasks(this.#seeds, anchorsInWorld(expected, scenario, this.#setting.world)), true);
  }

  /** Keeps the seeds graded so far. */
  stop = (): void => this.#job.stop();
}
