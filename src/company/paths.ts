/** The migration paths between the levels of the CRM matrix, as a table: where they start, what they ask and what they cost. */

import type { PathId } from './controls.ts';
import { type LevelId, type StockId, stockIds, type Stocks } from './firm.ts';
import { usualParameters } from './parameters.ts';

/** Which of the two flags (I high, P high) a path must reach. */
export type TargetFlags = 'information' | 'individualisation' | 'both';
export interface PathSpec {
  from: LevelId;
  to: LevelId;
  /** Readiness asked, points 0-100. */
  required: Stocks;
  /** Completeness I and valid consent asked at confirmation, points 0-100. */
  information: number;
  consent: number;
  /** Cost index; one point = programme.unitsPerIndex units. */
  cost: number;
  /** Quarters of pilot and roll-out, quickest and slowest. */
  turns: readonly [number, number];
  target: TargetFlags;
  /** Factor on the scar that rolling back leaves. */
  scar: number;
}
export type RealPathId = Exclude<PathId, 'stay'>;

const path = (
  from: LevelId,
  to: LevelId,
  [S, L, X, H, T, Q]: readonly number[],
  information: number,
  consent: number,
  cost: number,
  turns: readonly [number, number],
  target: TargetFlags,
  scar = 1,
): PathSpec => ({ from, to, required: { S: S!, L: L!, X: X!, H: H!, T: T!, Q: Q! }, information, consent, cost, turns, target, scar });

/** Rows of the path table of the CRM matrix: from, to, S L X H T Q, I, consent, cost index, turns, target flags, scar. */
export const paths: Readonly<Record<RealPathId, PathSpec>> = {
  p12: path('l1', 'l2', [40, 40, 30, 45, 35, 45], 0, 0, 1.0, [3, 5], 'individualisation'),
  p13: path('l1', 'l3', [50, 45, 40, 40, 50, 40], 25, 50, 1.6, [4, 6], 'information', 0.5),
  p24: path('l2', 'l4', [60, 60, 60, 55, 60, 55], 40, 60, 2.0, [4, 6], 'both'),
  p34: path('l3', 'l4', [60, 60, 60, 60, 55, 60], 60, 60, 1.5, [3, 5], 'both'),
  p14: path('l1', 'l4', [75, 75, 70, 65, 70, 65], 40, 60, 4.0, [6, 9], 'both', 2),
  p23: path('l2', 'l3', [50, 45, 45, 45, 50, 40], 30, 50, 1.4, [3, 5], 'information'),
  p32: path('l3', 'l2', [45, 40, 35, 50, 35, 50], 0, 0, 0.9, [2, 4], 'individualisation'),
};

/** True for every path that brings data within reach (the records), and for every one that brings designed treatment (delivery). */
export const buildsData: Readonly<Record<RealPathId, boolean>> = {
  p12: false,
  p13: true,
  p24: true,
  p34: false,
  p14: true,
  p23: true,
  p32: false,
};
export const buildsDelivery: Readonly<Record<RealPathId, boolean>> = {
  p12: true,
  p13: false,
  p24: false,
  p34: true,
  p14: true,
  p23: false,
  p32: true,
};

/** Weighted shortfall of one stock, points. */
export function shortfall(path: RealPathId, stock: StockId, stocks: Stocks): number {
  return usualParameters[`gap.${stock}`] * Math.max(0, paths[path].required[stock] - stocks[stock]);
}

/** gap(path) = sum of weight x max(0, required - actual), points 0-100; 0 for staying. */
export function gapOf(path: PathId, stocks: Stocks): number {
  if (path === 'stay') return 0;
  return stockIds.reduce((sum, stock) => sum + shortfall(path, stock, stocks), 0);
}

/** The stock with the largest weighted gap; without any gap the one that clears its requirement by least. */
export function weakestStock(path: RealPathId, stocks: Stocks): StockId {
  let weakest: StockId = 'S';
  let worst = -Infinity;
  for (const stock of stockIds) {
    const lack = usualParameters[`gap.${stock}`] * (paths[path].required[stock] - stocks[stock]);
    if (lack > worst) {
      worst = lack;
      weakest = stock;
    }
  }
  return weakest;
}

/** Quarters of roll-out planned at a pace: careful the slowest, rushed the quickest. */
export function plannedTurns(path: RealPathId, pace: 'careful' | 'normal' | 'rushed'): number {
  const [quickest, slowest] = paths[path].turns;
  if (pace === 'careful') return slowest;
  if (pace === 'rushed') return quickest;
  return Math.round((quickest + slowest) / 2);
}
