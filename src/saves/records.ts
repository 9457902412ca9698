/** What is kept of a run, record by record. */

import type { KnownReport, Score, TruthReport } from '../game/reports.ts';
import type { EntryData, Hash } from '../game/run.ts';
import type { Text } from '../scenario/text.ts';

/** Milliseconds since 1970. */
export type Time = number;

/** How a run came to be here. */
export type Origin = 'new' | 'import' | 'copy';

/** Written once. */
export interface HeaderRecord {
  /** Canonical JSON of the run's header. */
  header: string;
  made: { at: Time; how: Origin };
  /** The firm of one's own that it is played on; left out for one that ships. */
  firm?: RunFirm;
}

/** What a run tells of a firm that came as a file, also when that was deleted. */
export interface RunFirm {
  /** Hash of all that is in it. */
  content: Hash;
  title: Text;
  /** Length of its run. */
  quarters: number;
}

/** Written with every entry, in the same transaction. */
export interface RunMark {
  /** Number of entries, and the hash of the last: a lost last entry is seen. */
  entries: number;
  head: Hash;
  /** Quarters committed by the learner. */
  played: number;
  at: Time;
  /** By round, see `RunFile`; left out where it was not recorded. */
  lookedAhead?: readonly number[];
}

export interface ExportMark {
  /** Quarters played when the run was last written to a file. */
  played: number;
  at: Time;
}

/** The open round: all that a crash must not lose although it has not been decided yet. */
export interface SavedDraft {
  /** Open quarter, 1-based; a draft for any other quarter is out of date. */
  quarter: number;
  /** The entries as they would be committed now: the changed plan, open moves, the forecast when it is whole. */
  decisions: readonly EntryData[];
  /** Ids of the cards that are settled. */
  settled: readonly string[];
  /** Where on the screen one was, and half-made inputs; the screens alone know the keys. */
  view: Readonly<Record<string, string | number | boolean | null>>;
}

/** One played quarter as the firm saw it; quarter 0 is the start. */
export interface SavedReport {
  quarter: number;
  digest: string | null;
  known: KnownReport;
}

/** What a run came with, from a file or a copy: written once, held against what is played here. */
export interface Claims {
  digests: readonly string[];
  total: number | null;
}

/** The end of a run: after this the veil is lifted. */
export interface Closing {
  /** By quarter, from 0. */
  truth: readonly TruthReport[];
  score: Score | null;
}
