/** A browser for tests: one database, its locks and marks; tabs that may be killed. The database is a whole one, in memory. */

import { IDBFactory, IDBObjectStore, IDBKeyRange } from 'fake-indexeddb';
import type { Environment } from '../../src/saves/environment.ts';
import type { Outcome } from '../../src/saves/outcome.ts';
import { openSaves, type Saves } from '../../src/saves/saves.ts';
import type { FindScenario } from '../../src/saves/scenarioText.ts';
import { folder } from './sampleRun.ts';

/** Locks as the Web Locks standard says, as far as a request that does not wait goes. */
export class Locks {
  readonly #held = new Map<string, { tab: string; lost: (reason: DOMException) => void }>();

  of(tab: string): Pick<LockManager, 'request'> {
    const request = (name: string, _options: LockOptions, granted: (lock: Lock | null) => unknown): Promise<unknown> => {
      if (this.#held.has(name)) return Promise.resolve(granted(null));
      return new Promise((resolve, reject) => {
        this.#held.set(name, { tab, lost: reject });
        Promise.resolve(granted({ name, mode: 'exclusive' }))
          .finally(() => this.#held.delete(name))
          .then(resolve, reject);
      });
    };
    return { request: request as LockManager['request'] };
  }

  /** A killed tab holds nothing any more. */
  drop(tab: string): void {
    for (const [name, held] of this.#held) if (held.tab === tab) this.#held.delete(name);
  }

  /** Another page takes all locks away by force. */
  steal(): void {
    for (const [name, { lost }] of this.#held) {
      this.#held.delete(name);
      lost(new DOMException('stolen', 'AbortError'));
    }
  }
}

/** localStorage in memory. */
export class Marks implements Storage {
  readonly #kept = new Map<string, string>();
  get length(): number {
    return this.#kept.size;
  }
  clear = (): void => this.#kept.clear();
  getItem = (key: string): string | null => this.#kept.get(key) ?? null;
  key = (index: number): string | null => [...this.#kept.keys()][index] ?? null;
  removeItem = (key: string): void => void this.#kept.delete(key);
  setItem = (key: string, value: string): void => void this.#kept.set(key, value);
}

export const findShipped: FindScenario = (id) => Promise.resolve(id === folder.scenario.id ? folder : null);
export const findNothing: FindScenario = () => Promise.resolve(null);

export class Browser {
  readonly locks = new Locks();
  readonly marks = new Marks();
  time = 1_000_000;
  /** What a page wants done every so often, by tab. */
  readonly repeated = new Map<string, Set<() => void>>();
  #tabs = 0;
  #ids = 0;
  readonly #opened: Saves[] = [];

  constructor() {
    this.emptyDatabase();
    globalThis.IDBKeyRange = IDBKeyRange;
  }

  /** As when the user or the browser clears the data of the page, while tabs are open or not. */
  emptyDatabase(): void {
    globalThis.indexedDB = new IDBFactory();
  }

  environment(tab: string, more: Partial<Environment> = {}): Environment {
    const repeated = new Set<() => void>();
    this.repeated.set(tab, repeated);
    return {
      now: () => (this.time += 1),
      randomBytes: () => {
        this.#ids += 1;
        return new Uint8Array(new BigUint64Array([BigInt(this.#ids)]).buffer).reverse();
      },
      locks: this.locks.of(tab),
      openChannel: null,
      repeat: (_milliseconds, work) => {
        repeated.add(work);
        return () => void repeated.delete(work);
      },
      storage: null,
      marks: this.marks,
      secure: true,
      page: { id: tab, before: null },
      ...more,
    };
  }

  /** A tab with a connection of its own. */
  async tab(more: Partial<Environment> = {}, find: FindScenario = findShipped): Promise<{ saves: Saves; name: string }> {
    this.#tabs += 1;
    const name = `tab${this.#tabs}`;
    const saves = await openSaves(find, this.environment(name, more));
    this.#opened.push(saves);
    return { saves, name };
  }

  /** The tab is gone in the middle of whatever it was doing: its locks are free, its timers stand still. */
  kill(name: string): void {
    this.locks.drop(name);
    this.repeated.get(name)?.clear();
  }

  close(): void {
    for (const saves of this.#opened) saves.close();
  }
}

/** The value, or a failed test that names the code. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`failed: ${outcome.code}`, { cause: outcome.cause ?? outcome.errors });
  return outcome.value;
}

export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.code);

type Fault = 'throws' | 'aborts';

/**
 * Lets the Nth write request to the database fail, and all after it when `lasting`. Returns what takes the fault out again.
 * @param nth from 1
 */
export function failAtWrite(nth: number, fault: Fault, lasting = false): { count: () => number; mend: () => void } {
  const original = { add: IDBObjectStore.prototype.add, put: IDBObjectStore.prototype.put };
  let seen = 0;
  for (const name of ['add', 'put'] as const) {
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given: [unknown, IDBValidKey?]) {
      seen += 1;
      const fails = lasting ? seen >= nth : seen === nth;
      if (fails && fault === 'throws') throw new DOMException('no room', 'QuotaExceededError');
      const request = original[name].apply(this as never, given);
      // Aborted without a reason, as when the browser ends: the library then rejects with null.
      if (fails) this.transaction.abort();
      return request;
    } as never;
  }
  return { count: () => seen, mend: () => Object.assign(IDBObjectStore.prototype, original) };
}
