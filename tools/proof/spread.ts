/** How far luck alone moves the score of a policy, and where one played seed lies among those that grade. */

import { anchorsOf, gradedPlayers } from '../../src/cli/gradedRuns.ts';
import { policyNamed } from '../../src/cli/playbookFiles.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { spread } from '../../src/cli/statistics.ts';
import { gradingSeeds } from '../../src/game/grade.ts';
import { totalsBySeed } from '../../src/game/score/total.ts';

export interface SpreadRow {
  scenario: string;
  world: string;
  playbook: string;
  /** Totals of the grading seeds, each on its own against the mean anchors. */
  mean: number;
  sd: number;
  low: number;
  high: number;
  /** Total of a seed that grades nobody, as a learner would have played it. */
  played: number;
}

const populationSeed = 1;
const playedSeed = 7;

/** A row for each hidden world and each of the best playbook, STAY and the careful player. */
export async function spreadRows(
  id: string,
  { customers, seeds }: { customers: number; seeds: number },
  told: (text: string) => void,
): Promise<SpreadRow[]> {
  const folder = goodScenario(id);
  const rows: SpreadRow[] = [];
  for (const [world, { id: worldId }] of folder.scenario.worlds.entries()) {
    told(`${id} ${worldId}`);
    const { best, stay } = anchorsOf(folder, world);
    const players = [best, stay, 'careful'].map((name) => ({ name, policy: policyNamed(name, folder, world), keep: 'outcome' as const }));
    const luckSeeds = [...gradingSeeds.slice(0, seeds), playedSeed];
    for (const { name, outcomes } of await gradedPlayers(folder, { customers, world, populationSeed, luckSeeds }, players)) {
      const totals = totalsBySeed(outcomes);
      const grading = totals.slice(0, -1);
      rows.push({
        scenario: id,
        world: worldId,
        playbook: name,
        ...spread(grading),
        low: Math.min(...grading),
        high: Math.max(...grading),
        played: totals.at(-1)!,
      });
    }
  }
  return rows;
}
