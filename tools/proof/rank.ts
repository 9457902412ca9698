/** Whether a score ranks as the market does: mixtures of playbooks by score and by the customer equity they leave long after. */

import { anchorsOf } from '../../src/cli/gradedRuns.ts';
import { logOf } from '../../src/cli/replayJob.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { gradingSeeds, playbookLog } from '../../src/game/grade.ts';
import { openingEquity } from '../../src/game/outcome.ts';
import { mixedPlaybook, playbookOfLog } from '../../src/game/players/mixed.ts';
import { advance } from '../../src/game/playQuarter.ts';
import { originOf, replay, type Playing } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import type { Outcome, SeedOutcomes } from '../../src/game/score/outcomes.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import { copyWorld } from '../../src/game/world.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import type { Playbook } from '../../src/scenario/playbook.ts';

/** Rank correlation from which a score says what lasts. */
const leastRank = 0.7;
const quartersAfter = 8;
const populationSeed = 1;
/** Luck on which the generated players made the plans that go into the mixtures. */
const sourceSeeds = [11, 12, 13];

export interface RankRow {
  scenario: string;
  world: string;
  /** Spearman's rank correlation with true customer equity after the run, of the total and of each criterion; null = it does not vary. */
  total: number;
  criteria: Readonly<Record<string, number | null>>;
  bar: number;
  ok: boolean;
}

export interface RankSize {
  customers: number;
  seeds: number;
  mixtures: number;
}

/** One row a hidden world. */
export function rankFigures(id: string, size: RankSize, told: (text: string) => void): RankRow[] {
  const folder = goodScenario(id);
  return folder.scenario.worlds.map((world, index) => {
    told(`${id} ${world.id}: ${size.mixtures} mixtures`);
    return { scenario: id, world: world.id, ...ranksIn(folder, index, size) };
  });
}

function ranksIn(folder: ScenarioFolder, world: number, { customers, seeds, mixtures }: RankSize): Omit<RankRow, 'scenario' | 'world'> {
  const { scenario, playbooks } = folder;
  const setting = { customers, world, populationSeed, luckSeed: gradingSeeds[0]! };
  const origin = originOf(scenario, setting);
  const luckSeeds = gradingSeeds.slice(0, seeds);
  const run = (playbook: Playbook, luckSeed: number): { outcome: Outcome; playing: Playing } =>
    replay(scenario, { ...setting, luckSeed }, playbookLog(scenario, playbook), { origin });
  const names = anchorsOf(folder, world);
  const anchors = luckSeeds.map((seed) => ({
    seed,
    worst: run(playbooks[names.worst]!, seed).outcome,
    stay: run(playbooks[names.stay]!, seed).outcome,
    best: run(playbooks[names.best]!, seed).outcome,
  }));
  const sources = sourcesOf(folder, setting);
  const graded = Array.from({ length: mixtures }, (_, place) => {
    const mixed = mixedPlaybook(scenario, sources, place);
    const runs = luckSeeds.map((seed) => run(mixed, seed));
    const outcomes = anchors.map((each, index): SeedOutcomes => ({ ...each, run: runs[index]!.outcome }));
    const equity = runs.reduce((sum, { playing }) => sum + equityAfter(playing), 0) / runs.length;
    return { score: scoreOf(outcomes, luckSeeds[0]!), equity };
  });
  const equity = graded.map((each) => each.equity);
  const total =
    rankCorrelation(
      graded.map(({ score }) => score.total),
      equity,
    ) ?? 0;
  const ids = graded[0]!.score.criteria.map((criterion) => criterion.id);
  const criteria = Object.fromEntries(
    ids.map((id) => {
      const points = graded.map(({ score }) => score.criteria.find((criterion) => criterion.id === id)!.points ?? 0);
      return [id, rankCorrelation(points, equity)];
    }),
  );
  return { total, criteria, bar: leastRank, ok: total >= leastRank };
}

/** Every playbook of the scenario, and what the careful and some random players decided. */
function sourcesOf({ scenario, playbooks }: ScenarioFolder, setting: Parameters<typeof logOf>[1]): Playbook[] {
  const made = (player: 'careful' | 'random', luckSeed: number): Playbook =>
    playbookOfLog(scenario, player, logOf(scenario, { ...setting, luckSeed }, { kind: 'player', player }) as readonly EntryData[]);
  return [...Object.values(playbooks), made('careful', sourceSeeds[0]!), ...sourceSeeds.map((seed) => made('random', seed))];
}

/** True customer equity in currency when a finished run has gone on with its last plan. */
function equityAfter({ world }: Playing): number {
  const later = copyWorld(world);
  for (let n = 0; n < quartersAfter; n += 1) advance(later, new Map(), false);
  return openingEquity(later, later.played[0]!);
}

/** Spearman's rank correlation, equal values sharing the mean of their ranks; null where one side does not vary. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (a.length - 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((rank, index) => {
    xy += (rank - middle) * (y[index]! - middle);
    xx += (rank - middle) * (rank - middle);
    yy += (y[index]! - middle) * (y[index]! - middle);
  });
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

/** Rank of each value from 0, equal values sharing the mean. */
const ranks = (values: readonly number[]): number[] =>
  values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal - 1) / 2;
  });
