/** Plays many runs of one scenario side by side. */

import type { Scenario } from '../scenario/scenario.ts';
import { jobPlayer, type ReplayJob, type ReplayResult } from './replayJob.ts';
import { inThreads } from './threads.ts';

/** @param onDone called after each run with how many are done; @param most threads at most, beside the number of cores */
export const playJobs = (
  scenario: Scenario,
  jobs: readonly ReplayJob[],
  onDone?: (done: number) => void,
  most?: number,
): Promise<ReplayResult[]> =>
  inThreads({ file: new URL('./replay.worker.js', import.meta.url), setting: scenario, here: jobPlayer }, jobs, onDone, most);
