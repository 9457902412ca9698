/** Score tables of a scenario: every playbook and generated player on the grading seeds, in every hidden world. */

import { anchorsOf, gradedPlayers, type GradedPlayer } from '../../src/cli/gradedRuns.ts';
import { policyNamed } from '../../src/cli/playbookFiles.ts';
import { playerNames } from '../../src/cli/replayJob.ts';
import { goodScenario, shippedIds } from '../../src/cli/scenarioFiles.ts';
import { spread, type Spread } from '../../src/cli/statistics.ts';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { gradingSeeds } from '../../src/game/grade.ts';
import { scoreOf, totalsBySeed } from '../../src/game/score/total.ts';
import { scenarioHash } from '../../src/scenario/scenarioHash.ts';
import type { Expected } from '../../src/scenario/scenario.ts';
import { expectedOf, type ScoreTable } from './expected.ts';

export { ENGINE_EPOCH, shippedIds };

/** A result criterion over the seeds: what was measured, and its place among the anchors (worst 0, STAY .35, best 1). */
type Measured = Spread & { place: number };
interface PlayerRow extends Spread {
  name: string;
  /** X1: satisfaction in points; X2: value created in currency. */
  X1: Measured;
  X2: Measured;
}
/** a over b, seed by seed; clear = by more than two standard errors of the paired differences, since a score is a mean over the seeds. */
interface PairRow extends Spread {
  a: string;
  b: string;
  clear: boolean;
}
export interface WorldTable {
  players: readonly PlayerRow[];
  paired: readonly PairRow[];
}
export interface ScenarioTables {
  scenario: string;
  hash: string;
  customers: number;
  seeds: number;
  anchors: Expected['anchors'];
  worlds: Readonly<Record<string, WorldTable>>;
}

const populationSeed = 1;

/**
 * Plays the tables of one scenario and what its expected.json should say of them.
 * @param customers people in each run; null = as many as the scenario has; @param seeds how many of the grading seeds
 */
export async function scenarioTables(
  id: string,
  customers: number | null,
  seeds: number,
  onDone: (world: string, done: number, of: number) => void,
): Promise<{ tables: ScenarioTables; expected: Expected }> {
  const folder = goodScenario(id);
  const { scenario, playbooks } = folder;
  const names = [...Object.keys(playbooks), ...playerNames];
  const size = { customers: customers ?? scenario.market.people, seeds: Math.min(seeds, gradingSeeds.length) };
  const luckSeeds = gradingSeeds.slice(0, size.seeds);
  const paths = scenario.worlds.map((_, world) => anchorsOf(folder, world).best);
  const traps = scenario.traps.flatMap(({ playbook }) => playbook ?? []);
  const worlds: Record<string, WorldTable> = {};
  for (const [world, { id: worldId }] of scenario.worlds.entries()) {
    const choice = { customers: size.customers, world, populationSeed, luckSeeds };
    const players = names.map((name) => ({ name, policy: policyNamed(name, folder, world), keep: 'outcome' as const }));
    const graded = await gradedPlayers(folder, choice, players, (done, of) => onDone(worldId, done, of));
    worlds[worldId] = { players: graded.map(rowOf), paired: pairsOf(graded, anchorsOf(folder, world), paths, traps) };
  }
  const scores = Object.fromEntries(
    Object.entries(worlds).map(([world, table]) => [world, Object.fromEntries(table.players.map((row) => [row.name, row]))]),
  ) as ScoreTable;
  return {
    tables: { scenario: id, hash: scenarioHash(scenario), ...size, anchors: anchorsOf(folder, 0), worlds },
    expected: expectedOf(folder, scores, size),
  };
}

function rowOf({ name, outcomes }: GradedPlayer): PlayerRow {
  const { criteria } = scoreOf(outcomes, outcomes[0]!.seed);
  const place = (id: 'X1' | 'X2'): number => criteria.find((criterion) => criterion.id === id)!.measured!.s;
  return {
    name,
    ...spread(totalsBySeed(outcomes)),
    X1: { ...spread(outcomes.map(({ run }) => run.satisfaction)), place: place('X1') },
    X2: { ...spread(outcomes.map(({ run }) => run.value)), place: place('X2') },
  };
}

/** The best known path over STAY, any other way over STAY, and STAY over every trap; a path that is best in another world stands in no pair. */
function pairsOf(
  graded: readonly GradedPlayer[],
  { stay, best }: Expected['anchors'],
  paths: readonly string[],
  traps: readonly string[],
): PairRow[] {
  const totals = new Map(graded.map(({ name, outcomes }) => [name, totalsBySeed(outcomes)]));
  const others = [...totals.keys()].filter(
    (name) => name !== stay && !paths.includes(name) && !playerNames.some((player) => player === name),
  );
  const pairs = others.map((name) => (traps.includes(name) ? ([stay, name] as const) : ([name, stay] as const)));
  return [[best, stay] as const, ...pairs].map(([a, b]): PairRow => {
    const difference = spread(totals.get(a)!.map((total, seed) => total - totals.get(b)![seed]!));
    return { a, b, ...difference, clear: difference.mean > (2 * difference.sd) / Math.sqrt(totals.get(a)!.length) };
  });
}
