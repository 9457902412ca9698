/** A closed run as the comparison of cards with the truth reads it. */

import type { QuarterPlan } from '../../company/controls.ts';
import type { FirmSpec, FirmState } from '../../company/firm.ts';
import { type FirmParameters, parametersOf } from '../../company/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { KnownReport, TruthReport } from '../reports.ts';
import type { CardsQuarter, OfferedBy } from './met.ts';

export type { CardsQuarter };

export interface CardsRun {
  /** As the hidden world of the run has it. */
  scenario: Scenario;
  /** Real people in the market, customers or not. */
  people: number;
  /** The firm before the first quarter. */
  opening: FirmState;
  /** What each firm offered before the first quarter, by firm id. */
  offered: OfferedBy;
  /** By quarter, from 1; never empty. */
  quarters: readonly CardsQuarter[];
  /** By quarter, from 0. */
  known: readonly KnownReport[];
  /** By quarter, from 1. */
  truth: readonly TruthReport[];
}

export const specOf = (run: CardsRun): FirmSpec => run.scenario.firms[0];
export const coefficients = (run: CardsRun): FirmParameters => parametersOf(specOf(run));
export const lastQuarter = (run: CardsRun): CardsQuarter => run.quarters.at(-1)!;
export const knownIn = (run: CardsRun, quarter: number): KnownReport | undefined => run.known.find((report) => report.quarter === quarter);
export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
/** Quarters whose plan passes a test. */
export const quartersWith = (run: CardsRun, holds: (plan: QuarterPlan) => boolean): number =>
  run.quarters.filter(({ plan }) => holds(plan)).length;
/** First quarter whose plan passes a test; null where none does. */
export const firstWith = (run: CardsRun, holds: (plan: QuarterPlan) => boolean): number | null =>
  run.quarters.find(({ plan }) => holds(plan))?.quarter ?? null;
