/** The field of a bench: every contestant in a process of its own, measured in turn. */

import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goodScenario } from '../scenarioFiles.ts';
import { makeContestant, type ContestantName, type Memory } from './contestants.ts';

/** Where the bundle keeps the process; from the sources there is none, and all are measured in this one. */
const processFile = fileURLToPath(new URL('./bench.process.js', import.meta.url));

/** A contestant, wherever it runs. */
export interface Racer {
  name: ContestantName;
  customers: number;
  memory: Memory;
  /** Customer-quarters a second of processor time, one measurement. */
  measure: () => Promise<number>;
  end: () => void;
}

/** Starts a contestant and waits until it is set up. @param scenario id or path */
export async function startRacer(name: ContestantName, scenario: string, customers: number): Promise<Racer> {
  if (!existsSync(processFile)) {
    const { memory, measure } = makeContestant(name, goodScenario(scenario).scenario, customers);
    return { name, customers, memory, measure: () => Promise.resolve(measure()), end: () => {} };
  }
  const child = fork(processFile, [name, scenario, String(customers)], { ...pinned(), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { memory } = await answer<{ memory: Memory }>(child);
  return {
    name,
    customers,
    memory,
    async measure() {
      child.send('measure');
      return (await answer<{ speed: number }>(child)).speed;
    },
    end: () => child.disconnect(),
  };
}

/** All stay on the last core, where the system knows how: moving between cores costs as much as many a difference. */
function pinned(): { execPath?: string; execArgv?: string[] } {
  const taskset = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'taskset'));
  const execPath = taskset.find((path) => existsSync(path));
  if (execPath === undefined || process.platform !== 'linux') return {};
  return { execPath, execArgv: ['-c', String(availableParallelism() - 1), process.execPath] };
}

/** The next message of a process. Rejects with an Error when it ends instead. */
function answer<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a contestant of the bench ended with ${code}`));
    child.once('exit', ended);
    child.once('error', reject);
    child.once('message', (message) => {
      child.off('exit', ended);
      child.off('error', reject);
      resolve(message as Message);
    });
  });
}
