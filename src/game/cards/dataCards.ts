/** Security and the matching rule against the truth: what they cost, what they saved, what they left. */

import { safetySteps } from '../../company/breach.ts';
import type { QuarterPlan } from '../../company/controls.ts';
import type { TruthReport } from '../reports.ts';
import { type CardsRun, coefficients, lastQuarter } from './run.ts';

export interface SafetyAgainstTruth {
  /** What the plan says in the last quarter. */
  safety: QuarterPlan['dat.safe'];
  /** Units paid for security over the run, and quarters in which strict rules slowed service. */
  units: number;
  slowed: number;
  /** Breaches to be expected over the run as guarded, and at basic security. */
  expected: number;
  bare: number;
  /** Quarters with a breach, and those in which basic security would have let one through. */
  struck: readonly number[];
  averted: readonly number[];
  /** Real people who withdrew consent over breaches. */
  withdrew: number;
}

export interface MergesAgainstTruth {
  rule: QuarterPlan['dat.match'];
  /** Rows held against the rule over the run; shares 0-1 of those it missed, and of its merges that joined strangers; null where there were none. */
  compared: number;
  missed: number | null;
  mistaken: number | null;
  /** Real customers at the end whose row is mixed up, and who have further rows. */
  misjoined: number;
  duplicated: number;
}

type Data = NonNullable<TruthReport['data']>;
const dataOf = (run: CardsRun): readonly { quarter: number; data: Data }[] =>
  run.truth.flatMap(({ quarter, data }) => (data === undefined ? [] : [{ quarter, data }]));
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const quartersOf = (list: readonly { quarter: number }[]): number[] => list.map(({ quarter }) => quarter);

/** Null for reports of an older engine. */
export function safetyAgainstTruth(run: CardsRun): SafetyAgainstTruth | null {
  const all = dataOf(run);
  if (all.length === 0) return null;
  const price = coefficients(run)['price.safety'];
  return {
    safety: lastQuarter(run).plan['dat.safe'],
    units: sum(all.map(({ data }) => price * safetySteps[data.safety])),
    slowed: all.filter(({ data }) => data.safety === 'strict').length,
    expected: sum(all.map(({ data }) => data.chance)),
    bare: sum(all.map(({ data }) => data.bare)),
    struck: quartersOf(all.filter(({ data }) => data.struck)),
    averted: quartersOf(all.filter(({ data }) => data.averted)),
    withdrew: sum(all.map(({ data }) => data.withdrew)),
  };
}

/** Null for reports of an older engine. */
export function mergesAgainstTruth(run: CardsRun): MergesAgainstTruth | null {
  const all = dataOf(run);
  const last = all.at(-1);
  if (last === undefined) return null;
  const of = (count: keyof Data['merging']): number => sum(all.map(({ data }) => data.merging[count]));
  const compared = of('compared');
  const merged = of('merged');
  return {
    rule: lastQuarter(run).plan['dat.match'],
    compared,
    missed: compared > 0 ? of('missed') / compared : null,
    mistaken: merged > 0 ? of('mistaken') / merged : null,
    misjoined: last.data.misjoined,
    duplicated: last.data.duplicated,
  };
}
