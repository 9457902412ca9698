/** A run beside the best known path, STAY, the traps of its scenario and its twin without CRM, all on the same draws of luck. */

import type { LevelId } from '../../company/firm.ts';
import type { Playbook } from '../../scenario/playbook.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { AnchorNames } from '../grade.ts';
import { pairedDifference, type PairedDifference } from '../pairs.ts';
import type { Score } from '../reports.ts';
import type { Outcome } from '../score/outcomes.ts';
import { scoreOf } from '../score/total.ts';
import type { Weights } from '../score/weights.ts';
import type { LogSource, ReplayedLife, ReplayTask } from '../whatIf/replayTask.ts';

export type MirrorKind = 'run' | 'best' | 'stay' | 'twin' | 'trap';

export interface MirrorLog {
  kind: MirrorKind;
  /** Name of the playbook; empty for the run and its twin. */
  playbook: string;
  log: LogSource;
}

export interface MirrorQuarter {
  /** True customer equity, currency. */
  equity: number;
  /** Where the firm truly stands on the matrix, points 0-100. */
  information: number;
  individualisation: number;
}

/** One life, as means over the draws. */
export interface Mirrored extends Pick<MirrorLog, 'kind' | 'playbook'> {
  quarters: readonly MirrorQuarter[];
  /** Level at the end that most draws came to; of equals, that of the earlier draw. */
  level: LevelId;
  /** Points 0-100, and what they are made of; null where the scenario has no score. */
  score: number | null;
  judged: Score | null;
  /** Equity at the end, draw by draw; and how far it lies above that of the run. */
  ends: readonly number[];
  apart: readonly number[];
  /** Equity at the end of the run less that of this life, draw by draw. */
  behind: PairedDifference;
}

export interface Mirror {
  /** Draws of luck. */
  seeds: number;
  /** The run first. */
  lives: readonly Mirrored[];
}

/**
 * The lives in their order: the run, the best known path of its world, STAY, the twin, the traps as the scenario tells them.
 * @param names null where the scenario has no score: then there is no best path
 */
export function mirrorLogs(
  { traps }: Pick<Scenario, 'traps'>,
  playbooks: Readonly<Record<string, Playbook>>,
  names: AnchorNames | null,
): MirrorLog[] {
  const played = (kind: MirrorKind, name: string): MirrorLog[] =>
    playbooks[name] ? [{ kind, playbook: name, log: { kind: 'playbook', name } }] : [];
  const stay = names?.stay ?? 'stay';
  const trapNames = [...traps.flatMap(({ playbook }) => playbook ?? []), ...(names ? [names.worst] : [])];
  const others = [...new Set(trapNames)].filter((name) => name !== names?.best && name !== stay);
  return [
    { kind: 'run', playbook: '', log: { kind: 'run', edits: [] } },
    ...(names ? played('best', names.best) : []),
    ...played('stay', stay),
    { kind: 'twin', playbook: '', log: { kind: 'twin' } },
    ...others.flatMap((name) => played('trap', name)),
  ];
}

/** The replays, draw by draw. */
export const mirrorTasks = (logs: readonly MirrorLog[], seeds: readonly number[]): ReplayTask[] =>
  seeds.flatMap((luckSeed) =>
    logs.map(({ log }): ReplayTask => ({ log, luckSeed, rivals: 'react', size: 'graded', quarters: true, fates: false })),
  );

/**
 * What the draws say that have been played to the end; null until one has.
 * @param lives of mirrorTasks, in their order; null = not played yet
 * @param score names of the anchors and weights of weightsOf; null where the scenario has no score
 */
export function mirrorOf(
  logs: readonly MirrorLog[],
  lives: readonly (ReplayedLife | null)[],
  score: { names: AnchorNames; weights: Weights } | null,
): Mirror | null {
  const draws: (readonly ReplayedLife[])[] = [];
  for (let first = 0; first < lives.length; first += logs.length) {
    const draw = lives.slice(first, first + logs.length).filter((life) => life !== null);
    if (draw.length === logs.length) draws.push(draw);
  }
  if (draws.length === 0) return null;
  const endEquity = (place: number): number[] => draws.map((draw) => draw[place]!.quarters.at(-1)!.equity);
  return {
    seeds: draws.length,
    lives: logs.map(({ kind, playbook }, place) => {
      const own = draws.map((draw) => draw[place]!);
      const judged = score && scoreIn(logs, draws, place, score);
      const [run, ends] = [endEquity(0), endEquity(place)];
      return {
        kind,
        playbook,
        quarters: meanQuarters(own),
        level: mostFrequent(own.map(({ quarters }) => quarters.at(-1)!.level)),
        score: judged && judged.total,
        judged,
        ends,
        apart: ends.map((end, draw) => end - run[draw]!),
        behind: pairedDifference(run, ends),
      };
    }),
  };
}

function meanQuarters(lives: readonly ReplayedLife[]): MirrorQuarter[] {
  const mean = (q: number, figure: keyof MirrorQuarter): number =>
    lives.reduce((sum, { quarters }) => sum + quarters[q]![figure], 0) / lives.length;
  return lives[0]!.quarters.map((_, q) => ({
    equity: mean(q, 'equity'),
    information: mean(q, 'information'),
    individualisation: mean(q, 'individualisation'),
  }));
}

function mostFrequent<T>(values: readonly T[]): T {
  const count = (value: T): number => values.filter((each) => each === value).length;
  return values.reduce((most, value) => (count(value) > count(most) ? value : most));
}

function scoreIn(
  logs: readonly MirrorLog[],
  draws: readonly (readonly ReplayedLife[])[],
  place: number,
  { names, weights }: { names: AnchorNames; weights: Weights },
): Score {
  const placeOf = (name: string): number => logs.findIndex(({ playbook }) => playbook === name);
  const outcome = (draw: readonly ReplayedLife[], at: number): Outcome => draw[at]!.outcome;
  const outcomes = draws.map((draw, seed) => ({
    seed,
    run: outcome(draw, place),
    worst: outcome(draw, placeOf(names.worst)),
    stay: outcome(draw, placeOf(names.stay)),
    best: outcome(draw, placeOf(names.best)),
  }));
  return scoreOf(outcomes, -1, weights);
}
