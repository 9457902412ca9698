/** Plays the runs of a class: each file once as it was played, then on the draws that grade; the anchors once for all. */

import { ENGINE_EPOCH } from '../game/epoch.ts';
import { decisionBases } from '../game/decisionBasis.ts';
import { anchorLogs, anchorsInWorld, gradingSetting } from '../game/grade.ts';
import { outcomeOf } from '../game/outcome.ts';
import { applyEntry, finishQuarters, originOf, replay, startPlaying, type RunSetting } from '../game/replay.ts';
import type { KnownReport, TruthReport } from '../game/reports.ts';
import type { Prediction, RunFile } from '../game/run.ts';
import type { Outcome, SeedOutcomes } from '../game/score/outcomes.ts';
import { parseRun } from '../game/runFile.ts';
import { quarterReport } from '../game/quarterReport.ts';
import { figuresOf } from '../game/whatIf/replayBench.ts';
import type { LifeFigures } from '../game/whatIf/replayTask.ts';
import type { World } from '../game/world.ts';
import type { Coded } from '../scenario/coded.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import type { Assignment } from './assignment.ts';
import { handedInRefusal, playedRefusal, type Refusal } from './checkRun.ts';

/** A run as it was played, in truth. */
export interface PlayedRun {
  run: RunFile;
  /** By quarter from 1. */
  quarters: readonly LifeFigures[];
  /** Forecasts made for rounds that were played, and how many held the truth. */
  forecasts: { made: number; hit: number };
  /** Quarters that the log commits; fewer than the assignment has = handed in unfinished. */
  committed: number;
}

export type CheckedRun = { ok: true; played: PlayedRun } | { ok: false; refusal: Refusal; errors: readonly Coded[]; run: RunFile | null };
/** Outcomes of the anchors on one draw. */
export type AnchorOutcomes = Pick<SeedOutcomes, 'worst' | 'stay' | 'best'>;

export class ClassBench {
  readonly #folder: ScenarioFolder;
  readonly #assignment: Assignment;
  readonly #origins = new Map<number, World>();

  /** @param folder as `assignedFolder` makes it */
  constructor(folder: ScenarioFolder, assignment: Assignment) {
    this.#folder = folder;
    this.#assignment = assignment;
  }

  /** Reads a file that was handed in, holds it against the assignment and plays it as it was played. Never throws on what is in the file. */
  check(bytes: Uint8Array | string): CheckedRun {
    const { scenario } = this.#folder;
    const parsed = parseRun(bytes);
    if (!parsed.ok) return { ok: false, refusal: { reason: 'format' }, errors: parsed.errors, run: null };
    const { run } = parsed;
    const refuse = (refusal: Refusal): CheckedRun => ({ ok: false, refusal, errors: [], run });
    const early = handedInRefusal(run, this.#assignment, scenario, ENGINE_EPOCH);
    if (early !== null) return refuse(early);
    const { played, skipped, digests } = this.#played(run);
    const late = playedRefusal(run, { skipped, digests });
    return late === null ? { ok: true, played } : refuse(late);
  }

  /** What the run comes to on one of the draws that grade. */
  outcome(entries: RunFile['entries'], luckSeed: number): Outcome {
    const setting = gradingSetting(this.#setting(luckSeed));
    return replay(this.#folder.scenario, setting, entries, { origin: this.#origin(setting) }).outcome;
  }

  /** What the anchors come to on it. @throws RangeError for a scenario that names none */
  anchors(luckSeed: number): AnchorOutcomes {
    const { scenario, playbooks, expected } = this.#folder;
    if (expected === null) throw new RangeError(`scenario ${scenario.id} names no anchors`);
    const logs = anchorLogs(scenario, playbooks, anchorsInWorld(expected, scenario, this.#assignment.world));
    const setting = gradingSetting(this.#setting(luckSeed));
    const of = (log: Parameters<typeof replay>[2]): Outcome => replay(scenario, setting, log, { origin: this.#origin(setting) }).outcome;
    return { worst: of(logs.worst), stay: of(logs.stay), best: of(logs.best) };
  }

  #setting(luckSeed: number): RunSetting {
    const { customers, world, populationSeed, allOpen } = this.#assignment;
    return { customers, world, populationSeed, luckSeed, ...(allOpen && { allOpen }) };
  }

  /** The class shares its people, so every replay begins from one copy. */
  #origin(setting: RunSetting): World {
    const kept = this.#origins.get(setting.customers);
    if (kept) return kept;
    const origin = originOf(this.#folder.scenario, setting);
    this.#origins.set(setting.customers, origin);
    return origin;
  }

  #played(run: RunFile): { played: PlayedRun; skipped: readonly { seq: number; code: string }[]; digests: readonly string[] } {
    const { scenario } = this.#folder;
    const setting = this.#setting(run.luckSeed);
    const playing = startPlaying(scenario, setting, this.#origin(setting));
    const quarters: LifeFigures[] = [];
    const known: KnownReport[] = [];
    const truth: TruthReport[] = [];
    const options = {
      digests: true,
      onQuarter(played: Parameters<typeof figuresOf>[1]): void {
        quarters.push(figuresOf(playing, played));
        const report = quarterReport(playing.world, played, null);
        known.push(report.known);
        truth.push(report.truth);
      },
    };
    for (const entry of run.entries) applyEntry(playing, entry, options);
    const committed = playing.world.quarter;
    const digests = [...playing.digests];
    finishQuarters(playing, options);
    // The end of the market is reckoned too, as in every replay, so that nothing of it is left half done.
    outcomeOf(playing, 0);
    const { forecasts } = decisionBases(predictionsOf(run, scenario.quartersPerRound), known, truth, scenario.quartersPerRound);
    const hit = forecasts.filter((forecast) => forecast.hit).length;
    return { played: { run, quarters, forecasts: { made: forecasts.length, hit }, committed }, skipped: playing.skipped, digests };
  }
}

/** The last forecast of each round, by round from 1. */
function predictionsOf({ entries }: RunFile, quartersPerRound: number): ReadonlyMap<number, Prediction> {
  return new Map(
    entries.flatMap((entry): [number, Prediction][] =>
      entry.kind === 'predict' ? [[Math.floor((entry.quarter - 1) / quartersPerRound) + 1, entry.data]] : [],
    ),
  );
}
