/** A row of the players that must not gain: what was measured, and the bar that it is held to. */

import { gradedPlayers, type GradedPlayer, type PlayerToGrade } from '../../src/cli/gradedRuns.ts';
import { policyNamed } from '../../src/cli/playbookFiles.ts';
import type { RunChoice } from '../../src/cli/runOptions.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';

/** What is measured of a player, and between what it must lie. */
export interface Bar {
  /** score: mean total; overOther: mean total less that of whoever it is set against; level: of a criterion; others as named. */
  of: 'score' | 'overOther' | 'level' | 'information' | 'quarters' | 'justice';
  low?: number;
  high?: number;
}
export interface PlayerRow {
  player: string;
  scenario: string;
  world: string;
  /** null = it could not be measured: a criterion that is not judged. */
  measured: number | null;
  /** Standard error of a difference that is paired by luck; left out of everything else. */
  error?: number;
  bar: Bar;
  ok: boolean;
  /** Further figures for whoever tunes the score. */
  more: Readonly<Record<string, number | null>>;
}

/** A row of one scenario and world. */
export type Found = Omit<PlayerRow, 'scenario' | 'world'>;

/** Whether a figure lies within its bar; one that could not be measured does not. */
export const meets = (measured: number | null, { low = -Infinity, high = Infinity }: Bar): boolean =>
  measured !== null && measured >= low && measured <= high;
/** A row held to its bar. */
export const found = (player: string, measured: number | null, bar: Bar, more: PlayerRow['more'] = {}): Found => ({
  player,
  measured,
  bar,
  ok: meets(measured, bar),
  more,
});

/** Mean total over the seeds. */
export const total = ({ outcomes }: GradedPlayer): number => scoreOf(outcomes, outcomes[0]!.seed).total;

/** Grades players together; answers them by name. */
export async function graded(
  folder: ScenarioFolder,
  choice: RunChoice,
  players: readonly PlayerToGrade[],
): Promise<(name: string) => GradedPlayer> {
  const all = await gradedPlayers(folder, choice, players);
  return (name) => all.find((each) => each.name === name)!;
}

/** A player by name, to be graded. */
export const playedAs = (name: string, folder: ScenarioFolder, world: number, keep: PlayerToGrade['keep'] = 'outcome'): PlayerToGrade => ({
  name,
  policy: policyNamed(name, folder, world),
  keep,
});
