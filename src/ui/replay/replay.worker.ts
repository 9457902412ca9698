/** One worker of the pool that plays the debrief's replays. */

import { expose } from 'comlink';
import { ReplayBench, type ClosedRun } from '../../game/whatIf/replayBench.ts';
import type { ReplayedLife, ReplayTask } from '../../game/whatIf/replayTask.ts';

let bench: ReplayBench | null = null;

const worker = {
  open(run: ClosedRun): void {
    bench = new ReplayBench(run);
  },
  /** @throws Error('noRun') before a run is opened */
  play(task: ReplayTask): ReplayedLife {
    if (bench === null) throw new Error('noRun');
    return bench.play(task);
  },
};
export type ReplayWorker = typeof worker;

expose(worker);
