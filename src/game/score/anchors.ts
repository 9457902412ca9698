/** Three anchors on paired seeds: what the worst trap, STAY and the best known path came to, and where a run stands among them. */

import type { Outcome, SeedOutcomes } from './outcomes.ts';
import { constants } from './weights.ts';

export interface Anchors {
  worst: number;
  stay: number;
  best: number;
  /** The best known path is not told from STAY on these seeds: STAY is then as good as it gets. */
  tied: boolean;
}

/** Anchors as means over the seeds. A trap that happens to be no worse than STAY here is mirrored below it, so that the scale stays a scale. */
export function anchorsOf(outcomes: readonly SeedOutcomes[], value: (outcome: Outcome) => number): Anchors {
  const mean = (pick: (seed: SeedOutcomes) => number): number => outcomes.reduce((sum, seed) => sum + pick(seed), 0) / outcomes.length;
  const stay = mean((seed) => value(seed.stay));
  const best = mean((seed) => value(seed.best));
  const trap = mean((seed) => value(seed.worst));
  const gain = best - stay;
  const variance = mean((seed) => square(value(seed.best) - value(seed.stay) - gain));
  const error = outcomes.length > 1 ? Math.sqrt(variance / (outcomes.length - 1)) : 0;
  const worst = trap < stay ? trap : stay - Math.max(Math.abs(gain), 1e-9);
  return { worst, stay, best, tied: gain <= 2 * error || gain <= 0 };
}

/** Place of a value among the anchors: worst 0, STAY .35 (1 when tied with the best), best 1, at most 1.1; piecewise linear. */
export function placeAmong(value: number, anchors: Anchors): number {
  const { worst, stay, best, tied } = anchors;
  const stayAt = tied ? 1 : constants.stayAt;
  if (value <= worst) return 0;
  if (value <= stay) return (stayAt * (value - worst)) / (stay - worst);
  if (tied) return 1;
  return Math.min(constants.most, stayAt + ((1 - stayAt) * (value - stay)) / (best - stay));
}

const square = (x: number): number => x * x;
