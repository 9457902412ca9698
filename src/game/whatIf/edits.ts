/** Past decisions changed: an edited log is the run's own log with entries left out, put in or otherwise. */

import type { QuarterPlan } from '../../company/controls.ts';
import type { EntryData } from '../run.ts';
import type { LoggedEntry } from '../replay.ts';

/** What is done to the log of a run. */
export type EntryEdit =
  /** Leaves entries out; commits always stay. */
  | { kind: 'drop'; seqs: readonly number[] }
  /** Puts an entry right before the commit that plays quarter `quarter` (from 1). */
  | { kind: 'add'; quarter: number; entry: Exclude<EntryData, { kind: 'commit' }> }
  /** Sets controls right before the commit that plays quarter `quarter`; later entries of the run may set them again. */
  | { kind: 'plan'; quarter: number; plan: Partial<QuarterPlan> }
  /** Puts other data into an entry that stays in its place. */
  | { kind: 'change'; seq: number; entry: Exclude<EntryData, { kind: 'commit' }> };

/**
 * The log after the edits, in the order given. What is put in is numbered -1, -2 ... in that order, so that it can be told which was refused.
 * @param firm id of the learner's firm, which entries put in are for
 * @returns the log, and the place of the first entry that differs; -1 where none does
 */
export function editedLog(
  entries: readonly LoggedEntry[],
  edits: readonly EntryEdit[],
  firm: string,
): { log: readonly LoggedEntry[]; changed: number } {
  let put = 0;
  const log = edits.reduce<readonly LoggedEntry[]>((before, edit) => {
    if (edit.kind === 'add' || edit.kind === 'plan') put -= 1;
    return afterEdit(before, edit, firm, put);
  }, entries);
  const length = Math.max(log.length, entries.length);
  for (let place = 0; place < length; place += 1) if (log[place] !== entries[place]) return { log, changed: place };
  return { log, changed: -1 };
}

function afterEdit(entries: readonly LoggedEntry[], edit: EntryEdit, firm: string, seq: number): readonly LoggedEntry[] {
  if (edit.kind === 'drop') return entries.filter(({ seq, kind }) => kind === 'commit' || !edit.seqs.includes(seq));
  if (edit.kind === 'change')
    return entries.map((entry) =>
      entry.seq === edit.seq && entry.kind !== 'commit' ? ({ ...entry, ...edit.entry } as LoggedEntry) : entry,
    );
  const added = edit.kind === 'plan' ? { kind: 'plan' as const, data: { plan: edit.plan } } : edit.entry;
  const place = commitOf(entries, edit.quarter);
  if (place < 0) return entries;
  return [...entries.slice(0, place), { seq, firm, ...added } as LoggedEntry, ...entries.slice(place)];
}

/** Place of the commit that plays a quarter; -1 where none does. */
export function commitOf(entries: readonly LoggedEntry[], quarter: number): number {
  let played = 0;
  return entries.findIndex((entry) => {
    if (entry.kind !== 'commit') return false;
    played += (entry.data as { quarters: number }).quarters;
    return played >= quarter;
  });
}
