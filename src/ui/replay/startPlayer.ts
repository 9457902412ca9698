/** Starts a worker of the replay pool. */

import { releaseProxy, wrap } from 'comlink';
import { scriptUrl } from '../scriptUrl.ts';
import type { ReplayWorker } from './replay.worker.ts';
import workerUrl from './replay.worker.ts?worker&url';
import type { Player, Players } from './replayPool.ts';

/** Most workers that gain anything: each holds a whole population. */
const MOST = 4;

/** As many workers as this machine runs side by side. */
export const playersHere = (): Players => ({ start: startPlayer, most: Math.min(MOST, Math.max(1, navigator.hardwareConcurrency || 1)) });

/** A worker that cannot start rejects every call with the code `worker`. */
function startPlayer(): Player {
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
    close: () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
