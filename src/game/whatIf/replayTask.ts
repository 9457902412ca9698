/** One replay for the debrief as plain data: what a pool of workers is given, and what it gives back. */

import type { LevelId } from '../../company/firm.ts';
import type { Outcome } from '../score/outcomes.ts';
import type { EntryEdit } from './edits.ts';

/** Whose decisions are played. */
export type LogSource =
  | { kind: 'run'; edits: readonly EntryEdit[] }
  | { kind: 'playbook'; name: string }
  /** The same goods without any CRM. */
  | { kind: 'twin' };

/** Rivals answer what is changed, or do what they did when the unchanged log was played on the same luck. */
export type RivalsPlay = 'react' | 'asPlayed';

export interface ReplayTask {
  log: LogSource;
  luckSeed: number;
  rivals: RivalsPlay;
  /** The population as it was played, or at most that on which runs are graded. */
  size: 'played' | 'graded';
  /** Figures of every quarter too (slower). */
  quarters: boolean;
  /** What became of every customer too. */
  fates: boolean;
  /** What staff have before them: the files as kept, also where this is left out, or whole ones (see wholeFiles.ts). */
  files?: 'kept' | 'whole';
  /** Keep the way of this replay of the unchanged log, so that a change of it is played from the quarter before the change. */
  keep?: true;
}

/** The learner's firm at the end of a quarter, in truth and in real customers. */
export interface LifeFigures {
  customers: number;
  /** Share 0-1 of those at the start of the quarter who left in it. */
  churn: number;
  /** Customers won and lost in the quarter. */
  gained: number;
  lost: number;
  /** Currency put into winning customers in the quarter. */
  winning: number;
  /** Points 0-100 of those served, leavers included. */
  satisfaction: number;
  /** True customer equity, contribution of the quarter, cash in hand: currency. */
  equity: number;
  contribution: number;
  cash: number;
  /** Where the firm truly stands on the matrix: information and individualisation, points 0-100, and the level it is on. */
  information: number;
  individualisation: number;
  level: LevelId;
}

/** By simulated customer: what became of him with the learner's firm. */
export interface Fates {
  /** 1 = served at the end of the run. */
  served: Uint8Array;
  /** Quarter in which he last left the firm, 0 = never. */
  left: Uint8Array;
  /** Revenue with the firm over the run, currency of one real customer. */
  revenue: Float64Array;
}

export interface ReplayedLife {
  outcome: Outcome;
  /** By quarter from 1; empty where they were not asked for. */
  quarters: readonly LifeFigures[];
  fates: Fates | null;
  /** Entries that were not legal in this replay. */
  skipped: readonly { seq: number; code: string }[];
}
