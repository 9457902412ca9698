/** A run as data: who decided what and when, and the file it travels in. */

import type { QuarterPlan } from '../company/controls.ts';
import type { Move, StandingOrders } from '../company/orders.ts';

export type { Playbook } from '../scenario/playbook.ts';

export const runFormat = 1;
/** Longest run. */
export const mostQuarters = 20;
/** 64 hex digits, SHA-256. */
export type Hash = string;

/** Six drivers a learner may name as the reason of a forecast. */
export const driverIds = ['price', 'quality', 'waiting', 'failures', 'attention', 'rivals'] as const;
export type DriverId = (typeof driverIds)[number];

export interface Prediction {
  /** KPI forecast for the end of the round, 80% interval in per mille of the KPI's unit. */
  kpi: string;
  low: number;
  high: number;
  because: DriverId;
}

export type EntryData =
  | { kind: 'plan'; data: { plan: Partial<QuarterPlan>; standing?: Partial<StandingOrders> } }
  | { kind: 'move'; data: Move }
  | { kind: 'predict'; data: Prediction }
  /** Closes the open quarters: the kernel plays `quarters` (1, 2 or 4) with the plan as it stands. */
  | { kind: 'commit'; data: { quarters: 1 | 2 | 4 } }
  | { kind: 'note'; data: { text: string } };

export type DecisionEntry = EntryData & {
  /** Place in the log, from 0. */
  seq: number;
  /** First quarter it is for, 1-based. */
  quarter: number;
  firm: string;
  by: 'learner' | 'lecturer' | 'playbook';
  /** Hash of the entry before; of the run's header for the first. */
  prev: Hash;
};

export interface RunHeader {
  format: typeof runFormat;
  epoch: number;
  app: string;
  scenario: { id: string; hash: Hash };
  customers: number;
  world: number;
  populationSeed: number;
  luckSeed: number;
  parent?: Hash;
  assignment?: { id: string; student: string };
  mode: 'practice' | 'assigned';
  /** Every card may be decided from the first round; left out where cards open as the scenario plans. */
  allOpen?: true;
  /** The glass box stays shut until the run is closed, as a lecturer wants it; left out where it is open during play. */
  glassAtEnd?: true;
}

export interface RunFile extends RunHeader {
  /** Hash of the last entry, of the header while there is none: without it a damaged last entry would go unseen. */
  head: Hash;
  entries: readonly DecisionEntry[];
  /** One digest a played quarter, 16 hex digits. */
  digests: readonly string[];
  claimed?: { total: number };
  /**
   * Quarters past the start of each round that had been simulated, here or in another run of the same future, when it was handed in: one
   * figure a round, 0 for a run played straight on. Outside the chain. Left out = not recorded.
   */
  lookedAhead?: readonly number[];
}
