/** Stands in for the database where there is none or it is full. Behaves alike, but ends with the page. */

import { done, failed, type Outcome, type SaveCode } from './outcome.ts';
import type { Changes, Row, Store } from './store.ts';

/** @param why what kept the database from being used */
export function memoryStore(why: SaveCode): Store {
  const kept = new Map<string, unknown>();
  const rowsUnder = (prefix: string): Row[] =>
    [...kept].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    holds: 'memory',
    why,
    read: (keys) => Promise.resolve(done(keys.map((key) => structuredClone(kept.get(key))))),
    under: (prefix) => Promise.resolve(done(structuredClone(rowsUnder(prefix)))),
    keysUnder: (prefix) => Promise.resolve(done(rowsUnder(prefix).map(([key]) => key))),
    write: (changes) => Promise.resolve(apply(kept, changes)),
  };
}

function apply(kept: Map<string, unknown>, changes: Changes): Outcome<void> {
  const { conditions = [], add = [], addMissing = [], put = [], remove = [], removeUnder = [] } = changes;
  const broken = conditions.find(({ key, holds }) => !holds(kept.get(key)));
  if (broken) return failed(broken.otherwise);
  const removed = (key: string): boolean => remove.includes(key) || removeUnder.some((prefix) => key.startsWith(prefix));
  if (add.some(([key]) => kept.has(key) && !removed(key))) return failed('conflict');
  let copies: Row[];
  try {
    const missing = addMissing.filter(([key]) => !kept.has(key) || removed(key));
    copies = structuredClone([...add, ...put, ...missing]) as Row[];
  } catch (cause) {
    return failed('unknown', { cause });
  }
  for (const key of [...kept.keys()]) if (removed(key)) kept.delete(key);
  for (const [key, value] of copies) kept.set(key, value);
  return done(undefined);
}
