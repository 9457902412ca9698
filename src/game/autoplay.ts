/** A program plays a run from beginning to end, seeing after each round what a learner would see. */

import type { Scenario } from '../scenario/scenario.ts';
import { outcomeOf } from './outcome.ts';
import { roundLength } from './playbook.ts';
import type { PlayedQuarter } from './playQuarter.ts';
import type { Player } from './player.ts';
import type { Playing } from './playing.ts';
import { knownOf, quarterReport } from './quarterReport.ts';
import { applyEntry, openPlan, startPlaying, type LoggedEntry, type PlayOptions, type Replay, type RunSetting } from './replay.ts';
import type { KnownReport, QuarterReport } from './reports.ts';

/** A run as a program has played it: its log, its reports, and the world at its end. */
export interface PlayedRun {
  playing: Playing;
  reports: readonly QuarterReport[];
  entries: readonly LoggedEntry[];
}

/**
 * Plays the learner's firm in the scenario's rounds. `entries` is the log that came of it: replayed on the same seeds it gives the same run.
 * @param options digests: take one of every quarter; onQuarter: called after every quarter, before its report is written; reports: false
 * where nobody reads them, their true side is not reckoned and none are answered: the player sees the same
 */
export function playRounds(
  scenario: Scenario,
  setting: RunSetting,
  player: Player,
  options: Pick<PlayOptions, 'digests' | 'onQuarter'> & { reports?: boolean } = {},
): PlayedRun {
  const playing = startPlaying(scenario, setting);
  const { world } = playing;
  const company = world.played[0]!;
  const firm = company.spec.id;
  const entries: LoggedEntry[] = [];
  const reports: QuarterReport[] = [];
  const seen: KnownReport[] = [];
  let known = knownOf(world, company, null);
  const onQuarter = (played: PlayedQuarter): void => {
    options.onQuarter?.(played, playing);
    if (options.reports === false) known = knownOf(world, company, played);
    else {
      const report = quarterReport(world, played, playing.digests.at(-1) ?? null);
      reports.push(report);
      known = report.known;
    }
    seen.push(known);
  };
  while (world.quarter < scenario.quarters) {
    // What was bought is answered in the first quarter of a round, and read at its end as the screen shows it.
    const analyses = seen.slice(-scenario.quartersPerRound).flatMap(({ analyses: bought }) => bought);
    const decisions = player({ ...known, analyses }, openPlan(playing, firm), world.quarter + 1);
    const quarters = roundLength(scenario.quartersPerRound, scenario.quarters - world.quarter);
    for (const decision of [...decisions, { kind: 'commit', data: { quarters } } as const]) {
      const entry: LoggedEntry = { ...decision, seq: entries.length, firm };
      entries.push(entry);
      applyEntry(playing, entry, { digests: options.digests ?? false, onQuarter });
    }
  }
  return { playing, reports, entries };
}

/** The same with its outcome: the run-off is played too. */
export function autoplay(
  scenario: Scenario,
  setting: RunSetting,
  player: Player,
  options: Pick<PlayOptions, 'digests'> & { reports?: boolean } = {},
): Replay & PlayedRun {
  const run = playRounds(scenario, setting, player, options);
  return { ...run, outcome: outcomeOf(run.playing, 0) };
}
