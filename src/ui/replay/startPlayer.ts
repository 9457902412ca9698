/** Starts a worker of the replay pool. */

import { proxy, releaseProxy, wrap } from 'comlink';
import type { CardSpending, PeopleBefore } from '../../game/whatIf/keptLife.ts';
import type { OnLife } from '../../game/whatIf/replayBench.ts';
import type { ReplayedLife, ReplayTask } from '../../game/whatIf/replayTask.ts';
import { scriptUrl } from '../scriptUrl.ts';
import type { ReplayWorker } from './replay.worker.ts';
import workerUrl from './replay.worker.ts?worker&url';
import type { Player, Players } from './replayPool.ts';

/** Most workers that gain anything: each holds a whole population. */
const MOST = 4;

/** As many workers as this machine runs side by side. */
export const playersHere = (): Players => ({ start: startPlayer, most: Math.min(MOST, Math.max(1, navigator.hardwareConcurrency || 1)) });

/** A player that tells of the quarters as it plays them, and of a run that it keeps. */
export interface KeepingPlayer extends Player {
  follow(task: ReplayTask, onLife: OnLife): Promise<ReplayedLife>;
  /** What each card cost in the kept run, and whom the firm knew before a quarter of it. Reject with `noRun` where none is kept. */
  spending(): Promise<readonly CardSpending[]>;
  peopleBefore(quarter: number): Promise<PeopleBefore>;
}

/** A worker that cannot start rejects every call with the code `worker`. */
export function startPlayer(): KeepingPlayer {
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  const remote = wrap<ReplayWorker>(worker);
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('worker')));
  });
  // Calls race with it; on its own it must not count as unhandled.
  broken.catch(() => undefined);
  return {
    open: (run) => Promise.race([remote.open(run), broken]),
    play: (task) => Promise.race([remote.play(task), broken]),
    follow: (task, onLife) => Promise.race([remote.play(task, proxy(onLife)), broken]),
    spending: () => Promise.race([remote.spending(), broken]),
    peopleBefore: (quarter) => Promise.race([remote.peopleBefore(quarter), broken]),
    close: () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
