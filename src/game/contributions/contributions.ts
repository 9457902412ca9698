/** What each round and each group of decisions made of the score and of customer equity, by replays on paired draws of luck. */

import { pairedDifference } from '../pairs.ts';
import type { SeedOutcomes } from '../score/outcomes.ts';
import { scoreOf, totalsBySeed } from '../score/total.ts';
import type { Weights } from '../score/weights.ts';
import type { ReplayedLife } from '../whatIf/replayTask.ts';
import { type ContributionPlan, type LogName, logNameOf } from './contributionPlan.ts';
import { groupIds } from './groups.ts';
import { joinsOf, shapley } from './shapley.ts';

/** score: points 0-100. equity: true customer equity at the end of the run, currency. */
export type MeasureId = 'score' | 'equity';

export interface Part {
  value: number;
  /** 95% interval by the draws; null for a single draw. */
  range: readonly [low: number, high: number] | null;
  /** Of a group: what it added on average when none, one, two ... others had joined before it, whose mean is the value; none where it decided nothing. */
  joins?: readonly number[];
}

/** A measure shared out. */
export interface Shared {
  /** What the run came to. */
  total: number;
  /** What it would have come to had nobody decided anything: the opening plan carried on. */
  nobody: number;
  /** By round, or by group in the order of `groupIds`. */
  parts: readonly Part[];
  /** total - nobody - the parts: what rounds made together or twice; 0 for groups, whose parts add up. */
  together: number;
}

/** By measure; the score is null where the scenario has none. */
export type SharedOut = { [M in MeasureId]: Shared | (M extends 'score' ? null : never) };

export interface RoundContributions extends SharedOut {
  /** Draws of luck. */
  seeds: number;
  /** By round: later decisions (places in the log) that were not legal any more without it, on any draw. */
  fallen: readonly (readonly number[])[];
}
export interface GroupContributions extends SharedOut {
  seeds: number;
}

export interface Contributions {
  /** null until a draw has been played to the end. */
  rounds: RoundContributions | null;
  groups: GroupContributions | null;
}

/** One log on the draws played: what it came to over them, and on each. */
interface Worth {
  value: number;
  bySeed: readonly number[];
}
type Lives = ReadonlyMap<LogName, readonly ReplayedLife[]>;

/**
 * The findings so far. A draw counts where all of its replays have been played.
 * @param lives of contributionTasks, in their order; null = not played yet
 * @param weights of weightsOf; null where the scenario has no score
 */
export function contributionsOf(
  plan: ContributionPlan,
  seeds: readonly number[],
  lives: readonly (ReplayedLife | null)[],
  weights: Weights | null,
): Contributions {
  return { rounds: roundsSoFar(plan, seeds, lives, weights), groups: groupsSoFar(plan, seeds, lives, weights) };
}

/** Draws of which the first `count` replays have been played. */
function drawsPlayed(
  { logs }: ContributionPlan,
  seeds: readonly number[],
  lives: readonly (ReplayedLife | null)[],
  count: number,
): number[] {
  const whole = (draw: number): boolean => {
    for (let i = 0; i < count; i += 1) if (!lives[draw * logs.length + i]) return false;
    return true;
  };
  return seeds.map((_, draw) => draw).filter(whole);
}

function livesOf({ logs }: ContributionPlan, lives: readonly (ReplayedLife | null)[], draws: readonly number[], count: number): Lives {
  return new Map(logs.slice(0, count).map(({ name }, i) => [name, draws.map((draw) => lives[draw * logs.length + i]!)]));
}

