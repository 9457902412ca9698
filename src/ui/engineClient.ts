/** The screens' side of the worker. */

import { proxy, releaseProxy, wrap } from 'comlink';
import type { Engine } from './engine.ts';
import engineUrl from './engine.worker.ts?worker&url';
import type { GameClient } from './gameClient.ts';
import { playersHere } from './replay/startPlayer.ts';
import { scriptUrl } from './scriptUrl.ts';

/** Starts the worker. A worker that cannot start rejects every call with the code `worker`. */
export function startEngine(): GameClient {
  const worker = new Worker(scriptUrl(engineUrl), { type: 'module' });
  const engine = wrap<Engine>(worker);
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('worker')));
  });
  // Calls race with it; on its own it must not count as unhandled.
  broken.catch(() => undefined);
  const orBroken = <T>(call: Promise<T>): Promise<T> => Promise.race([call, broken]);
  return {
    players: playersHere(),
    open: (start, onQuarter) => orBroken(engine.open(start, proxy(onQuarter))),
    preview: (plan, made, standing) => orBroken(engine.preview(plan, made, standing)),
    people: () => orBroken(engine.people()),
    person: (index) => orBroken(engine.person(index)),
    commit: (entries, onQuarter) => orBroken(engine.commit(entries, proxy(onQuarter))),
    finish: () => orBroken(engine.finish()),
    twin: (progress) => orBroken(engine.twin(proxy(progress))),
    cancelTwin: () => void engine.cancelTwin(),
    otherWays: (progress) => orBroken(engine.otherWays(proxy(progress))),
    cancelOtherWays: () => void engine.cancelOtherWays(),
    close: () => {
      engine[releaseProxy]();
      worker.terminate();
    },
  };
}
