/** One worker of the pool that plays the debrief's replays. */

import { expose } from 'comlink';
import type { CardSpending, KeptLife, PeopleBefore } from '../../game/whatIf/keptLife.ts';
import { type OnLife, ReplayBench, type ClosedRun } from '../../game/whatIf/replayBench.ts';
import type { ReplayedLife, ReplayTask } from '../../game/whatIf/replayTask.ts';

let bench: ReplayBench | null = null;

function opened(): ReplayBench {
  if (bench === null) throw new Error('noRun');
  return bench;
}
function kept(): KeptLife {
  const { kept } = opened();
  if (kept === null) throw new Error('noRun');
  return kept;
}

const worker = {
  open(run: ClosedRun): void {
    bench = new ReplayBench(run);
  },
  /** @throws Error('noRun') before a run is opened */
  play(task: ReplayTask, onLife?: OnLife): ReplayedLife {
    return opened().play(task, onLife);
  },
  /** @throws Error('noRun') before the run has been kept */
  spending: (): readonly CardSpending[] => kept().spending,
  peopleBefore: (quarter: number): PeopleBefore => kept().peopleBefore(quarter),
};
export type ReplayWorker = typeof worker;

expose(worker);