function roundsSoFar(...[plan, seeds, lives, weights]: Parameters<typeof contributionsOf>): RoundContributions | null {
  const draws = drawsPlayed(plan, seeds, lives, plan.forRounds);
  if (draws.length === 0) return null;
  const played = livesOf(plan, lives, draws, plan.forRounds);
  const nameOf = (round: number): LogName => (played.has(`round.${round}`) ? `round.${round}` : 'run');
  const share = (worth: (name: LogName) => Worth): Shared => {
    const run = worth('run');
    const parts = plan.rounds.map(({ round }) => {
      const without = worth(nameOf(round));
      return partOf(
        run.value - without.value,
        run.bySeed.map((value, i) => value - without.bySeed[i]!),
      );
    });
    return sharedOf(run.value, worth(logNameOf(plan, 0)).value, parts);
  };
  const skipped = (name: LogName): Set<number> => new Set(played.get(name)!.flatMap(({ skipped: out }) => out.map(({ seq }) => seq)));
  const own = skipped('run');
  const fallen = plan.rounds.map(({ round }) => [...skipped(nameOf(round))].filter((seq) => !own.has(seq)).sort((a, b) => a - b));
  return { seeds: draws.length, fallen, ...measured(played, share, weights) };
}

function groupsSoFar(...[plan, seeds, lives, weights]: Parameters<typeof contributionsOf>): GroupContributions | null {
  const draws = drawsPlayed(plan, seeds, lives, plan.logs.length);
  if (draws.length === 0) return null;
  const played = livesOf(plan, lives, draws, plan.logs.length);
  const share = (worth: (name: LogName) => Worth): Shared => {
    const worths = Array.from({ length: 1 << plan.groups.length }, (_, mask) => worth(logNameOf(plan, mask)));
    const means = shapley(plan.groups.length, (mask) => worths[mask]!.value);
    const joins = joinsOf(plan.groups.length, (mask) => worths[mask]!.value);
    const bySeed = draws.map((_, i) => shapley(plan.groups.length, (mask) => worths[mask]!.bySeed[i]!));
    const parts = groupIds.map((id): Part => {
      const player = plan.groups.indexOf(id);
      return player < 0
        ? partOf(
            0,
            draws.map(() => 0),
          )
        : {
            ...partOf(
              means[player]!,
              bySeed.map((values) => values[player]!),
            ),
            joins: joins[player]!,
          };
    });
    return sharedOf(worths.at(-1)!.value, worths[0]!.value, parts);
  };
  return { seeds: draws.length, ...measured(played, share, weights) };
}

/** @param bySeed the part on each draw by itself, whose spread is that of the part */
function partOf(value: number, bySeed: readonly number[]): Part {
  const { mean, range } = pairedDifference(
    bySeed,
    bySeed.map(() => 0),
  );
  return { value, range: range && [value + range[0] - mean, value + range[1] - mean] };
}

function sharedOf(total: number, nobody: number, parts: readonly Part[]): Shared {
  const together = total - nobody - parts.reduce((sum, { value }) => sum + value, 0);
  return { total, nobody, parts, together };
}

function measured(lives: Lives, share: (worth: (name: LogName) => Worth) => Shared, weights: Weights | null): SharedOut {
  const equity = (name: LogName): Worth => {
    const bySeed = lives.get(name)!.map(({ quarters }) => quarters.at(-1)!.equity);
    return { value: bySeed.reduce((sum, value) => sum + value, 0) / bySeed.length, bySeed };
  };
  const known = new Map<LogName, Worth>();
  const score = (name: LogName): Worth => {
    const found = known.get(name);
    if (found) return found;
    const outcomes = seedOutcomes(lives, name);
    const worth = { value: scoreOf(outcomes, -1, weights!).total, bySeed: totalsBySeed(outcomes, weights!) };
    known.set(name, worth);
    return worth;
  };
  return { equity: share(equity), score: weights === null ? null : share(score) };
}

/** A log judged as the run is: against the anchors of the same draws. */
function seedOutcomes(lives: Lives, name: LogName): SeedOutcomes[] {
  const outcome = (of: LogName, i: number): SeedOutcomes['run'] => lives.get(of)![i]!.outcome;
  return lives.get(name)!.map(({ outcome: run }, seed) => ({
    seed,
    run,
    worst: outcome('worst', seed),
    stay: outcome('stay', seed),
    best: outcome('best', seed),
  }));
}
