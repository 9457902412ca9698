/** The score: result criteria against three anchors replayed on the same seeds. Criteria that cannot be judged yet are named and left out. */

import type { Criterion, CriterionId, Score } from './reports.ts';

/** What one replay of a run is worth. */
export interface Outcome {
  /** True satisfaction of those served in the last four quarters, leavers included, points 0-100. */
  satisfaction: number;
  /** Value created in currency: discounted results of the run and its run-off, and what the closing customer equity exceeds the opening one. */
  value: number;
  insolvent: boolean;
  /** True when fewer than a fifth of the opening customers are left. */
  unviable: boolean;
}

/** Outcomes of one luck seed: the run, and the three anchor playbooks with the same luck. */
export interface SeedOutcomes {
  seed: number;
  run: Outcome;
  worst: Outcome;
  stay: Outcome;
  best: Outcome;
}

const RESULT = { X1: 8, X2: 12, X3: 8, X4: 8 } as const;
const PRACTICE = { N1: 8, N2: 7, N3: 7, N4: 6, N5: 6, G1: 8, V1: 5, V2: 5, V3: 5, A1: 10 } as const;
const HALF = 50;

function scaled<Id extends string>(points: Readonly<Record<Id, number>>): Record<Id, number> {
  const entries = Object.entries(points) as [Id, number][];
  const sum = entries.reduce((total, [, of]) => total + of, 0);
  return Object.fromEntries(entries.map(([id, of]) => [id, (of * HALF) / sum])) as Record<Id, number>;
}

/** Points of each criterion: the four of the result and the ten of the practice, each half scaled to 50. */
export const weights: Readonly<Record<CriterionId, number>> = { ...scaled(RESULT), ...scaled(PRACTICE) };

/** Of a result criterion, the part that is measured against the anchors; the rest is its level, which the review will judge. */
const MEASURED_PART = 0.6;
const STAY_AT = 0.4;
const MOST = 1.1;
export const CAPPED_AT = 40;

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

/** Place of a value among the anchors: worst 0, STAY .4 (1 when tied with the best), best 1, at most 1.1; piecewise linear. */
export function placeAmong(value: number, anchors: Anchors): number {
  const { worst, stay, best, tied } = anchors;
  const stayAt = tied ? 1 : STAY_AT;
  if (value <= worst) return 0;
  if (value <= stay) return (stayAt * (value - worst)) / (stay - worst);
  if (tied) return 1;
  return Math.min(MOST, stayAt + ((1 - stayAt) * (value - stay)) / (best - stay));
}

const square = (x: number): number => x * x;

interface Judged {
  criteria: Criterion[];
  total: number;
  caps: Score['caps'];
}

function judge(run: Outcome, anchors: { X1: Anchors; X2: Anchors }): Judged {
  const values = { X1: run.satisfaction, X2: run.value };
  const criteria = (Object.keys(weights) as CriterionId[]).map((id): Criterion => {
    if (id !== 'X1' && id !== 'X2') return { id, points: null, of: weights[id], level: null, evidence: [] };
    const of = weights[id] * MEASURED_PART;
    const s = placeAmong(values[id], anchors[id]);
    const { worst, stay, best } = anchors[id];
    return {
      id,
      points: of * s,
      of,
      level: null,
      measured: { value: values[id], worst, stay, best, s },
      evidence: [{ kpi: id === 'X1' ? 'satisfaction' : 'equity', value: values[id] }],
    };
  });
  let points = 0;
  let of = 0;
  for (const criterion of criteria) {
    if (criterion.points === null) continue;
    points += criterion.points;
    of += criterion.of;
  }
  const caps: { id: 'insolvent' | 'unviable'; limit: number }[] = [];
  if (run.insolvent) caps.push({ id: 'insolvent', limit: CAPPED_AT });
  if (run.unviable) caps.push({ id: 'unviable', limit: CAPPED_AT });
  const uncapped = of > 0 ? (100 * points) / of : 0;
  const total = caps.length > 0 ? Math.min(CAPPED_AT, uncapped) : uncapped;
  return { criteria, total: Math.max(0, Math.min(100, total)), caps };
}

const meanOutcome = (outcomes: readonly Outcome[]): Outcome => ({
  satisfaction: outcomes.reduce((sum, outcome) => sum + outcome.satisfaction, 0) / outcomes.length,
  value: outcomes.reduce((sum, outcome) => sum + outcome.value, 0) / outcomes.length,
  // A cap holds when most replays meet it: one unlucky seed is luck, not conduct.
  insolvent: outcomes.filter((outcome) => outcome.insolvent).length * 2 > outcomes.length,
  unviable: outcomes.filter((outcome) => outcome.unviable).length * 2 > outcomes.length,
});

/**
 * The score over the seeds given: the mean outcome against the mean anchors, and the spread of the seeds' own totals.
 * @param played luck seed of the run as it was played, for its place in the spread
 */
export function scoreOf(outcomes: readonly SeedOutcomes[], played: number): Score {
  const anchors = { X1: anchorsOf(outcomes, (outcome) => outcome.satisfaction), X2: anchorsOf(outcomes, (outcome) => outcome.value) };
  const { criteria, total, caps } = judge(meanOutcome(outcomes.map((seed) => seed.run)), anchors);
  const totals = outcomes.map((seed) => judge(seed.run, anchors).total);
  return { total, criteria, caps, weights, luck: outcomes.length > 1 ? luckOf(outcomes, totals, played) : null };
}

function luckOf(outcomes: readonly SeedOutcomes[], totals: readonly number[], played: number): Score['luck'] {
  const mean = totals.reduce((sum, value) => sum + value, 0) / totals.length;
  const variance = totals.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (totals.length - 1);
  const own = outcomes.findIndex((seed) => seed.seed === played);
  const thisRun = own >= 0 ? totals[own]! : mean;
  const below = totals.filter((value) => value < thisRun).length;
  const equal = totals.filter((value) => value === thisRun).length;
  return { seeds: totals.length, mean, sd: Math.sqrt(variance), thisRun, percentile: (100 * (below + equal / 2)) / totals.length };
}

/** Totals of each seed on its own against the mean anchors, for tables and paired differences. */
export function totalsBySeed(outcomes: readonly SeedOutcomes[]): number[] {
  const anchors = { X1: anchorsOf(outcomes, (outcome) => outcome.satisfaction), X2: anchorsOf(outcomes, (outcome) => outcome.value) };
  return outcomes.map((seed) => judge(seed.run, anchors).total);
}
