/** The score: what customers and firm gained, how well it was done, and the rule that binds both halves together. */

import type { Criterion, Score } from '../reports.ts';
import { anchorsOf, type Anchors, placeAmong } from './anchors.ts';
import { type Cap, capsOf, limitOf } from './caps.ts';
import { type Evidence, meanEvidence } from './evidence.ts';
import type { Judge, Judging, Level } from './judging.ts';
import { meanOf } from './judging.ts';
import type { Outcome, SeedOutcomes } from './outcomes.ts';
import { practiceJudges } from './practice/judges.ts';
import { resultJudges } from './result.ts';
import {
  constants,
  HALF,
  practiceIds,
  type PracticeId,
  resultIds,
  type ResultId,
  weights as usualWeights,
  type Weights,
} from './weights.ts';

/** What each result criterion measures. */
const measures: Readonly<Record<ResultId, (outcome: Outcome) => number>> = {
  X1: ({ satisfaction }) => satisfaction,
  X2: ({ value }) => value,
  X3: ({ x3 }) => x3,
  X4: ({ x4 }) => x4,
};
type AllAnchors = Readonly<Record<ResultId, Anchors>>;
const allAnchors = (outcomes: readonly SeedOutcomes[]): AllAnchors =>
  Object.fromEntries(resultIds.map((id) => [id, anchorsOf(outcomes, measures[id])])) as unknown as AllAnchors;

/** Share of entries that fell out of replays above which a score is told as an interval. */
export const ADAPTIVE = 0.25;

/** Both halves together, at most `times` the smaller and `over`, within 0 and 100. */
export function totalOf(result: number, practice: number): number {
  const bound = constants.times * Math.min(result, practice) + constants.over;
  return Math.max(0, Math.min(100, result + practice, bound));
}

interface Judged {
  levels: readonly Level[];
  evidence: readonly (readonly Evidence[])[];
}

/** A criterion on every seed. */
function judgedOn(seeds: readonly Judging[], judge: Judge): Judged {
  const all = seeds.map(judge);
  return { levels: all.map(({ level }) => level), evidence: all.map(({ evidence }) => evidence) };
}

const rounded = (levels: readonly number[]): Level => Math.round(meanOf(levels)) as Level;

/** Points of a result criterion: part by its level, part by its place among the anchors. */
const resultPoints = (of: number, level: number, s: number): number =>
  of * ((constants.levelPart * level) / 4 + (1 - constants.levelPart) * s);

function judge(
  seeds: readonly Judging[],
  anchors: AllAnchors,
  weights: Weights,
): { criteria: Criterion[]; result: number; practice: number; caps: Cap[]; total: number } {
  const results = resultIds.map((id): Criterion => {
    const { levels, evidence } = judgedOn(seeds, resultJudges[id]);
    const value = meanOf(seeds.map(({ run }) => measures[id](run)));
    const s = placeAmong(value, anchors[id]);
    const { worst, stay, best } = anchors[id];
    return {
      id,
      points: resultPoints(weights[id], meanOf(levels), s),
      of: weights[id],
      level: rounded(levels),
      measured: { value, worst, stay, best, s },
      evidence: meanEvidence(evidence),
    };
  });
  const practised = practiceIds.map((id: PracticeId): Criterion => {
    const { levels, evidence } = judgedOn(seeds, practiceJudges[id]);
    const of = weights[id];
    return { id, points: (of * meanOf(levels)) / 4, of, level: rounded(levels), evidence: meanEvidence(evidence) };
  });
  const sum = (criteria: readonly Criterion[]): number => criteria.reduce((all, { points }) => all + (points ?? 0), 0);
  const [result, practice] = [sum(results), sum(practised)];
  const caps = capsOf(seeds.map(({ run }) => run));
  return { criteria: [...results, ...practised], result, practice, caps, total: Math.min(limitOf(caps), totalOf(result, practice)) };
}

