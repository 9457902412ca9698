/** The players that must not gain, each held to its bar: what a score is worth shows in whom it does not pay. */

import { anchorsOf, gradedPlayers, type GradedPlayer, type PlayerToGrade } from '../../src/cli/gradedRuns.ts';
import { conflictGrid, sameHandling, sameOffer } from '../../src/cli/facts/conflictGrid.ts';
import { policyNamed } from '../../src/cli/playbookFiles.ts';
import { logOf } from '../../src/cli/replayJob.ts';
import type { RunChoice } from '../../src/cli/runOptions.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { conflictScore } from '../../src/company/conflict/justice.ts';
import { conflictModes } from '../../src/company/orders.ts';
import { usualParameters } from '../../src/company/parameters.ts';
import { gradingSeeds, playbookLog } from '../../src/game/grade.ts';
import { hillClimb, playbookOfLog } from '../../src/game/players/mixed.ts';
import { idleAtL3, readyFirm } from '../../src/game/players/variants.ts';
import { originOf, replay, type LoggedEntry } from '../../src/game/replay.ts';
import type { CriterionId } from '../../src/game/reports.ts';
import type { EntryData } from '../../src/game/run.ts';
import type { Outcome } from '../../src/game/score/outcomes.ts';
import { scoreOf, totalsBySeed } from '../../src/game/score/total.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

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

type Found = Omit<PlayerRow, 'scenario' | 'world'>;

const meets = (measured: number | null, { low = -Infinity, high = Infinity }: Bar): boolean =>
  measured !== null && measured >= low && measured <= high;
const found = (player: string, measured: number | null, bar: Bar, more: PlayerRow['more'] = {}): Found => ({
  player,
  measured,
  bar,
  ok: meets(measured, bar),
  more,
});

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

const total = ({ outcomes }: GradedPlayer): number => scoreOf(outcomes, outcomes[0]!.seed).total;
const levelOf = ({ outcomes }: GradedPlayer, id: CriterionId): number | null =>
  scoreOf(outcomes, outcomes[0]!.seed).criteria.find((criterion) => criterion.id === id)?.level ?? null;
const pointsOf = ({ outcomes }: GradedPlayer): Record<string, number | null> =>
  Object.fromEntries(scoreOf(outcomes, outcomes[0]!.seed).criteria.map(({ id, points }) => [id, points]));

async function graded(
  folder: ScenarioFolder,
  choice: RunChoice,
  players: readonly PlayerToGrade[],
): Promise<(name: string) => GradedPlayer> {
  const all = await gradedPlayers(folder, choice, players);
  return (name) => all.find((each) => each.name === name)!;
}

const playedAs = (name: string, folder: ScenarioFolder, world: number, keep: PlayerToGrade['keep'] = 'outcome'): PlayerToGrade => ({
  name,
  policy: policyNamed(name, folder, world),
  keep,
});

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
