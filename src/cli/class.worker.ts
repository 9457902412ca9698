/** A thread that checks and grades the runs of one class, a file at a time. */

import { parentPort, workerData } from 'node:worker_threads';
import { classPlayer, type ClassJob, type ClassSetting } from '../classroom/classJob.ts';

const play = classPlayer(workerData as ClassSetting);

parentPort?.on('message', ({ index, job }: { index: number; job: ClassJob }) => {
  parentPort?.postMessage({ index, result: play(job) });
});
