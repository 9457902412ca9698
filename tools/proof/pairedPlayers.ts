/** Players that are set against another on the same luck, each with the standard error of the difference. */

import { anchorsOf, type GradedPlayer } from '../../src/cli/gradedRuns.ts';
import type { RunChoice } from '../../src/cli/runOptions.ts';
import { readyFirm } from '../../src/game/players/variants.ts';
import { totalsBySeed } from '../../src/game/score/total.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import { found, type Found, graded, playedAs, total } from './playerRow.ts';

/** Mean total less that of whoever it is set against, with the standard error of the seeds' own differences. */
function pair(player: string, own: GradedPlayer, other: GradedPlayer, high: number): Found {
  const [ownTotals, others] = [totalsBySeed(own.outcomes), totalsBySeed(other.outcomes)];
  const differences = ownTotals.map((each, seed) => each - others[seed]!);
  const n = differences.length;
  const mean = differences.reduce((sum, each) => sum + each, 0) / n;
  const squares = differences.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
  const [score, against] = [total(own), total(other)];
  return {
    ...found(player, score - against, { of: 'overOther', high }, { score, other: against }),
    ...(n > 1 && { error: Math.sqrt(squares / (n - 1) / n) }),
  };
}

/** Players set against another on the same luck. */
export async function pairedRows(folder: ScenarioFolder, choice: RunChoice): Promise<Found[]> {
  const { best } = anchorsOf(folder, choice.world);
  const names = [best, 'harvester', 'careful', 'refunder', 'competeAlways'];
  const of = await graded(
    folder,
    choice,
    names.map((name) => playedAs(name, folder, choice.world)),
  );
  return [
    pair('harvester', of('harvester'), of(best), 1),
    pair('refunder', of('refunder'), of('careful'), 0),
    pair('competeAlways', of('competeAlways'), of('careful'), 0),
  ];
}

/** A firm without any gap, once in a rush and once at the careful pace. */
export async function paceRows(folder: ScenarioFolder, choice: RunChoice): Promise<Found[]> {
  const ready = { ...folder, scenario: readyFirm(folder.scenario) };
  const of = await graded(
    ready,
    choice,
    ['rusher', 'unhurried'].map((name) => playedAs(name, ready, choice.world)),
  );
  return [pair('rusher', of('rusher'), of('unhurried'), 0)];
}
