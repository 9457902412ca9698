/** The screens' side of the worker that reads lives. */

import { proxy, releaseProxy, wrap } from 'comlink';
import type { RunToFollow } from '../../../game/lives/lifeBook.ts';
import type { LifeStory } from '../../../game/lives/lifeStory.ts';
import type { LivesIndex } from '../../../game/lives/livesIndex.ts';
import type { Tip } from '../../../game/lives/tipping.ts';
import { scriptUrl } from '../../scriptUrl.ts';
import type { LivesWorker } from './lives.worker.ts';
import workerUrl from './lives.worker.ts?worker&url';

export interface LivesReader {
  /** Plays the run; `onQuarter` hears of each quarter played. */
  open(run: RunToFollow, onQuarter: (done: number, of: number) => void): Promise<LivesIndex>;
  life(customer: number): Promise<LifeStory>;
  tips(leavers: readonly number[]): Promise<Tip[]>;
  /** Ends the worker: what it was asked is never answered. */
  close(): void;
}

/** A worker that cannot start rejects every call with the code `worker`. */
export function startLivesReader(): LivesReader {
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  const remote = wrap<LivesWorker>(worker);
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('worker')));
  });
  // Calls race with it; on its own it must not count as unhandled.
  broken.catch(() => undefined);
  return {
    open: (run, onQuarter) => Promise.race([remote.open(run, proxy(onQuarter)), broken]),
    life: (customer) => Promise.race([remote.life(customer), broken]),
    tips: (leavers) => Promise.race([remote.tips(leavers), broken]),
    close: () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