/**
 * The score over the seeds given: the mean outcome against the mean anchors, conduct judged in each replay, and the spread of the seeds' own totals.
 * @param played luck seed of the run as it was played, for its place in the spread; @param weights of weightsOf
 */
export function scoreOf(outcomes: readonly SeedOutcomes[], played: number, weights: Weights = usualWeights): Score {
  const anchors = allAnchors(outcomes);
  const { criteria, result, practice, caps, total } = judge(outcomes, anchors, weights);
  const totals = outcomes.map((seed) => judge([seed], anchors, weights).total);
  return {
    total,
    halves: { result, practice, of: HALF, bound: constants.times * Math.min(result, practice) + constants.over },
    criteria,
    caps,
    weights,
    adaptive: adaptiveOf(outcomes, totals),
    luck: outcomes.length > 1 ? luckOf(outcomes, totals, played) : null,
  };
}

/** The total of each seed by itself, all against the mean anchors, in the order of the outcomes: what `luck` of their score is the spread of. */
export function seedTotals(outcomes: readonly SeedOutcomes[], weights: Weights = usualWeights): readonly number[] {
  const anchors = allAnchors(outcomes);
  return outcomes.map((seed) => judge([seed], anchors, weights).total);
}

/** Points of each half and of each criterion over the seeds given, before the rule that binds both halves and before caps. */
export function pointsOf(
  outcomes: readonly SeedOutcomes[],
  weights: Weights = usualWeights,
): { result: number; practice: number; criteria: readonly Criterion[] } {
  const { result, practice, criteria } = judge(outcomes, allAnchors(outcomes), weights);
  return { result, practice, criteria };
}

/** Quantile of ranked values, linear between the places of a sample (Hyndman & Fan 1996, type 7): as many lie under p as over 1 - p. */
function quantileOf(ranked: readonly number[], p: number): number {
  const place = p * (ranked.length - 1);
  const [under, over] = [ranked[Math.floor(place)]!, ranked[Math.ceil(place)]!];
  return under + (place - Math.floor(place)) * (over - under);
}

/** How many entries fell out of the replays, and, where many did, between what the middle 80% of the replays lie. */
function adaptiveOf(outcomes: readonly SeedOutcomes[], totals: readonly number[]): NonNullable<Score['adaptive']> {
  const count = (of: 'entries' | 'fallen'): number => outcomes.reduce((sum, { run }) => sum + run.conduct[of], 0);
  const share = count('entries') > 0 ? count('fallen') / count('entries') : 0;
  if (share <= ADAPTIVE) return { share, interval: null };
  const ranked = [...totals].sort((a, b) => a - b);
  return { share, interval: [quantileOf(ranked, 0.1), quantileOf(ranked, 0.9)] };
}

function luckOf(outcomes: readonly SeedOutcomes[], totals: readonly number[], played: number): Score['luck'] {
  const mean = meanOf(totals);
  const variance = totals.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (totals.length - 1);
  const own = outcomes.findIndex((seed) => seed.seed === played);
  const thisRun = own >= 0 ? totals[own]! : mean;
  const below = totals.filter((value) => value < thisRun).length;
  const equal = totals.filter((value) => value === thisRun).length;
  return { seeds: totals.length, mean, sd: Math.sqrt(variance), thisRun, percentile: (100 * (below + equal / 2)) / totals.length };
}

/** The total of one seed on its own against the mean anchors of the seeds graded; the seed need not be one of those. */
export function totalAgainst(graded: readonly SeedOutcomes[], weights: Weights = usualWeights): (seed: Judging) => number {
  const anchors = allAnchors(graded);
  return (seed) => judge([seed], anchors, weights).total;
}

/** Totals of each seed on its own against the mean anchors, for tables and paired differences. */
export const totalsBySeed = (outcomes: readonly SeedOutcomes[], weights: Weights = usualWeights): number[] =>
  outcomes.map(totalAgainst(outcomes, weights));
