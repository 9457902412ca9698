/** A changed run less the run itself on one luck: figures quarter by quarter, and the customers whose fate is another. */

import type { Fates, LifeFigures } from './replayTask.ts';

/** What a what-if shows by quarter. */
export const differenceFigures = [
  'equity',
  'customers',
  'churn',
  'satisfaction',
  'contribution',
  'cash',
] as const satisfies readonly (keyof LifeFigures)[];
export type DifferenceFigure = (typeof differenceFigures)[number];
export type FigureDifferences = Readonly<Record<DifferenceFigure, number>>;

/** The change less the run, quarter by quarter, as far as both have been played. */
export function figureDifferences(run: readonly LifeFigures[], change: readonly LifeFigures[]): FigureDifferences[] {
  return change
    .slice(0, run.length)
    .map(
      (figures, index) =>
        Object.fromEntries(differenceFigures.map((id) => [id, figures[id] - run[index]![id]])) as unknown as FigureDifferences,
    );
}

/**
 * kept: served at the end only with the change, had left without it. lost: the other way round. won: served at the end with the change, never a
 * customer without it. notWon: the other way round. longer, shorter: served at the end in neither, with the firm for a longer or a shorter time.
 */
export const fateIds = ['kept', 'lost', 'won', 'notWon', 'longer', 'shorter'] as const;
export type FateId = (typeof fateIds)[number];

/** One simulated customer whose fate is another. */
export interface ChangedFate {
  person: number;
  fate: FateId;
  /** Revenue over the run with the change less that without, currency of one real customer. */
  revenue: number;
  /** Quarter in which he last left, without the change and with it; 0 = never. */
  leftBefore: number;
  leftAfter: number;
}

export interface FateDifference {
  /** By person. */
  changed: readonly ChangedFate[];
  /** Simulated customers of each fate, and the revenue that differs over them, currency of one real customer each. */
  groups: Readonly<Record<FateId, { customers: number; revenue: number }>>;
  /** Revenue that differs over all customers, and over those whose fate is the same. */
  revenue: number;
  revenueOfOthers: number;
}

function fateOf(before: Fates, after: Fates, i: number): FateId | null {
  const [was, is] = [before.served[i] === 1, after.served[i] === 1];
  const [leftBefore, leftAfter] = [before.left[i]!, after.left[i]!];
  if (was && is) return null;
  if (is) return leftBefore > 0 ? 'kept' : 'won';
  if (was) return leftAfter > 0 ? 'lost' : 'notWon';
  if (leftBefore === leftAfter) return null;
  return leftAfter > leftBefore ? 'longer' : 'shorter';
}

/** Compares what became of every customer, in the order of the customers. */
export function fateDifference(before: Fates, after: Fates): FateDifference {
  const groups = Object.fromEntries(fateIds.map((id) => [id, { customers: 0, revenue: 0 }])) as Record<
    FateId,
    { customers: number; revenue: number }
  >;
  const changed: ChangedFate[] = [];
  let revenueOfOthers = 0;
  for (let person = 0; person < before.served.length; person += 1) {
    const revenue = after.revenue[person]! - before.revenue[person]!;
    const fate = fateOf(before, after, person);
    if (fate === null) revenueOfOthers += revenue;
    else {
      groups[fate].customers += 1;
      groups[fate].revenue += revenue;
      changed.push({ person, fate, revenue, leftBefore: before.left[person]!, leftAfter: after.left[person]! });
    }
  }
  const revenue = fateIds.reduce((sum, id) => sum + groups[id].revenue, revenueOfOthers);
  return { changed, groups, revenue, revenueOfOthers };
}
