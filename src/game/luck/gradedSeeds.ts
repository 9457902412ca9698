/** Grading as replays for a pool of workers: which are played on each luck seed, and the score over the seeds that are whole. */

import { gradingSeeds, type AnchorNames } from '../gradingTerms.ts';
import type { Score } from '../reports.ts';
import type { Judging } from '../score/judging.ts';
import type { SeedOutcomes } from '../score/outcomes.ts';
import { scoreOf } from '../score/total.ts';
import type { Weights } from '../score/weights.ts';
import type { LogSource, ReplayedLife, ReplayTask } from '../whatIf/replayTask.ts';

/** Draws of luck up to which the spread of a run may be told, the run's own among them. */
export const MOST_SEEDS = 200;

/** Seeds that a run is graded on. The luck of the run as it was played comes last: it places the run among the others and counts for nothing. */
export const seedsGraded = (luckSeed: number): readonly number[] =>
  gradingSeeds.includes(luckSeed) ? gradingSeeds : [...gradingSeeds, luckSeed];

/** Further seeds, after those graded, until there are so many in all. */
export function furtherSeeds(luckSeed: number, most = MOST_SEEDS): readonly number[] {
  const graded = seedsGraded(luckSeed);
  const first = gradingSeeds.at(-1)! + 1;
  const free = Array.from({ length: Math.max(0, most - graded.length) + 1 }, (_, index) => first + index);
  return free.filter((seed) => !graded.includes(seed)).slice(0, Math.max(0, most - graded.length));
}

const task = (log: LogSource, luckSeed: number): ReplayTask => ({
  log,
  luckSeed,
  rivals: 'react',
  size: 'graded',
  quarters: false,
  fates: false,
});
const run: LogSource = { kind: 'run', edits: [] };
const playbook = (name: string): LogSource => ({ kind: 'playbook', name });

/** Four replays a seed: the run and its anchors with the same luck. */
export const gradingTasks = (seeds: readonly number[], names: AnchorNames): readonly ReplayTask[] =>
  seeds.flatMap((seed) => [run, ...([names.worst, names.stay, names.best] as const).map(playbook)].map((log) => task(log, seed)));

/** Three replays a seed: a run is judged beside STAY and the best known path; the worst trap only marks the foot of the scale. */
export const judgingTasks = (seeds: readonly number[], names: Pick<AnchorNames, 'stay' | 'best'>): readonly ReplayTask[] =>
  seeds.flatMap((seed) => [run, playbook(names.stay), playbook(names.best)].map((log) => task(log, seed)));

/** Outcomes of the seeds that are whole, from the first on, in the order of the seeds whoever was done first. */
export const gradedIn = (seeds: readonly number[], lives: readonly (ReplayedLife | null)[]): readonly SeedOutcomes[] =>
  wholeSeeds(lives, 4).flatMap(([own, worst, stay, best], place) => ({
    seed: seeds[place]!,
    run: own!.outcome,
    worst: worst!.outcome,
    stay: stay!.outcome,
    best: best!.outcome,
  }));

/** The same of `judgingTasks`. */
export const judgedIn = (lives: readonly (ReplayedLife | null)[]): readonly Judging[] =>
  wholeSeeds(lives, 3).map(([own, stay, best]) => ({ run: own!.outcome, stay: stay!.outcome, best: best!.outcome }));

function wholeSeeds(lives: readonly (ReplayedLife | null)[], each: number): readonly (readonly ReplayedLife[])[] {
  const missing = lives.indexOf(null);
  const count = Math.floor((missing < 0 ? lives.length : missing) / each);
  return Array.from({ length: count }, (_, place) => lives.slice(place * each, (place + 1) * each) as ReplayedLife[]);
}

/**
 * The score over the seeds graded so far; where the run lies among them is told once its own luck has been played.
 * @param outcomes at least one, in the order of `seedsGraded`
 */
export function scoreSoFar(outcomes: readonly SeedOutcomes[], luckSeed: number, weights: Weights): Score {
  if (gradingSeeds.includes(luckSeed)) return scoreOf(outcomes, luckSeed, weights);
  const graded = scoreOf(outcomes.slice(0, gradingSeeds.length), luckSeed, weights);
  const luck = outcomes.length > gradingSeeds.length ? scoreOf(outcomes, luckSeed, weights).luck : null;
  return { ...graded, luck };
}
