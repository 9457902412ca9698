/** What a partner was worth and what it cost in consent. */

import type { QuarterPlan } from '../../company/controls.ts';
import type { PartnerQuarter, TruthReport } from '../reports.ts';
import { type CardsRun, lastQuarter, mean } from './run.ts';

type Mode = QuarterPlan['biz.partner'];

export interface PartnerAgainstTruth {
  /** What the plan says in the last quarter. */
  mode: Mode;
  /** Quarters in which the partner recommended the firm, those with shared data among them, and those with shared data. */
  reached: number;
  shared: number;
  /** True customers won a quarter, in quarters without and with the partner; null where there was none of the kind. */
  wonWithout: number | null;
  wonWith: number | null;
  /** Coverage and depth of the records, shares 0-1, before data were shared and at the end; null where they never were. */
  known: { coverageFrom: number; coverageTo: number; depthFrom: number; depthTo: number } | null;
  /** Real people who withdrew consent because their data were passed on. */
  withdrew: number;
}

const partnerOf = ({ conduct }: TruthReport): PartnerQuarter => conduct?.partner ?? { mode: 'refuse', withdrew: 0 };
/** True customers won in a quarter. */
export const gainedIn = ({ bySegment }: TruthReport): number =>
  Object.keys(bySegment)
    .sort((a, b) => (a < b ? -1 : 1))
    .reduce((sum, id) => sum + bySegment[id]!.gained, 0);
const meanOrNull = (values: readonly number[]): number | null => (values.length === 0 ? null : mean(values));

/** Null where no partner ever acted. */
export function partnerAgainstTruth(run: CardsRun): PartnerAgainstTruth | null {
  const { truth } = run;
  const acting = truth.filter((report) => partnerOf(report).mode !== 'refuse');
  if (acting.length === 0) return null;
  const first = truth.findIndex((report) => partnerOf(report).mode === 'share');
  // In a run that shares from its first quarter on, the records of that quarter are the earliest there are.
  const before = truth[Math.max(0, first - 1)]!.kpi;
  const after = truth.at(-1)!.kpi;
  return {
    mode: lastQuarter(run).plan['biz.partner'],
    reached: acting.length,
    shared: truth.filter((report) => partnerOf(report).mode === 'share').length,
    wonWithout: meanOrNull(truth.filter((report) => !acting.includes(report)).map(gainedIn)),
    wonWith: meanOrNull(acting.map(gainedIn)),
    known: first < 0 ? null : { coverageFrom: before.coverage, coverageTo: after.coverage, depthFrom: before.depth, depthTo: after.depth },
    withdrew: truth.reduce((sum, report) => sum + partnerOf(report).withdrew, 0),
  };
}
