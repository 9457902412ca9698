/** Plays the decisions that part the best of the class from its middle, and tells what each gained there. */

import { gradingSeedsOf } from '../../../classroom/assignment.ts';
import type { ClassJob } from '../../../classroom/classJob.ts';
import { lacks, mostTried, partingDecisions, partingDraws, withDecision, type PartingDecision } from '../../../classroom/parting.ts';
import type { RunFile } from '../../../game/run.ts';
import type { Outcome } from '../../../game/score/outcomes.ts';
import { scoreOf } from '../../../game/score/total.ts';
import { weightsOf } from '../../../game/score/weights.ts';
import { playClass } from './classPool.ts';
import type { LeagueDesk } from './leagueDesk.svelte.ts';
import { partsOf } from './thirds.ts';

export interface Parting extends PartingDecision {
  /** Points of score that it changed in the runs it was put into: least, mean, most; null while it is played, or where every run had it. */
  gain: { low: number; mean: number; high: number; runs: number } | null;
}

export class PartingRun {
  readonly #desk: LeagueDesk;
  readonly #play: typeof playClass;
  found = $state.raw<readonly Parting[] | null>(null);
  progress = $state.raw<{ done: number; of: number } | null>(null);
  error = $state.raw<unknown>(null);
  #stop: (() => void) | null = null;

  constructor(desk: LeagueDesk, play: typeof playClass = playClass) {
    this.#desk = desk;
    this.#play = play;
  }

  /** Never rejects: what went wrong is kept in `error`. */
  start = async (): Promise<void> => {
    const { setting, league, runs, anchors } = this.#desk;
    if (setting === null || this.progress !== null) return;
    const { scenario } = setting.folder;
    const parts = partsOf(league.rows).flatMap(({ row, part }) => {
      const run = row.entry && runs.get(row.entry.file);
      return run ? [{ part, run }] : [];
    });
    const logs = (wanted: 'top' | 'middle'): RunFile['entries'][] =>
      parts.filter(({ part }) => part === wanted).map(({ run }) => run.entries);
    const decisions = partingDecisions(logs('top'), logs('middle'), scenario);
    const seeds = gradingSeedsOf(setting.assignment).slice(0, partingDraws);
    const trials = decisions.map((decision) =>
      logs('middle')
        .filter((entries) => lacks(entries, decision, scenario))
        .slice(0, mostTried),
    );
    const jobs: ClassJob[] = decisions.flatMap((decision, place) =>
      trials[place]!.flatMap((entries): ClassJob[] => [
        { kind: 'log', entries, seeds },
        { kind: 'log', entries: withDecision(entries, decision), seeds },
      ]),
    );
    this.found = decisions.map((decision) => ({ ...decision, gain: null }));
    this.error = null;
    if (jobs.length === 0) return;
    const weights = weightsOf(scenario.weights);
    const total = (outcomes: readonly Outcome[]): number =>
      scoreOf(
        seeds.map((seed, index) => ({ seed, run: outcomes[index]!, ...anchors[index]! })),
        -1,
        weights,
      ).total;
    const totals: number[] = [];
    this.progress = { done: 0, of: jobs.length };
    const playing = this.#play(setting, jobs, (place, result) => {
      if (result === null) {
        this.error = new Error('worker');
        this.stop();
      } else if (result.kind === 'log') totals[place] = total(result.outcomes);
      this.progress = { done: (this.progress?.done ?? 0) + 1, of: jobs.length };
    });
    this.#stop = playing.stop;
    try {
      if (await playing.done) this.found = withGains(decisions, trials, totals);
    } catch (error) {
      this.error = error;
    }
    this.#stop = null;
    this.progress = null;
  };

  stop = (): void => this.#stop?.();
}

/** Pairs of totals stand in the order of the trials: as it was, then with the decision. */
function withGains(decisions: readonly PartingDecision[], trials: readonly (readonly unknown[])[], totals: readonly number[]): Parting[] {
  let at = 0;
  const told = decisions.map((decision, place): Parting => {
    const gains = trials[place]!.map((): number => {
      at += 2;
      return totals[at - 1]! - totals[at - 2]!;
    });
    if (gains.length === 0) return { ...decision, gain: null };
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    return { ...decision, gain: { low: Math.min(...gains), mean, high: Math.max(...gains), runs: gains.length } };
  });
  return told.sort((a, b) => (b.gain?.mean ?? -Infinity) - (a.gain?.mean ?? -Infinity));
}
