/** The glass box: what a number on the screen was reckoned from. A formula names its parameters and inputs; the words are elsewhere. */

import type { Pace } from '../../company/matrixRules.ts';
import type { FirmParameterId } from '../../company/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ParameterId } from '../../sim/parameters.ts';
import type { Estimate, KnownReport, Score, TruthReport } from '../reports.ts';
import type { ScoreConstantId } from './scoreConstants.ts';

export type GlassUnit = 'share' | 'points' | 'money' | 'count' | 'perThousand' | 'number' | 'yes' | 'quarter' | 'units';

/** A coefficient by where it stands: the market's, the played firm's, or the score's own. */
export type ParameterRef = { of: 'market'; id: ParameterId } | { of: 'firm'; id: FirmParameterId } | { of: 'score'; id: ScoreConstantId };

/** A value of this run that went in. */
export interface GlassInput {
  /** Unique among the inputs of a formula. */
  key: string;
  /** What kind of thing it is named after: of which catalogue, and its id there. */
  kind: 'glassInput' | 'kpi' | 'segment' | 'criterion' | 'stock' | 'figure';
  id: string;
  value: number;
  unit: GlassUnit;
  /** Left out where it belongs to no single quarter. */
  quarter?: number;
}

/** A number as the run has it, with what it was reckoned from. */
export interface Reading {
  result: number;
  unit: GlassUnit;
  /** null where it is about the whole run. */
  quarter: number | null;
  inputs: readonly GlassInput[];
  /** What the firm believes it to be, where it is read of a run that is being played. */
  believed?: Estimate;
}

/** All that the formulas read: a closed run in its hidden world, or one that is being played, as its firm knows it. */
export interface GlassRun {
  /** The run is closed: the truth may be shown. */
  lifted: boolean;
  /** As the hidden world has it (`resolveWorld`); as the scenario says it while the run is played. */
  scenario: Scenario;
  /** By quarter, from 0. */
  known: readonly KnownReport[];
  /** Empty while the run is played. */
  truth: readonly TruthReport[];
  score: Score | null;
  /** Totals of the graded seeds, each on its own; empty where the run was not graded in this visit. */
  totals: readonly number[];
  /** Pace in force at the end. */
  pace: Pace;
}

export type Lookup = (id: string) => number;

export interface Formula {
  id: string;
  /** Id of the sentence that says the formula, where several numbers share one. */
  says: string;
  group: 'customers' | 'money' | 'records' | 'programme' | 'score';
  parameters: readonly ParameterRef[];
  /** null where this run has no such number. */
  read: (run: GlassRun) => Reading | null;
  /** The same of a run that is being played, from what its firm knows; left out where `read` asks for no truth. */
  readKnown?: (run: GlassRun) => Reading | null;
  /**
   * The number from its inputs and parameters alone. null where it comes from customers one by one, whom a list of inputs cannot name.
   * @param of value of an input by key, NaN for one that is not there; @param p value of a parameter by id
   */
  reckon: ((of: Lookup, p: Lookup, reading: Reading) => number) | null;
  /** Largest part of the number by which `reckon` may miss it: rounding in what is shown. */
  tolerance: number;
}

/** Rounding of floating point only. */
export const EXACT = 1e-9;

export const market = (...ids: ParameterId[]): ParameterRef[] => ids.map((id) => ({ of: 'market', id }));
export const firm = (...ids: FirmParameterId[]): ParameterRef[] => ids.map((id) => ({ of: 'firm', id }));
export const ofScore = (...ids: ScoreConstantId[]): ParameterRef[] => ids.map((id) => ({ of: 'score', id }));

/** An input that is named in the words of the glass box. */
export const input = (id: string, value: number, unit: GlassUnit, quarter?: number): GlassInput => ({
  key: id,
  kind: 'glassInput',
  id,
  value,
  unit,
  ...(quarter !== undefined && { quarter }),
});

export const sumOf = (inputs: readonly GlassInput[], kind: GlassInput['kind']): number =>
  inputs.reduce((sum, each) => (each.kind === kind ? sum + each.value : sum), 0);
