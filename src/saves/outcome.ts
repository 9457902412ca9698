/** What every operation of the store answers: done, or a code that the screens have words for. Nothing here is thrown. */

import type { Coded } from '../scenario/coded.ts';

export const saveCodes = [
  // The store
  /** There is no database here, or it may not be used. */
  'blocked',
  /** No room is left. */
  'full',
  /** The connection was lost and did not come back. */
  'closed',
  /** Something is already kept where this was to go: another writer was faster. */
  'conflict',
  /** The run is no longer in the database although it was open: the database was emptied, or the run deleted. */
  'gone',
  'unknown',
  // A run
  'notFound',
  /** Kept, but not readable as it is: from entry `entry` on, or altogether where no entry is named. */
  'damaged',
  /** The rules of the run's scenario are neither kept nor given. */
  'scenarioMissing',
  /** No such firm of one's own is kept here. */
  'firmMissing',
  /** The scenario given does not have the rules that the run names. */
  'scenarioChanged',
  // Writing
  /** Another tab writes this run. */
  'otherTab',
  /** Another tab has written this run since it was read here. */
  'behind',
  /** The run belongs to another version of the engine. */
  'epoch',
  /** The decisions are not such as a run may hold. */
  'illegal',
  /** All quarters of the scenario are played. */
  'ended',
  /** The run would become larger than a run file may be. */
  'tooLong',
  /** The run was closed here before the call. */
  'released',
  // A file
  /** The file is no run file; `errors` tell why. */
  'badFile',
  /** The file is no firm that can be played; `errors` tell why. */
  'badFirm',
  /** Reading and replaying the file took too long. */
  'tooSlow',
  /** The learner stopped it. */
  'cancelled',
  /** The part of the page that reads files did not come over the network. */
  'notLoaded',
] as const;
export type SaveCode = (typeof saveCodes)[number];

export interface Failure {
  ok: false;
  code: SaveCode;
  /** First entry that is damaged, from 0. */
  entry?: number;
  errors?: readonly Coded[];
  /** What the browser threw, for the console. */
  cause?: unknown;
}

export type Outcome<T> = { ok: true; value: T } | Failure;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (code: SaveCode, more: Omit<Failure, 'ok' | 'code'> = {}): Failure => ({ ok: false, code, ...more });
