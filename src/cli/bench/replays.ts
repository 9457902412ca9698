/** How long the luck replays of one run take: the same people and decisions with other luck. */

import { playbookLog } from '../../game/grade.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import { playJobs } from '../replayPool.ts';
import type { ReplayTimes } from './bars.ts';

const replays = 200;
const quarters = 12;
const customers = 20_000;
const threads = 2;

/**
 * Seconds by the clock, from the first thread started to the last result. A way of replaying is an entry of the answer; there is one,
 * every replay from the beginning of the run.
 */
export async function replayTimes({ scenario, playbooks, expected }: ScenarioFolder, onDone: (done: number) => void): Promise<ReplayTimes> {
  const short = { ...scenario, quarters };
  const entries = playbookLog(short, expected === null ? Object.values(playbooks)[0]! : playbooks[expected.anchors.best]!);
  const jobs = Array.from({ length: replays }, (_, index) => ({
    setting: { world: 0, populationSeed: 1, luckSeed: 1001 + index, customers },
    policy: { kind: 'log', entries } as const,
    keep: 'outcome' as const,
  }));
  const start = performance.now();
  await playJobs(short, jobs, onDone, threads);
  return { replays: (performance.now() - start) / 1000 };
}
