/** What a run has over STAY in each part of the score: how it can score more and create less. */

import type { SeedOutcomes } from '../score/outcomes.ts';
import { pointsOf } from '../score/total.ts';
import type { Weights } from '../score/weights.ts';

/** Points of the run less those of STAY, before the rule that binds both halves and before caps. */
export interface ScoreApart {
  result: number;
  practice: number;
  /** Of the result half, what value created (X2) brings. */
  value: number;
}

/** @param graded at least one seed with all anchors; both are judged on the same scale */
export function scoreApart(graded: readonly SeedOutcomes[], weights: Weights): ScoreApart {
  const own = pointsOf(graded, weights);
  const stay = pointsOf(
    graded.map((seed) => ({ ...seed, run: seed.stay })),
    weights,
  );
  const value = ({ criteria }: typeof own): number => criteria.find(({ id }) => id === 'X2')?.points ?? 0;
  return { result: own.result - stay.result, practice: own.practice - stay.practice, value: value(own) - value(stay) };
}
