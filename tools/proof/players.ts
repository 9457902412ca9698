/** The players that must not gain, each held to its bar: what a score is worth shows in whom it does not pay. */

import { anchorsOf, type GradedPlayer, type PlayerToGrade } from '../../src/cli/gradedRuns.ts';
import { conflictGrid, sameHandling, sameOffer } from '../../src/cli/facts/conflictGrid.ts';
import { logOf } from '../../src/cli/replayJob.ts';
import type { RunChoice } from '../../src/cli/runOptions.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { conflictScore } from '../../src/company/conflict/justice.ts';
import { conflictModes } from '../../src/company/orders.ts';
import { usualParameters } from '../../src/company/parameters.ts';
import { gradingSeeds, playbookLog } from '../../src/game/grade.ts';
import { hillClimb, playbookOfLog } from '../../src/game/players/mixed.ts';
import { idleAtL3 } from '../../src/game/players/variants.ts';
import { originOf, replay, type LoggedEntry } from '../../src/game/replay.ts';
import type { CriterionId } from '../../src/game/reports.ts';
import type { EntryData } from '../../src/game/run.ts';
import type { Outcome } from '../../src/game/score/outcomes.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { paceRows, pairedRows } from './pairedPlayers.ts';
import { found, type Found, graded, meets, playedAs, type PlayerRow, total } from './playerRow.ts';

const populationSeed = 1;
/** Luck that a climber searches: none of those that grade. */
const climbersLuck = 7;
/** Runs that a person's ten seconds at the command line come to, on a quick machine. */
const evaluations = 12;
const atLeast60 = 60;
/** Names are bought: in the place of all work on the records, and beside the work of the best path. */
const listBuyers = ['listBuyer', 'strictListBuyer'] as const;

export interface PlayerSize {
  customers: number;
  seeds: number;
  /** Seeds of the rows that are differences on the same luck: what lies near its bar is told from luck by these alone. */
  pairedSeeds: number;
}

/** Every row of one scenario, world by world. */
export async function playerRows(
  id: string,
  { customers, seeds, pairedSeeds }: PlayerSize,
  told: (text: string) => void,
): Promise<PlayerRow[]> {
  const folder = goodScenario(id);
  const luckSeeds = gradingSeeds.slice(0, seeds);
  const rows: PlayerRow[] = [];
  for (const [world, { id: worldId }] of folder.scenario.worlds.entries()) {
    told(`${id} ${worldId}`);
    const choice = { customers, world, populationSeed, luckSeeds };
    const paired = { ...choice, luckSeeds: gradingSeeds.slice(0, pairedSeeds) };
    const found = [
      ...(await scoredRows(folder, choice)),
      ...(await pairedRows(folder, paired)),
      ...(await paceRows(folder, paired)),
      ...(await climberRows(folder, choice)),
      ...levelRows(folder, choice),
    ];
    rows.push(...found.map((row) => ({ ...row, scenario: id, world: worldId })));
  }
  return rows;
}

const levelOf = ({ outcomes }: GradedPlayer, id: CriterionId): number | null =>
  scoreOf(outcomes, outcomes[0]!.seed).criteria.find((criterion) => criterion.id === id)?.level ?? null;
const pointsOf = ({ outcomes }: GradedPlayer): Record<string, number | null> =>
  Object.fromEntries(scoreOf(outcomes, outcomes[0]!.seed).criteria.map(({ id, points }) => [id, points]));

/** Players that are graded as they are, on the luck of a choice. */
export async function scoredRows(folder: ScenarioFolder, choice: RunChoice): Promise<Found[]> {
  const { best } = anchorsOf(folder, choice.world);
  const names = ['random', 'careful', 'ritualist', 'goodPathNoReviews', 'allTailClasser', 'surveyor30'];
  const of = await graded(folder, choice, [
    ...[best, ...names].map((name) => playedAs(name, folder, choice.world)),
    ...listBuyers.map((name) => playedAs(name, folder, choice.world, 'quarters')),
  ]);
  const score = (name: string): number => total(of(name));
  const information = (name: string): number =>
    Math.max(...of(name).results.flatMap(({ quarters }) => quarters.map(({ truth }) => truth.kpi.completeness)));
  return [
    found(best, score(best), { of: 'score' }, pointsOf(of(best))),
    found('random', score('random'), { of: 'score', high: 35 }, pointsOf(of('random'))),
    found('careful', score('careful'), { of: 'score', low: 70 }, pointsOf(of('careful'))),
    found('ritualist', score('ritualist'), { of: 'score', high: 55 }, pointsOf(of('ritualist'))),
    found('goodPathNoReviews', score('goodPathNoReviews'), { of: 'score', low: 60, high: 70 }, pointsOf(of('goodPathNoReviews'))),
    found('allTailClasser', levelOf(of('allTailClasser'), 'N2'), { of: 'level', high: 1 }, { score: score('allTailClasser') }),
    found('surveyor30', levelOf(of('surveyor30'), 'V2'), { of: 'level', high: 1 }, { score: score('surveyor30') }),
    ...listBuyers.map((name) => found(name, information(name), { of: 'information', high: atLeast60 }, { score: score(name) })),
    found('competeOnTheGrid', competeOverBestMode(), { of: 'justice', high: 0 }, gridMeans()),
  ];
}

