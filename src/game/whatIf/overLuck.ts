/** A changed run beside the run itself over the draws of luck that grade: was it the decision, or the luck? */

import { type AnchorNames, gradingSeeds } from '../grade.ts';
import { pairedDifference, type PairedDifference } from '../pairs.ts';
import type { Outcome, SeedOutcomes } from '../score/outcomes.ts';
import { scoreOf, seedTotals } from '../score/total.ts';
import type { Weights } from '../score/weights.ts';
import { type DifferenceFigure, differenceFigures } from './difference.ts';
import type { EntryEdit } from './edits.ts';
import type { LifeFigures, LogSource, ReplayedLife, ReplayTask, RivalsPlay } from './replayTask.ts';

/** What is kept of a replay on one draw. */
export type SeedLife = Pick<ReplayedLife, 'outcome' | 'quarters' | 'skipped'>;

export const anchorIds = ['worst', 'stay', 'best'] as const satisfies readonly (keyof AnchorNames)[];
/** Who is played on a draw. */
export const partIds = ['run', 'change', ...anchorIds] as const;
export type PartId = (typeof partIds)[number];

/** One draw, as far as it has been played. */
export type SeedLives = Partial<Record<PartId, SeedLife>>;

/** A replay, and what it is of. */
export interface LuckTask {
  seed: number;
  part: PartId;
  task: ReplayTask;
}

/**
 * The replays that are missing, draw by draw; the run and its change come first in each draw.
 * @param anchors null where the scenario names none: there is no score then
 */
export function luckTasks(
  edits: readonly EntryEdit[],
  rivals: RivalsPlay,
  anchors: AnchorNames | null,
  played: ReadonlyMap<number, SeedLives>,
  seeds: readonly number[] = gradingSeeds,
): LuckTask[] {
  const logs: Readonly<Record<PartId, LogSource | null>> = {
    run: { kind: 'run', edits: [] },
    change: { kind: 'run', edits },
    worst: anchors && { kind: 'playbook', name: anchors.worst },
    stay: anchors && { kind: 'playbook', name: anchors.stay },
    best: anchors && { kind: 'playbook', name: anchors.best },
  };
  return seeds.flatMap((seed) =>
    partIds.flatMap((part): LuckTask[] => {
      const log = logs[part];
      if (log === null || played.get(seed)?.[part] !== undefined) return [];
      const own = part === 'run' || part === 'change';
      const plays = part === 'change' ? rivals : 'react';
      return [{ seed, part, task: { log, luckSeed: seed, rivals: plays, size: 'graded', quarters: own, fates: false } }];
    }),
  );
}

export interface LuckDifference {
  /** Draws on which both were played. */
  seeds: number;
  /** The change less the run: by figure and quarter, and of the value created (currency) and the satisfaction at the end (points). */
  quarters: readonly Readonly<Record<DifferenceFigure, PairedDifference>>[];
  value: PairedDifference;
  satisfaction: PairedDifference;
  /** Scores over the draws on which the anchors were played too, and the difference draw by draw; null before the first, or without anchors. */
  score: { run: number; change: number; difference: PairedDifference } | null;
}

interface Pair {
  run: SeedLife;
  change: SeedLife;
}

/** The draws so far in the order of the seeds; null before the first pair. */
export function luckDifference(lives: ReadonlyMap<number, SeedLives>, seeds: readonly number[], weights: Weights): LuckDifference | null {
  const pairs = seeds.flatMap((seed): Pair[] => {
    const { run, change } = lives.get(seed) ?? {};
    return run && change ? [{ run, change }] : [];
  });
  if (pairs.length === 0) return null;
  const over = (figure: (life: SeedLife) => number): PairedDifference =>
    pairedDifference(
      pairs.map(({ change }) => figure(change)),
      pairs.map(({ run }) => figure(run)),
    );
  const length = Math.min(...pairs.map(({ run }) => run.quarters.length));
  const byQuarter = Array.from({ length }, (_, quarter) => {
    const of = (id: keyof LifeFigures & DifferenceFigure): PairedDifference => over(({ quarters }) => quarters[quarter]![id]);
    return Object.fromEntries(differenceFigures.map((id) => [id, of(id)])) as Record<DifferenceFigure, PairedDifference>;
  });
  return {
    seeds: pairs.length,
    quarters: byQuarter,
    value: over(({ outcome }) => outcome.value),
    satisfaction: over(({ outcome }) => outcome.satisfaction),
    score: scoreDifference(lives, seeds, weights),
  };
}

function scoreDifference(lives: ReadonlyMap<number, SeedLives>, seeds: readonly number[], weights: Weights): LuckDifference['score'] {
  const whole = (part: 'run' | 'change'): SeedOutcomes[] =>
    seeds.flatMap((seed) => {
      const { run, change, worst, stay, best } = lives.get(seed) ?? {};
      if (!run || !change || !worst || !stay || !best) return [];
      const outcome: Outcome = (part === 'run' ? run : change).outcome;
      return [{ seed, run: outcome, worst: worst.outcome, stay: stay.outcome, best: best.outcome }];
    });
  const [run, change] = [whole('run'), whole('change')];
  if (run.length === 0) return null;
  return {
    run: scoreOf(run, 0, weights).total,
    change: scoreOf(change, 0, weights).total,
    difference: pairedDifference(seedTotals(change, weights), seedTotals(run, weights)),
  };
}
