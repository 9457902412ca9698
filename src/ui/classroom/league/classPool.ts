/** Workers that play the jobs of a class side by side, each a whole file at a time; results come in as they are done. */

import { releaseProxy, wrap } from 'comlink';
import type { ClassJob, ClassResult, ClassSetting } from '../../../classroom/classJob.ts';
import { scriptUrl } from '../../scriptUrl.ts';
import type { ClassWorker } from './class.worker.ts';
import workerUrl from './class.worker.ts?worker&url';

/** One worker as the pool sees it. */
export interface ClassPlayer {
  open(setting: ClassSetting): Promise<void>;
  play(job: ClassJob): Promise<ClassResult>;
  close(): void;
}

/** Most workers that gain anything: each holds a whole population. */
const most = 4;
export const workersHere = (): number => Math.min(most, Math.max(1, navigator.hardwareConcurrency || 1));

/** A worker that cannot start rejects every call with the code `worker`. */
export function startClassPlayer(): ClassPlayer {
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  const remote = wrap<ClassWorker>(worker);
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('worker')));
  });
  // Calls race with it; on its own it must not count as unhandled.
  broken.catch(() => undefined);
  return {
    open: (setting) => Promise.race([remote.open(setting), broken]),
    play: (job) => Promise.race([remote.play(job), broken]),
    close() {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}

/**
 * Plays all jobs; resolves true when all are done, false when it was stopped, and rejects when no worker starts. A job on which a worker fails
 * is given to a fresh one, and given up when that fails too; the others go on. Workers end with it.
 * @param onResult hears of each job: its place and its result, null for one that was given up
 */
export function playClass(
  setting: ClassSetting,
  jobs: readonly ClassJob[],
  onResult: (place: number, result: ClassResult | null) => void,
  { start = startClassPlayer, workers = workersHere() } = {},
): { done: Promise<boolean>; stop: () => void } {
  const players: ClassPlayer[] = [];
  let next = 0;
  let stopped = false;
  let tellStop: () => void = () => undefined;
  const stopping = new Promise<void>((resolve) => (tellStop = resolve));
  const close = (): void => players.splice(0).forEach((player) => player.close());
  const opened = async (): Promise<ClassPlayer> => {
    const player = start();
    players.push(player);
    await player.open(setting);
    return player;
  };
  const work = async (): Promise<void> => {
    let player = await opened();
    const played = async (job: ClassJob): Promise<ClassResult | null> => {
      for (let tries = 0; tries < 2; tries += 1) {
        try {
          return await player.play(job);
        } catch (error) {
          if (stopped) return null;
          console.error(error);
          player.close();
          players.splice(players.indexOf(player), 1);
          player = await opened();
        }
      }
      return null;
    };
    while (next < jobs.length && !stopped) {
      const place = next;
      next += 1;
      const result = await played(jobs[place]!);
      if (stopped) return;
      onResult(place, result);
    }
  };
  const all = Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, work));
  const done = Promise.race([all.then(() => true), stopping.then(() => false)])
    .then((whole) => whole && !stopped)
    .finally(close);
  return {
    done,
    stop() {
      stopped = true;
      close();
      tellStop();
    },
  };
}
