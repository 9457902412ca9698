/** Points of each criterion and the constants of the score. Weights may be changed; constants are tuned to what must not pay. */

import { criterionIds, type CriterionId } from '../../scenario/criteria.ts';

export const resultIds = ['X1', 'X2', 'X3', 'X4'] as const satisfies readonly CriterionId[];
export const practiceIds = ['N1', 'N2', 'N3', 'N4', 'N5', 'G1', 'V1', 'V2', 'V3', 'A1'] as const satisfies readonly CriterionId[];
export type ResultId = (typeof resultIds)[number];
export type PracticeId = (typeof practiceIds)[number];
export type Weights = Readonly<Record<CriterionId, number>>;

/** Parts of each criterion within its half as they usually are, before they are scaled to 50. */
export const usualParts: Weights = { X1: 8, X2: 12, X3: 8, X4: 8, N1: 8, N2: 7, N3: 7, N4: 6, N5: 6, G1: 8, V1: 5, V2: 5, V3: 5, A1: 10 };
/** Points of each half. */
export const HALF = 50;

export const constants = {
  /** Part of a result criterion that its level makes; the rest is its place among the anchors. */
  levelPart: 0.2,
  /** Place of STAY between the worst trap, 0, and the best known path, 1; and the highest place there is. */
  stayAt: 0.35,
  most: 1.1,
  /** The total is at most `times` the smaller half and `over`. */
  times: 2,
  over: 20,
} as const;

/**
 * Weights for the two halves, each scaled to 50. Left out = the usual.
 * @throws RangeError for a weight that is none (negative, not finite) and for a half whose weights sum to nothing
 */
export function weightsOf(chosen: Partial<Weights> = {}): Weights {
  const raw = { ...usualParts, ...chosen };
  for (const id of criterionIds) if (!Number.isFinite(raw[id]) || raw[id] < 0) throw new RangeError(`weight of ${id}`);
  const scale = (ids: readonly CriterionId[]): number => {
    const sum = ids.reduce((all, id) => all + raw[id], 0);
    if (sum <= 0) throw new RangeError(`no weight on ${ids.join(' ')}`);
    return HALF / sum;
  };
  const [ofResult, ofPractice] = [scale(resultIds), scale(practiceIds)];
  const isResult = (id: CriterionId): boolean => (resultIds as readonly CriterionId[]).includes(id);
  return Object.fromEntries(criterionIds.map((id) => [id, raw[id] * (isResult(id) ? ofResult : ofPractice)])) as unknown as Weights;
}

/** Points of each criterion by default: the four of the result and the ten of the practice, each half scaled to 50. */
export const weights: Weights = weightsOf();
