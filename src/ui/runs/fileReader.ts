/** Reads a run file away from the page, within a limit of time; the learner may stop it. */

import { proxy, wrap } from 'comlink';
import type { RunFile } from '../../game/run.ts';
import { failed, type Failure, type Outcome } from '../../saves/outcome.ts';
import type { FileReader } from '../../saves/readingFiles.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import { scriptUrl } from '../scriptUrl.ts';
import type { FileCheck, FileProgress } from './fileCheck.ts';
import checkUrl from './file.worker.ts?worker&url';

/** Milliseconds that reading and replaying may take together; loading the worker and the scenario does not count. */
const mostTime = 20_000;

/** Whoever does the reading, and how it is ended. */
export interface Checking {
  begin(bytes: Uint8Array | string): Promise<Outcome<RunFile['scenario']>>;
  finish(folder: ScenarioFolder, tell: FileProgress): Promise<Outcome<RunFile>>;
  end(): void;
}

/** Reader of one file; `stop` ends it wherever it is, and the call that waits answers `cancelled`. */
export interface StoppableReader extends FileReader {
  stop(): void;
}

/**
 * Codes besides `badFile`: `tooSlow`, `cancelled`.
 * @param tell hears of every round played again
 */
export function startReader(tell: FileProgress, start: () => Promise<Checking> = startChecking, limit = mostTime): StoppableReader {
  let tellEnd: (why: Failure) => void = () => undefined;
  const ended = new Promise<Failure>((resolve) => (tellEnd = resolve));
  const checking = start();
  let left = limit;
  const end = (why: Failure): void => {
    tellEnd(why);
    void checking.then((check) => check.end());
  };
  async function within<T>(work: (check: Checking) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const check = await Promise.race([checking, ended]);
    if ('code' in check) return check;
    const from = performance.now();
    const timer = setTimeout(() => end(failed('tooSlow')), Math.max(0, left));
    const outcome = await Promise.race([work(check), ended]);
    clearTimeout(timer);
    left -= performance.now() - from;
    return outcome;
  }
  return {
    begin: (bytes) => within((check) => check.begin(bytes)),
    finish: (folder) => within((check) => check.finish(folder, tell)),
    stop: () => end(failed('cancelled')),
  };
}

/** In a worker; where none will start, here on the page, resting after every round. */
async function startChecking(): Promise<Checking> {
  return (await inWorker()) ?? onPage();
}

async function inWorker(): Promise<Checking | null> {
  let worker: Worker;
  try {
    worker = new Worker(scriptUrl(checkUrl), { type: 'module' });
  } catch {
    return null;
  }
  const check = wrap<FileCheck>(worker);
  const broken = new Promise<false>((resolve) => worker.addEventListener('error', () => resolve(false)));
  if (!(await Promise.race([check.started(), broken]))) {
    worker.terminate();
    return null;
  }
  return {
    begin: (bytes) => check.begin(bytes),
    finish: (folder, tell) => check.finish(folder, proxy(tell)),
    end: () => worker.terminate(),
  };
}

async function onPage(): Promise<Checking> {
  const { FileCheck } = await import('./fileCheck.ts');
  const check = new FileCheck(() => new Promise((rested) => setTimeout(rested, 0)));
  return {
    begin: (bytes) => Promise.resolve(check.begin(bytes)),
    finish: (folder, tell) => check.finish(folder, tell),
    end: () => check.stop(),
  };
}
