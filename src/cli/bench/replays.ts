/** How long many replays of one run take on two threads: with other luck, and with one decision changed from checkpoints. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { playbookLog } from '../../game/grade.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import type { ReplayShare } from '../benchReplays.worker.ts';
import type { ReplayTimes } from './bars.ts';

const replays = 200;
const quarters = 12;
const customers = 20_000;
const threads = 2;
/** All parts of the bundle lie in one folder. */
const threadFile = new URL('./benchReplays.worker.js', import.meta.url);

/**
 * Seconds by the clock, from the first thread started to the last replay: people drawn, checkpoints made and threads started are in it.
 * Twelve quarters each; a score would add its run-off. Nothing is measured where there is no bundle.
 */
export async function replayTimes({ scenario, playbooks, expected }: ScenarioFolder, onDone: (done: number) => void): Promise<ReplayTimes> {
  if (!existsSync(fileURLToPath(threadFile))) return {};
  const short = { ...scenario, quarters };
  const entries = playbookLog(short, expected === null ? Object.values(playbooks)[0]! : playbooks[expected.anchors.best]!, 1);
  let done = 0;
  const timed = async (kind: ReplayShare['kind']): Promise<number> => {
    const start = performance.now();
    const count = replays / threads;
    const share = (thread: number): ReplayShare => ({ scenario: short, entries, customers, kind, first: thread * count, count });
    await Promise.all(Array.from({ length: threads }, (_, thread) => played(share(thread), () => onDone((done += 1)))));
    return (performance.now() - start) / 1000;
  };
  return { replays: await timed('luck'), replaysFromCheckpoints: await timed('checkpoint') };
}

function played(share: ReplayShare, onReplay: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile, { workerData: share });
    worker.on('message', onReplay);
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread of the bench ended with ${code}`))));
  });
}