async function climberRows(folder: ScenarioFolder, choice: RunChoice): Promise<Found[]> {
  const { scenario, playbooks } = folder;
  const names = anchorsOf(folder, choice.world);
  const setting = { ...choice, luckSeed: climbersLuck };
  const origin = originOf(scenario, setting);
  const outcome = (entries: readonly LoggedEntry[]): Outcome => replay(scenario, setting, entries, { origin }).outcome;
  const anchor = (name: string): Outcome => outcome(playbookLog(scenario, playbooks[name]!));
  const anchors = { worst: anchor(names.worst), stay: anchor(names.stay), best: anchor(names.best) };
  const from = playbookOfLog(scenario, 'person', logOf(scenario, setting, { kind: 'player', player: 'careful' }) as readonly EntryData[]);
  const climb = hillClimb(
    scenario,
    from,
    (tried) => scoreOf([{ seed: climbersLuck, run: outcome(playbookLog(scenario, tried)), ...anchors }], climbersLuck).total,
    { seed: climbersLuck, evaluations },
  );
  const asked = (name: string, playbook: typeof from): PlayerToGrade => ({
    name,
    policy: { kind: 'log', entries: playbookLog(scenario, playbook) },
    keep: 'outcome',
  });
  const of = await graded(folder, choice, [asked('before', from), asked('after', climb.playbook)]);
  const [before, after] = [total(of('before')), total(of('after'))];
  return [
    found(
      'hillClimber',
      after - before,
      { of: 'overOther', high: 3 },
      { score: after, other: before, ownLuck: climb.after - climb.before },
    ),
  ];
}

/** Quarters that a firm of the third level stays on it which does nothing from then on. */
function levelRows({ scenario }: ScenarioFolder, { luckSeeds, ...people }: RunChoice): Found[] {
  const idle = idleAtL3(scenario);
  const quarters = luckSeeds.map((luckSeed) => quartersAtL3(idle, { ...people, luckSeed }));
  const [first, last] = [Math.min(...quarters), Math.max(...quarters)];
  const mean = quarters.reduce((sum, each) => sum + each, 0) / quarters.length;
  const bar = { of: 'quarters', low: 5, high: 7 } as const;
  return [{ ...found('doNothingL3', mean, bar, { first, last }), ok: meets(first, bar) && meets(last, bar) }];
}

/** Quarter at whose end the third level is lost; one more than there are where it is kept. */
function quartersAtL3(scenario: Scenario, setting: Parameters<typeof replay>[1]): number {
  const { reports } = replay(scenario, setting, [], { reports: true });
  const lost = reports.findIndex(({ known }) => known.matrix.level !== 'l3');
  return lost < 0 ? reports.length + 1 : reports[lost]!.quarter;
}

/** Mean score of an answer by each mode over the grid of conflicts, as often as each occurs, with one and the same offer. */
function gridMeans(): Record<(typeof conflictModes)[number], number> {
  const grid = conflictGrid();
  const mean = (mode: (typeof conflictModes)[number]): number =>
    grid.reduce((sum, { situation, weight }) => sum + weight * conflictScore(mode, situation, sameOffer, sameHandling, usualParameters), 0);
  return Object.fromEntries(conflictModes.map((mode) => [mode, mean(mode)])) as ReturnType<typeof gridMeans>;
}

/** Compete less the best of the other modes. */
function competeOverBestMode(): number {
  const { compete, ...others } = gridMeans();
  return compete - Math.max(...Object.values(others));
}
