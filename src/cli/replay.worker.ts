/** A thread that plays runs of one scenario, each from beginning to end: a population is never split. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Scenario } from '../scenario/scenario.ts';
import { jobPlayer, type ReplayJob } from './replayJob.ts';

const play = jobPlayer(workerData as Scenario);

parentPort?.on('message', ({ index, job }: { index: number; job: ReplayJob }) => {
  parentPort?.postMessage({ index, result: play(job) });
});
