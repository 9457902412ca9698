/** Plays jobs on as many threads as there are cores; results come in the order of the jobs, whoever was first. */

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const mostThreads = 8;

/** A thread as the bundle keeps it, and what it is started with. */
export interface Thread<Setting, Job, Result> {
  file: URL;
  setting: Setting;
  /** Plays one job after another; from the sources there are no threads, and jobs are played here. */
  here: (setting: Setting) => (job: Job) => Result;
}

/** @param onDone called after each job with how many are done; @param most threads at most, beside the number of cores */
export async function inThreads<Setting, Job, Result>(
  { file, setting, here }: Thread<Setting, Job, Result>,
  jobs: readonly Job[],
  onDone: (done: number) => void = () => {},
  most: number = mostThreads,
): Promise<Result[]> {
  const threads = Math.min(jobs.length, availableParallelism(), most);
  if (threads < 2 || !existsSync(fileURLToPath(file))) {
    const play = here(setting);
    return jobs.map((job, index) => {
      const result = play(job);
      onDone(index + 1);
      return result;
    });
  }
  const results: Result[] = [];
  let next = 0;
  let done = 0;
  const playAll = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: setting });
      const give = (): void => {
        if (next >= jobs.length) void worker.terminate().then(() => resolve(), reject);
        else {
          worker.postMessage({ index: next, job: jobs[next] });
          next += 1;
        }
      };
      worker.on('message', ({ index, result }: { index: number; result: Result }) => {
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
