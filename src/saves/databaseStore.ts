/**
 * The database of the app. A lost connection is opened again, every failure becomes a code, and a write counts as done only when its
 * transaction is complete.
 */

import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { done, failed, type Outcome, type SaveCode } from './outcome.ts';
import type { Changes, Row, Store } from './store.ts';

const databaseName = 'rapport';
const tableName = 'saves';
/** Milliseconds to wait for the database to open; some browsers have been seen never to answer. */
const usualPatience = 8000;

/** Carries a code out of a transaction that is then rolled back. */
class Refusal extends Error {
  readonly code: SaveCode;
  constructor(code: SaveCode) {
    super(code);
    this.code = code;
  }
}

class OpensTooLate extends Error {}

/** What a failed transaction means. The library may reject with null: a transaction aborted without a reason. */
function codeOf(error: unknown): SaveCode {
  if (error instanceof Refusal) return error.code;
  const name = nameOf(error);
  if (/Quota|NO_DEVICE_SPACE/i.test(name)) return 'full';
  if (name === 'ConstraintError') return 'conflict';
  if (name === 'InvalidStateError' || name === 'AbortError') return 'closed';
  if (name === 'SecurityError' || name === 'NotAllowedError') return 'blocked';
  return 'unknown';
}

/** What it means that no transaction could be begun. */
function openingCodeOf(error: unknown, wasOpen: boolean): SaveCode {
  if (codeOf(error) === 'full') return 'full';
  return wasOpen ? 'closed' : 'blocked';
}

const nameOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '');

/** @param patience milliseconds to wait for the database to open */
export function databaseStore(patience = usualPatience): Store {
  let use: UseStore = createStore(databaseName, tableName);
  let wasOpen = false;

  /** Runs `work` in a transaction; where none can be begun, once more on a new connection. Nothing was written before the second try. */
  async function inTransaction<T>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => Promise<T>): Promise<Outcome<T>> {
    for (let lastTry = false; ; lastTry = true) {
      const used = use;
      let begun = false;
      try {
        const value = await begin(used, mode, patience, (table) => {
          begun = true;
          wasOpen = true;
          return work(table);
        });
        return done(value);
      } catch (error) {
        if (begun) return failed(codeOf(error), { cause: error });
        if (use === used) use = createStore(databaseName, tableName);
        if (lastTry || error instanceof OpensTooLate) return failed(openingCodeOf(error, wasOpen), { cause: error });
      }
    }
  }

  return {
    holds: 'database',
    why: null,
    read: (keys) => inTransaction('readonly', (table) => Promise.all(keys.map((key) => promisifyRequest<unknown>(table.get(key))))),
    under: (prefix) =>
      inTransaction('readonly', async (table) => {
        const range = rangeUnder(prefix);
        const [keys, values] = await Promise.all([
          promisifyRequest(table.getAllKeys(range)),
          promisifyRequest<unknown[]>(table.getAll(range)),
        ]);
        return keys.map((key, i): Row => [String(key), values[i]]);
      }),
    keysUnder: (prefix) =>
      inTransaction('readonly', async (table) => (await promisifyRequest(table.getAllKeys(rangeUnder(prefix)))).map(String)),
    write: (changes) => inTransaction('readwrite', (table) => apply(table, changes)),
  };
}

const rangeUnder = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** Begins a transaction, or rejects when the database has not opened in time; a late opening then finds nothing to do. */
function begin<T>(use: UseStore, mode: IDBTransactionMode, patience: number, work: (table: IDBObjectStore) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new OpensTooLate());
    }, patience);
    const begun = async (): Promise<T> =>
      use(mode, (table) => {
        clearTimeout(timer);
        if (late) throw new OpensTooLate();
        return work(table);
      });
    begun()
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}

/** Issues all changes in one transaction and resolves when it is complete. */
async function apply(table: IDBObjectStore, changes: Changes): Promise<void> {
  const { transaction } = table;
  const complete = promisifyRequest(transaction);
  const reasons: unknown[] = [];
  const orAbort = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      reasons.push(error);
      abort(transaction);
    }
  };
  // The error of a request; by itself the transaction gives null for it. Requests that end with their transaction tell nothing.
  const watched = (request: IDBRequest): void => {
    request.onerror = () => {
      if (nameOf(request.error) !== 'AbortError') reasons.push(request.error);
    };
  };
  const conditions = changes.conditions ?? [];
  if (conditions.length === 0) orAbort(() => issue(table, changes, watched));
  conditions.forEach(({ key, holds, otherwise }, i) => {
    const request = table.get(key);
    request.onsuccess = () => {
      // Answers come in the order of the questions, so after the last one all conditions are known to hold.
      orAbort(() => {
        if (!holds(request.result)) throw new Refusal(otherwise);
        if (i === conditions.length - 1) issue(table, changes, watched);
      });
    };
  });
  try {
    await complete;
  } catch (error) {
    // The first reason; the others follow from it.
    throw reasons[0] ?? error;
  }
}

/** Ends a transaction without effect; one that has ended by itself cannot be ended again. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if (nameOf(error) !== 'InvalidStateError') throw error;
  }
}

function issue(table: IDBObjectStore, changes: Changes, watched: (request: IDBRequest) => void): void {
  const { add = [], addMissing = [], put = [], remove = [], removeUnder = [] } = changes;
  for (const prefix of removeUnder) watched(table.delete(rangeUnder(prefix)));
  for (const key of remove) watched(table.delete(key));
  for (const [key, value] of add) watched(table.add(value, key));
  for (const [key, value] of put) watched(table.put(value, key));
  for (const [key, value] of addMissing) {
    const kept = table.getKey(key);
    kept.onsuccess = () => {
      if (kept.result === undefined) watched(table.put(value, key));
    };
  }
}
