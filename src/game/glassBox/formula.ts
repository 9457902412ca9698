/** The glass box: what a number on the screen was reckoned from. A formula names its parameters and inputs; the words are elsewhere. */

import type { Pace } from '../../company/matrixRules.ts';
import type { FirmParameterId } from '../../company/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ParameterId } from '../../sim/parameters.ts';
import type { GroupContributions, RoundContributions } from '../contributions/contributions.ts';
import type { ModelsQuarter } from '../customers/modelTruth.ts';
import type { LuckFinding } from '../luck/luck.ts';
import type { Mirror } from '../mirror/mirror.ts';
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
  kind: 'glassInput' | 'kpi' | 'segment' | 'criterion' | 'stock' | 'figure' | 'flow' | 'caseCriterion';
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
  /** What the chapters of a debrief have had played so far. */
  played?: Replayed;
  /** The models of a closed run against the truth, by quarter. */
  models?: readonly ModelsQuarter[];
  /** First quarter of those that the number sums up, where it does. */
  first?: number;
  /** Values that stand beside the number on the screen and nowhere else. */
  given?: Readonly<Record<string, number>>;
}

/** Findings of replays; null where none has been played to the end. */
export interface Replayed {
  groups: GroupContributions | null;
  rounds: RoundContributions | null;
  luck: LuckFinding | null;
  mirror: Mirror | null;
}

/** Which of the numbers that one formula gives is meant. */
export interface Aim {
  /** As it stood at the end of this quarter; left out = the last one. */
  quarter?: number;
  first?: number;
  /** In a closed run: what its firm knew then, rather than the truth. */
  side?: 'known';
  given?: Readonly<Record<string, number>>;
}

export type Lookup = (id: string) => number;

export type GlassGroup = 'customers' | 'money' | 'records' | 'programme' | 'measures' | 'score' | 'replays';

/**
 * Why a list cannot give a number again. people: it is summed over customers one by one. rules: what the plan puts in goes through further rules.
 * sample: it was counted among those who were asked or looked at. replays: it takes whole runs. file: the whole file of a customer goes in.
 * person: his own character and chance go in. books: it is a sum over entries of books or logs. quarters: it is taken from the course of the run.
 */
export type Unreckoned = 'people' | 'rules' | 'sample' | 'replays' | 'file' | 'person' | 'books' | 'quarters';

export interface Formula {
  id: string;
  /** Id of the sentence that says the formula, where several numbers share one. */
  says: string;
  group: GlassGroup;
  parameters: readonly ParameterRef[];
  /** null where this run has no such number. */
  read: (run: GlassRun) => Reading | null;
  /** The same of a run that is being played, from what its firm knows; left out where `read` asks for no truth. */
  readKnown?: (run: GlassRun) => Reading | null;
  /**
   * The number from its inputs and parameters alone, NaN where this reading lacks one. null where no list of inputs gives it.
   * @param of value of an input by key, NaN for one that is not there; @param p value of a parameter by id
   */
  reckon: ((of: Lookup, p: Lookup, reading: Reading) => number) | null;
  /** Where `reckon` is null, or gives none for this reading; people where left out. */
  unreckoned?: Unreckoned;
  /** Formula of what a difference is the difference of. */
  about?: string;
  /** Largest part of the number by which `reckon` may miss it: rounding in what is shown. */
  tolerance: number;
}

/** Formulas that are alike but for what they are of: `segment.equity:young` is one of the family `segment.equity`. */
export interface Family {
  head: string;
  /** null for what there is none of. */
  of: (argument: string) => Formula | null;
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
