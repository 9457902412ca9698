/** What the saves need of the browser besides the database. Parts that a page does not have, over plain HTTP say, are null. */

import { pageIdentity, type PageIdentity } from './pageIdentity.ts';

export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  randomBytes(count: number): Uint8Array;
  locks: Pick<LockManager, 'request'> | null;
  openChannel: ((name: string) => BroadcastChannel) | null;
  /** Calls `work` every so many milliseconds; returns what stops it. */
  repeat(milliseconds: number, work: () => void): () => void;
  storage: StorageManager | null;
  /** Small marks outside the database. */
  marks: Storage | null;
  secure: boolean;
  page: PageIdentity;
}

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** The browser's own. */
export function browserEnvironment(): Environment {
  return {
    now: () => Date.now(),
    randomBytes,
    locks: (navigator.locks as LockManager | undefined) ?? null,
    openChannel: typeof BroadcastChannel === 'undefined' ? null : (name) => new BroadcastChannel(name),
    repeat: (milliseconds, work) => {
      const timer = setInterval(work, milliseconds);
      return () => clearInterval(timer);
    },
    storage: (navigator.storage as StorageManager | undefined) ?? null,
    marks: orNull(() => localStorage),
    secure: isSecureContext,
    page: pageIdentity(
      () => orNull(() => sessionStorage),
      () => newId({ randomBytes }),
    ),
  };
}

/** Some browsers throw on the mere mention of a storage that is switched off. */
function orNull(read: () => Storage): Storage | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** An id that no run has had: 16 hex digits. `crypto.randomUUID` is missing over plain HTTP. */
export function newId(environment: Pick<Environment, 'randomBytes'>): string {
  return Array.from(environment.randomBytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
