/** Plays many runs, on as many threads as there are cores; results come in the order of the jobs, whoever was first. */

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Scenario } from '../scenario/scenario.ts';
import { jobPlayer, type ReplayJob, type ReplayResult } from './replayJob.ts';

const mostThreads = 8;
/** Where the bundle keeps the thread; from the sources there is none, and runs are played one after another. */
const threadFile = new URL('./replay.worker.js', import.meta.url);

/** @param onDone called after each run with how many are done; @param most threads at most, beside the number of cores */
export async function playJobs(
  scenario: Scenario,
  jobs: readonly ReplayJob[],
  onDone: (done: number) => void = () => {},
  most: number = mostThreads,
): Promise<ReplayResult[]> {
  const threads = Math.min(jobs.length, availableParallelism(), most);
  if (threads < 2 || !existsSync(fileURLToPath(threadFile))) {
    const play = jobPlayer(scenario);
    return jobs.map((job, index) => {
      const result = play(job);
      onDone(index + 1);
      return result;
    });
  }
  const results: ReplayResult[] = [];
  let next = 0;
  let done = 0;
  const playAll = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(threadFile, { workerData: scenario });
      const give = (): void => {
        if (next >= jobs.length) void worker.terminate().then(() => resolve(), reject);
        else {
          worker.postMessage({ index: next, job: jobs[next] });
          next += 1;
        }
      };
      worker.on('message', ({ index, result }: { index: number; result: ReplayResult }) => {
        results[index] = result;
        done += 1;
        onDone(done);
        give();
      });
      worker.on('error', reject);
      give();
    });
  await Promise.all(Array.from({ length: threads }, playAll));
  return results;
}
