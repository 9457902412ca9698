/** Path shapes and generic strategies against each other in every hidden world: who is best where, and by how much. */

import { gradedPlayers, type GradedPlayer, type PlayerToGrade } from '../../src/cli/gradedRuns.ts';
import type { RunChoice } from '../../src/cli/runOptions.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { type Spread, spread } from '../../src/cli/statistics.ts';
import { type GenericId, genericIds } from '../../src/company/controls.ts';
import { gradingSeeds } from '../../src/game/grade.ts';
import { levelAtStart, type ShapeId, shapesFrom } from '../../src/game/players/shapes.ts';
import { totalsBySeed } from '../../src/game/score/total.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';

const populationSeed = 1;

/** One of those that are set against each other, and the best of them by its margin to the next with the paired standard error. */
export interface Contest<Id extends string> {
  scores: Readonly<Partial<Record<Id, Spread>>>;
  best: Id;
  next: Id;
  margin: number;
  /** Of the differences seed by seed; null with one seed. */
  error: number | null;
}
export interface CrossRow {
  scenario: string;
  world: string;
  shapes: Contest<ShapeId>;
  /** The best shape of the world with each generic strategy, everything else equal. */
  generics: Contest<GenericId>;
}

/** One row a hidden world. */
export async function crossRows(
  id: string,
  { customers, seeds }: { customers: number; seeds: number },
  told: (text: string) => void,
): Promise<CrossRow[]> {
  const folder = goodScenario(id);
  const rows: CrossRow[] = [];
  for (const [world, { id: worldId }] of folder.scenario.worlds.entries()) {
    told(`${id} ${worldId}`);
    const choice = { customers, world, populationSeed, luckSeeds: gradingSeeds.slice(0, seeds) };
    const shapes = await contest(folder, choice, shapesFrom(levelAtStart(folder.scenario)), (shape) => ({ kind: 'shape', shape }));
    const generics = await contest(folder, choice, genericIds, (generic) => ({ kind: 'shape', shape: shapes.best, generic }));
    rows.push({ scenario: id, world: worldId, shapes, generics });
  }
  return rows;
}

async function contest<Id extends string>(
  folder: ScenarioFolder,
  choice: RunChoice,
  ids: readonly Id[],
  policyOf: (id: Id) => PlayerToGrade['policy'],
): Promise<Contest<Id>> {
  const players = ids.map((id): PlayerToGrade => ({ name: `of ${id}`, policy: policyOf(id), keep: 'outcome' }));
  const graded = await gradedPlayers(folder, choice, players);
  return ranked(ids.map((id, place) => ({ id, totals: totalsBySeed((graded[place] as GradedPlayer).outcomes) })));
}

/** Orders by mean; equal means keep the order given. @param all at least two */
export function ranked<Id extends string>(all: readonly { id: Id; totals: readonly number[] }[]): Contest<Id> {
  const order = all.map(({ id, totals }) => ({ id, totals, ...spread(totals) })).sort((a, b) => b.mean - a.mean);
  const [best, next] = [order[0]!, order[1]!];
  const difference = spread(best.totals.map((total, seed) => total - next.totals[seed]!));
  const scores = Object.fromEntries(all.map(({ id, totals }) => [id, spread(totals)])) as Contest<Id>['scores'];
  const n = best.totals.length;
  return { scores, best: best.id, next: next.id, margin: difference.mean, error: n > 1 ? difference.sd / Math.sqrt(n) : null };
}
