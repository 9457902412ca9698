/** Workers without an engine: what a replay comes to is made up from its log and its luck. */

import type { ClosedRun } from '../../src/game/whatIf/replayBench.ts';
import type { ReplayedLife, ReplayTask } from '../../src/game/whatIf/replayTask.ts';
import type { Player, Players } from '../../src/ui/replay/replayPool.ts';
import { outcomeWith } from '../game/conductFixture.ts';

const reached = { worst: 40, stay: 60, run: 64, best: 70 };

/** The worst trap, STAY, the run and the best path in this order, each a little better or worse by luck. */
export function fakeLife({ log, luckSeed }: ReplayTask): ReplayedLife {
  const way = log.kind === 'run' ? 'run' : log.kind === 'playbook' && log.name === 'stay' ? 'stay' : 'best';
  const points = (log.kind === 'playbook' && log.name === 'price-war' ? reached.worst : reached[way]) + (luckSeed % 7) / 10;
  return { outcome: outcomeWith({ satisfaction: points, value: points, x3: points, x4: points }), quarters: [], fates: null, skipped: [] };
}

interface Call {
  task: ReplayTask;
  /** Which of the workers plays it, from 0. */
  worker: number;
  answer(): void;
  fail(error: unknown): void;
}

export class FakePlayers implements Players {
  most = 2;
  /** False: replays wait until the test answers them. */
  atOnce = true;
  /** Thrown by a worker that is started, or by one that is opened. */
  refuses: 'start' | 'open' | null = null;
  readonly opened: ClosedRun[] = [];
  closed: number[] = [];
  readonly calls: Call[] = [];

  start(): Player {
    if (this.refuses === 'start') throw new Error('worker');
    const worker = this.opened.length;
    return {
      open: (run) => {
        this.opened.push(run);
        return this.refuses === 'open' ? Promise.reject(new Error('worker')) : Promise.resolve();
      },
      play: (task) =>
        new Promise((resolve, reject) => {
          const answer = (): void => resolve(fakeLife(task));
          this.calls.push({ task, worker, answer, fail: reject });
          if (this.atOnce) answer();
        }),
      close: () => void this.closed.push(worker),
    };
  }
}
