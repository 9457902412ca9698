/** A thread of `rapport bench --replays`: plays its share of many replays of one log, quarters only, without a score. */

import { parentPort, workerData } from 'node:worker_threads';
import { checkpointsOf, replayFrom } from '../game/checkpoint.ts';
import { applyEntry, finishQuarters, originOf, startPlaying, type LoggedEntry } from '../game/replay.ts';
import type { Scenario } from '../scenario/scenario.ts';

export interface ReplayShare {
  scenario: Scenario;
  entries: readonly LoggedEntry[];
  customers: number;
  /** Luck: each with a luck of its own. Checkpoint: the same luck, one decision changed, played from the quarter of the change. */
  kind: 'luck' | 'checkpoint';
  first: number;
  count: number;
}

const { scenario, entries, customers, kind, first, count } = workerData as ReplayShare;
const looks = { looks: false };
const setting = (luckSeed: number): { world: number; populationSeed: number; luckSeed: number; customers: number } => ({
  world: 0,
  populationSeed: 1,
  luckSeed,
  customers,
});

if (kind === 'luck') {
  const origin = originOf(scenario, setting(1));
  for (let n = first; n < first + count; n += 1) {
    const playing = startPlaying(scenario, setting(1 + n), origin);
    for (const entry of entries) applyEntry(playing, entry, looks);
    finishQuarters(playing, looks);
    parentPort!.postMessage(null);
  }
} else {
  const checkpoints = checkpointsOf(scenario, setting(1), entries, looks);
  for (let n = first; n < first + count; n += 1) {
    // Changes are spread evenly over the quarters of the run.
    const at = checkpoints[n % (checkpoints.length - 1)]!.applied;
    const dearer: LoggedEntry = { seq: -1, firm: scenario.firms[0].id, kind: 'plan', data: { plan: { 'biz.price': 1 + (n % 5) } } };
    replayFrom(checkpoints, [...entries.slice(0, at), dearer, ...entries.slice(at)], at, looks);
    parentPort!.postMessage(null);
  }
}
