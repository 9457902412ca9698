/** Where saved things are kept, by key: one interface for the database and for the memory that stands in for it. */

import type { Outcome, SaveCode } from './outcome.ts';

/** Something that must hold in the store at the moment of writing. */
export interface Condition {
  key: string;
  holds: (value: unknown) => boolean;
  otherwise: SaveCode;
}

/** Changes that are made all together or not at all. */
export interface Changes {
  conditions?: readonly Condition[];
  /** Keys that must not exist yet; `conflict` when one does. */
  add?: readonly Row[];
  /** Written only where nothing is kept under the key. */
  addMissing?: readonly Row[];
  put?: readonly Row[];
  remove?: readonly string[];
  /** Every key that begins so is removed. */
  removeUnder?: readonly string[];
}

export type Row = readonly [key: string, value: unknown];

/** What keeps the runs. `memory` lasts as long as the page. */
export type Holder = 'database' | 'memory';

export interface Store {
  readonly holds: Holder;
  /** Why it is only memory; null for the database. */
  readonly why: SaveCode | null;
  /** Values of these keys in the same order, undefined where there is none, as of one moment. */
  read(keys: readonly string[]): Promise<Outcome<unknown[]>>;
  /** All keys that begin with `prefix`, with their values, sorted by key, as of one moment. */
  under(prefix: string): Promise<Outcome<Row[]>>;
  /** The keys alone. */
  keysUnder(prefix: string): Promise<Outcome<string[]>>;
  /** Resolves when the changes are committed, not before. */
  write(changes: Changes): Promise<Outcome<void>>;
}

/** True once a value is kept under the key. */
export const exists = (value: unknown): boolean => value !== undefined;
