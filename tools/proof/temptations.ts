/** What each temptation of a board report comes to: the same player with one way of dressing up, beside the honest one on the same luck. */

import { anchorsOf } from '../../src/cli/gradedRuns.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { spread, type Spread } from '../../src/cli/statistics.ts';
import { biasIds, type BiasId } from '../../src/company/review/reviewOptions.ts';
import type { BoardReport } from '../../src/company/review/reviewState.ts';
import { autoplay } from '../../src/game/autoplay.ts';
import { carefulPlayer } from '../../src/game/carefulPlayer.ts';
import { gradingSeeds, playbookLog } from '../../src/game/grade.ts';
import { patchedPlayer, type MovePatch } from '../../src/game/players/patched.ts';
import { originOf, replay, type RunSetting } from '../../src/game/replay.ts';
import type { Outcome, SeedOutcomes } from '../../src/game/score/outcomes.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { ReviewSize } from './reviews.ts';

/** A board report dressed up in one way at every review of the run, against the same player who dresses up nothing. */
export interface TemptationRow {
  scenario: string;
  bias: BiasId;
  reports: number;
  /** Share that an audit found out: by the end of the run, and within four quarters of those that had four to go; null where none had. */
  foundOut: number;
  foundOutInAYear: number | null;
  /** Points of leadership against the honest player: in the quarter of the first report, and at the end of the run. */
  leadershipFirst: Spread;
  leadershipLast: Spread;
  /** Total of the score, and of the honest player on the same luck. */
  score: number;
  honest: number;
}

const populationSeed = 1;
/** Quarters within which an audit counts as one that followed. */
const WITHIN = 4;

/** The report as an honest hand wrote it, with one bias put in and nothing said of its limits. */
const dressedUp =
  (bias: BiasId): MovePatch =>
  (move) => {
    if (move.kind !== 'review' || move.step.do !== 'report') return move;
    const biases = biasIds.filter((each) => each === bias || (move.step.do === 'report' && move.step.biases.includes(each)));
    return { ...move, step: { ...move.step, biases, intervals: false, limits: false, order: 'goodFirst' } };
  };
const asMade: MovePatch = (move) => move;

interface Tempted {
  outcome: Outcome;
  /** Leadership at the end of each quarter, points 0-100. */
  leadership: readonly number[];
  reports: readonly BoardReport[];
}

function tempted(scenario: Scenario, setting: RunSetting, patch: MovePatch): Tempted {
  const player = patchedPlayer(scenario, carefulPlayer(scenario), () => ({}), patch);
  const { outcome, playing, reports } = autoplay(scenario, setting, player);
  return {
    outcome,
    leadership: reports.map(({ known }) => known.programme.stocks.L),
    reports: playing.world.played[0]!.review.held.flatMap(({ report }) => report ?? []),
  };
}

/** Outcomes of the anchors of the first hidden world with the luck of a seed. */
function anchorsOn(folder: ScenarioFolder, setting: RunSetting): Omit<SeedOutcomes, 'seed' | 'run'> {
  const { scenario, playbooks } = folder;
  const { worst, stay, best } = anchorsOf(folder, setting.world);
  const origin = originOf(scenario, setting);
  const outcome = (name: string): Outcome => replay(scenario, setting, playbookLog(scenario, playbooks[name]!), { origin }).outcome;
  return { worst: outcome(worst), stay: outcome(stay), best: outcome(best) };
}

/** What each way of dressing a report up wins and costs, in the first hidden world. */
export function temptationRows(id: string, { customers, seeds }: ReviewSize): TemptationRow[] {
  const folder = goodScenario(id);
  const { scenario } = folder;
  const settings = gradingSeeds.slice(0, seeds).map((luckSeed) => ({ customers, world: 0, populationSeed, luckSeed }));
  const anchors = settings.map((setting) => anchorsOn(folder, setting));
  const scored = (runs: readonly Tempted[]): number =>
    scoreOf(
      runs.map(({ outcome }, place) => ({ seed: settings[place]!.luckSeed, run: outcome, ...anchors[place]! })),
      settings[0]!.luckSeed,
    ).total;
  const honest = settings.map((setting) => tempted(scenario, setting, asMade));
  const honestScore = scored(honest);
  return biasIds.map((bias): TemptationRow => {
    const runs = settings.map((setting) => tempted(scenario, setting, dressedUp(bias)));
    const reports = runs.flatMap((run) => run.reports);
    const early = reports.filter(({ quarter }) => quarter + WITHIN <= scenario.quarters);
    const found = early.filter(({ quarter, foundOut }) => foundOut !== null && foundOut <= quarter + WITHIN);
    const over = (quarter: (run: Tempted) => number): Spread =>
      spread(runs.map((run, place) => run.leadership[quarter(run) - 1]! - honest[place]!.leadership[quarter(run) - 1]!));
    return {
      scenario: id,
      bias,
      reports: reports.length,
      foundOut: reports.filter(({ foundOut }) => foundOut !== null).length / Math.max(1, reports.length),
      foundOutInAYear: early.length > 0 ? found.length / early.length : null,
      leadershipFirst: over((run) => run.reports[0]?.quarter ?? 1),
      leadershipLast: over(() => scenario.quarters),
      score: scored(runs),
      honest: honestScore,
    };
  });
}
