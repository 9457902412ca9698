/**
 * One writer a run. Where the browser has locks (secure pages) the lock ends with the tab, whatever ends it. Elsewhere a record in the
 * store says who writes; it is weak: after a crash others wait until it is out of date, and a tab asleep for longer loses it.
 */

import { newId, type Environment } from './environment.ts';
import { lockKey } from './keys.ts';
import { done, failed, type Outcome } from './outcome.ts';
import type { Condition, Store } from './store.ts';

export interface RunLock {
  readonly strength: 'strong' | 'weak';
  /** False once it was lost or given back. */
  held(): boolean;
  /** What every write must find true in the store. */
  readonly conditions: readonly Condition[];
  release(): Promise<void>;
}

interface Beat {
  holder: string;
  /** The page that holds it. */
  page: string;
  at: number;
}

/** Milliseconds between two signs of life; pages in the background may be slowed down to one a minute. */
const beatEvery = 20_000;
/** Milliseconds of silence after which another tab may write. */
const silence = 150_000;

/** Takes the lock of a run. Code besides those of the store: `otherTab`. Never waits for the other tab. */
export async function takeLock(store: Store, environment: Environment, id: string): Promise<Outcome<RunLock>> {
  const { locks } = environment;
  if (locks !== null) {
    try {
      const lock = await takeStrong(locks, `rapport/run/${id}`);
      return lock === null ? failed('otherTab') : done(lock);
    } catch (error) {
      // Pages of an opaque origin have locks but may not use them.
      if (!(error instanceof DOMException)) throw error;
    }
  }
  return takeWeak(store, environment, id);
}

function takeStrong(locks: Pick<LockManager, 'request'>, name: string): Promise<RunLock | null> {
  return new Promise((resolve, reject) => {
    let held = false;
    let free = (): void => undefined;
    const untilFree = new Promise<void>((freed) => (free = freed));
    const ended = locks
      .request(name, { mode: 'exclusive', ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(null);
        held = true;
        resolve({
          strength: 'strong',
          held: () => held,
          conditions: [],
          release: async () => {
            held = false;
            free();
            await ended;
          },
        });
        return untilFree;
      })
      .then(
        () => undefined,
        (error: unknown) => {
          // Before the lock was given this is the answer to the request; after, the lock was taken away.
          held = false;
          reject(error as Error);
        },
      );
  });
}

async function takeWeak(store: Store, environment: Environment, id: string): Promise<Outcome<RunLock>> {
  const key = lockKey(id);
  const holder = newId(environment);
  const { page } = environment;
  const beat = (): Beat => ({ holder, page: page.id, at: environment.now() });
  const free = (value: unknown): boolean => {
    if (value === undefined) return true;
    const { page: other, at } = value as Beat;
    // What the page before held in this tab went with it.
    return (page.before !== null && other === page.before) || Math.abs(environment.now() - at) > silence;
  };
  const taken = await store.write({ conditions: [{ key, holds: free, otherwise: 'otherTab' }], put: [[key, beat()]] });
  if (!taken.ok) return taken;
  let held = true;
  const mine: Condition = { key, holds: (value) => (value as Beat | undefined)?.holder === holder, otherwise: 'otherTab' };
  const stop = environment.repeat(beatEvery, () => {
    void store.write({ conditions: [mine], put: [[key, beat()]] }).then((beaten) => {
      // Any other failure may pass; the condition on each write decides.
      if (!beaten.ok && beaten.code === 'otherTab') held = false;
    });
  });
  return done({
    strength: 'weak',
    held: () => held,
    conditions: [mine],
    release: async () => {
      stop();
      held = false;
      // Not being able to give it back only makes the next writer wait.
      await store.write({ conditions: [mine], remove: [key] });
    },
  });
}
