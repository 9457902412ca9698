/** Reads a scenario file away from the page, within a limit of time; the learner may stop it. */

import { proxy, wrap } from 'comlink';
import { failed, type Failure, type Outcome } from '../../saves/outcome.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import { scriptUrl } from '../scriptUrl.ts';
import checkUrl from './firm.worker.ts?worker&url';
import type { FirmCheck, FirmProgress } from './firmCheck.ts';

/** Milliseconds that reading may take; loading the worker does not count. */
const mostTime = 20_000;

/** Whoever does the reading, and how it is ended. */
export interface Reading {
  read(bytes: Uint8Array, name: string, tell: FirmProgress): Promise<Outcome<ScenarioFolder>>;
  end(): void;
}

/** Reader of one file; `stop` ends it wherever it is, and the call that waits answers `cancelled`. */
export interface FirmReader {
  /** Codes: `badFirm`, `tooSlow`, `cancelled`, `notLoaded`. */
  read(bytes: Uint8Array, name: string): Promise<Outcome<ScenarioFolder>>;
  stop(): void;
}

/** @param tell hears of every file unpacked */
export function startFirmReader(tell: FirmProgress, start: () => Promise<Reading> = startReading, limit = mostTime): FirmReader {
  let tellEnd: (why: Failure) => void = () => undefined;
  const ended = new Promise<Failure>((resolve) => (tellEnd = resolve));
  const starting = start().catch((cause: unknown) => failed('notLoaded', { cause }));
  const end = (why: Failure): void => {
    tellEnd(why);
    void starting.then((reading) => ('code' in reading ? undefined : reading.end()));
  };
  return {
    async read(bytes, name) {
      const reading = await Promise.race([starting, ended]);
      if ('code' in reading) return reading;
      const timer = setTimeout(() => end(failed('tooSlow')), limit);
      const outcome = await Promise.race([reading.read(bytes, name, tell), ended]);
      clearTimeout(timer);
      return outcome;
    },
    stop: () => end(failed('cancelled')),
  };
}

/** In a worker; where none will start, here on the page, resting after every file. */
async function startReading(): Promise<Reading> {
  return (await inWorker()) ?? onPage();
}

async function inWorker(): Promise<Reading | null> {
  let worker: Worker;
  try {
    worker = new Worker(scriptUrl(checkUrl), { type: 'module' });
  } catch {
    return null;
  }
  const check = wrap<FirmCheck>(worker);
  const broken = new Promise<false>((resolve) => worker.addEventListener('error', () => resolve(false)));
  if (!(await Promise.race([check.started(), broken]))) {
    worker.terminate();
    return null;
  }
  return {
    read: (bytes, name, tell) => check.read(bytes, name, proxy(tell)),
    end: () => worker.terminate(),
  };
}

async function onPage(): Promise<Reading> {
  const { FirmCheck } = await import('./firmCheck.ts');
  const check = new FirmCheck(() => new Promise((rested) => setTimeout(rested, 0)));
  return { read: (bytes, name, tell) => check.read(bytes, name, tell), end: () => check.stop() };
}
