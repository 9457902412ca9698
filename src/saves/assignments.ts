/** Assignments that were made or opened in this browser, each kept as its file under its name. Nothing is written over: what decides results is in the name. */

import { done, failed, type Outcome } from './outcome.ts';
import type { Time } from './records.ts';
import { assignmentKey, assignmentsPrefix } from './keys.ts';
import type { Store } from './store.ts';

export interface KeptAssignment {
  id: string;
  /** The file; who reads it checks it. */
  text: string;
  /** made: by the lecturer, here; given: it came by link or file. */
  how: 'made' | 'given';
  at: Time;
}

export interface Assignments {
  /** Those kept, the last one first. */
  list(): Promise<Outcome<KeptAssignment[]>>;
  /** Code besides those of the store: `notFound`. */
  find(id: string): Promise<Outcome<KeptAssignment>>;
  /** Keeps a file; the lecturer's own copy, which may name draws, is not replaced by one that was given. */
  keep(assignment: Omit<KeptAssignment, 'at'>): Promise<Outcome<void>>;
  /** Runs of it stay. */
  remove(id: string): Promise<Outcome<void>>;
}

export const assignmentsIn = (store: Store, now: () => Time): Assignments => ({
  async list() {
    const rows = await store.under(assignmentsPrefix);
    if (!rows.ok) return rows;
    const kept = rows.value.map(([, value]) => value as KeptAssignment);
    return done(kept.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)));
  },
  async find(id) {
    const rows = await store.read([assignmentKey(id)]);
    if (!rows.ok) return rows;
    const [kept] = rows.value as (KeptAssignment | undefined)[];
    return kept === undefined ? failed('notFound') : done(kept);
  },
  async keep({ id, text, how }) {
    const row = [assignmentKey(id), { id, text, how, at: now() } satisfies KeptAssignment] as const;
    // The words of an assignment may be mended by who made it; who was given it keeps what he has.
    return store.write(how === 'made' ? { put: [row] } : { addMissing: [row] });
  },
  remove: (id) => store.write({ remove: [assignmentKey(id)] }),
});
