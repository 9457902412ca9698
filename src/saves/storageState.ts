/** How safe the runs are in this browser, for the settings. null stands for what the browser does not tell. */

import type { Environment } from './environment.ts';
import type { SaveCode } from './outcome.ts';
import type { Holder, Store } from './store.ts';

export interface StorageState {
  holds: Holder;
  /** Why it is only memory. */
  why: SaveCode | null;
  /** A page over plain HTTP is not: it has no strong lock and cannot ask for lasting storage. */
  secure: boolean;
  /** True: the browser will not empty the database of its own accord. */
  persisted: boolean | null;
  /** Bytes used and allowed, as the browser estimates them. */
  usage: number | null;
  quota: number | null;
  /** `weak`: see lock.ts. */
  lock: 'strong' | 'weak';
}

export async function storageState(store: Store, environment: Environment): Promise<StorageState> {
  const { storage, secure, locks } = environment;
  const [persisted, estimate] = await Promise.all([
    orNull(() => storage?.persisted?.() ?? null),
    orNull<StorageEstimate>(() => storage?.estimate?.() ?? null),
  ]);
  return {
    holds: store.holds,
    why: store.why,
    secure,
    persisted,
    usage: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
    lock: locks === null ? 'weak' : 'strong',
  };
}

/** Asks the browser not to empty the database; null where it cannot be asked. Some browsers ask the user. */
export function askToPersist({ storage }: Pick<Environment, 'storage'>): Promise<boolean | null> {
  return orNull(() => storage?.persist?.() ?? null);
}

/** A browser that refuses to tell has not told. */
async function orNull<T>(ask: () => Promise<T> | null): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}
