/** Offer modules and the loyalty programme against the truth. */

import type { LoyaltyTerms } from '../../company/loyalty.ts';
import type { MatrixShares, ModuleTruth } from '../loyaltyTruth.ts';
import type { CardsRun } from './run.ts';

export interface RewardsAgainstTruth {
  /** Of the last quarter that had any, with the units of the run, and those for a point of fit won (null where none was). */
  modules: (ModuleTruth & { units: number; unitsAPoint: number | null }) | null;
  loyalty: {
    /** Terms of the last quarter that had a programme. */
    terms: LoyaltyTerms;
    /** Purchases of a member over those of the others, as the books show it in that quarter; null where one of them is not known. */
    ratio: number | null;
    /** Over the run, in currency: cost, the part of it for purchases that would have been made anyway, and what the programme brought. */
    cost: number;
    subsidy: number;
    extraRevenue: number;
    extraMargin: number;
    /** Revenue brought over what members paid, 0-1. */
    extraShare: number;
    kept: number;
    /** Points 0-100 in the last quarter with members; null where there are none of the kind. */
    satisfaction: readonly [number | null, number | null];
    /** Most that was owed for points, in currency. */
    owed: number;
    /** The first quarter in which terms were made worse, with the satisfaction before and after it; null where none was. */
    taken: { quarter: number; before: number; after: number } | null;
  } | null;
  /** Loyalty matrix of the first and the last quarter. */
  matrix: readonly [MatrixShares, MatrixShares];
}

/** Null for runs of older engines. */
export function rewardsAgainstTruth(run: CardsRun): RewardsAgainstTruth | null {
  const [first, last] = [run.truth[0]?.loyalty, run.truth.at(-1)?.loyalty];
  if (first === undefined || last === undefined) return null;
  return { modules: modulesOf(run), loyalty: loyaltyOf(run), matrix: [first.matrix, last.matrix] };
}

function modulesOf({ truth }: CardsRun): RewardsAgainstTruth['modules'] {
  const had = truth.flatMap(({ modules }) => (modules ? [modules] : []));
  if (had.length === 0) return null;
  const units = had.reduce((sum, { cost }) => sum + cost, 0);
  const won = had.reduce((sum, { given, standard }) => sum + 100 * (given - standard), 0);
  return { ...had.at(-1)!, units, unitsAPoint: won > 0.5 ? units / won : null };
}

function loyaltyOf({ truth, known }: CardsRun): RewardsAgainstTruth['loyalty'] {
  const had = truth.flatMap(({ loyalty, quarter }) => (loyalty?.programme ? [{ ...loyalty.programme, quarter }] : []));
  const running = had.filter(({ terms }) => terms !== null);
  const last = running.at(-1);
  if (last === undefined) return null;
  const sum = (of: (one: (typeof had)[number]) => number): number => had.reduce((all, one) => all + of(one), 0);
  const seen = known.flatMap(({ loyalty }) => (loyalty ? [loyalty] : []));
  const inLast = known.find(({ quarter }) => quarter === last.quarter)?.loyalty;
  const [member, other] = [inLast?.perMember.value ?? null, inLast?.perOther.value ?? null];
  const members = running.filter(({ satisfaction }) => satisfaction[0] !== null).at(-1);
  const worse = known.find(({ loyalty }) => (loyalty?.taken ?? 0) > 0)?.quarter;
  const satisfied = (quarter: number): number | undefined => truth.find((report) => report.quarter === quarter)?.kpi.satisfaction;
  const [before, after] = worse === undefined ? [] : [satisfied(worse - 1), satisfied(worse)];
  return {
    terms: last.terms!,
    ratio: member === null || other === null || other === 0 ? null : member / other,
    cost: sum(({ cost }) => cost),
    subsidy: sum(({ subsidy }) => subsidy),
    extraRevenue: sum(({ extraRevenue }) => extraRevenue),
    extraMargin: sum(({ extraMargin }) => extraMargin),
    extraShare:
      sum(({ extraRevenue }) => extraRevenue) /
      Math.max(
        1e-9,
        sum(({ revenue }) => revenue),
      ),
    kept: sum(({ kept }) => kept),
    satisfaction: members?.satisfaction ?? [null, null],
    owed: seen.reduce((most, { liability }) => Math.max(most, liability), 0),
    taken: worse === undefined || before === undefined || after === undefined ? null : { quarter: worse, before, after },
  };
}
