/** What reviews are worth: figures by whom they ask and when, held against the truth, and what each temptation of a board report comes to. */

import { spread, type Spread } from '../../src/cli/statistics.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { anchorsOf } from '../../src/cli/gradedRuns.ts';
import { policyNamed } from '../../src/cli/playbookFiles.ts';
import {
  biasIds,
  externalMethodIds,
  internalMethodIds,
  type BiasId,
  type ReviewFrameId,
  type ReviewMethodId,
  type ReviewMomentId,
} from '../../src/company/review/reviewOptions.ts';
import type { BoardReport, ReviewFigure } from '../../src/company/review/reviewState.ts';
import { autoplay, playRounds } from '../../src/game/autoplay.ts';
import { carefulPlayer } from '../../src/game/carefulPlayer.ts';
import { gradingSeeds } from '../../src/game/grade.ts';
import { patchedPlayer, type MovePatch, type Patch } from '../../src/game/players/patched.ts';
import { originOf, replay } from '../../src/game/replay.ts';
import type { Outcome, SeedOutcomes } from '../../src/game/score/outcomes.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

export interface ReviewSize {
  customers: number;
  /** Luck seeds of each world. */
  seeds: number;
}

/** Figures of one method, asked of one frame at one moment. */
export interface EstimateRow {
  scenario: string;
  frame: ReviewFrameId;
  moment: ReviewMomentId;
  figures: string;
  /** 80% intervals that hold the truth, of so many. */
  held: number;
  of: number;
  /** Mean of value less truth, and of the width of the interval, in the unit of the figure. */
  error: number;
  width: number;
}

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
/** Whom and when: as the course text would have it, and three ways in which it goes wrong. */
const askings: readonly (readonly [ReviewFrameId, ReviewMomentId])[] = [
  ['everyone', 'ordinary'],
  ['known', 'ordinary'],
  ['buyers', 'ordinary'],
  ['buyers', 'afterPurchase'],
  ['everyone', 'afterGift'],
];

const asking =
  (frame: ReviewFrameId, moment: ReviewMomentId): Patch =>
  ({ quarter }) => ({
    'evl.plan': quarter < 3 ? 'never' : 'everyTwo',
    'evl.baseline': 'yes',
    'evl.frame': frame,
    'evl.moment': moment,
    'evl.size': 'n400',
    'evl.external': externalMethodIds,
    'evl.internal': internalMethodIds,
  });

/** Methods whose figures differ in unit or meaning; those of the others are one row. */
const apart: readonly ReviewMethodId[] = ['equity', 'data', 'loyaltyMatrix'];
const rowOf = ({ method, id }: ReviewFigure): string => (apart.includes(method) ? `${method}.${id}` : method);

/** Every figure of the careful player's reviews, asked in one way, over all hidden worlds. */
function figuresOf(scenario: Scenario, { customers, seeds }: ReviewSize, patch: Patch): ReviewFigure[] {
  const player = patchedPlayer(scenario, carefulPlayer(scenario), patch);
  return scenario.worlds.flatMap((_, world) =>
    gradingSeeds.slice(0, seeds).flatMap((luckSeed) => {
      const { playing } = playRounds(scenario, { customers, world, populationSeed, luckSeed }, player);
      return playing.world.played[0]!.review.held.flatMap(({ figures }) => figures);
    }),
  );
}

type Answered = ReviewFigure & { value: number; low: number; high: number; truth: number };
const isAnswered = (figure: ReviewFigure): figure is Answered =>
  figure.value !== null && figure.low !== null && figure.high !== null && figure.truth !== null;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How often the figures of reviews hold the truth, by whom was asked and when. Of methods that ask nobody only the first asking is a row. */
export function estimateRows(id: string, size: ReviewSize): EstimateRow[] {
  const { scenario } = goodScenario(id);
  const asksPeople = (method: ReviewMethodId): boolean => (externalMethodIds as readonly ReviewMethodId[]).includes(method);
  return askings.flatMap(([frame, moment], place) => {
    const answered = figuresOf(scenario, size, asking(frame, moment))
      .filter(isAnswered)
      .filter(({ method }) => place === 0 || asksPeople(method));
    const names = [...new Set(answered.map(rowOf))].sort((a, b) => (a < b ? -1 : 1));
    return names.map((figures): EstimateRow => {
      const of = answered.filter((figure) => rowOf(figure) === figures);
      return {
        scenario: id,
        frame,
        moment,
        figures,
        held: of.filter(({ low, high, truth }) => low <= truth && truth <= high).length,
        of: of.length,
        error: meanOf(of.map(({ value, truth }) => value - truth)),
        width: meanOf(of.map(({ low, high }) => high - low)),
      };
    });
  });
}

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

function tempted(scenario: Scenario, setting: Parameters<typeof autoplay>[1], patch: MovePatch): Tempted {
  const player = patchedPlayer(scenario, carefulPlayer(scenario), () => ({}), patch);
  const { outcome, playing, reports } = autoplay(scenario, setting, player);
  return {
    outcome,
    leadership: reports.map(({ known }) => known.programme.stocks.L),
    reports: playing.world.played[0]!.review.held.flatMap(({ report }) => report ?? []),
  };
}

/** Outcomes of the anchors of the first hidden world with the luck of a seed. */
function anchorsOn(folder: ScenarioFolder, setting: Parameters<typeof autoplay>[1]): Omit<SeedOutcomes, 'seed' | 'run'> {
  const { scenario } = folder;
  const { worst, stay, best } = anchorsOf(folder, setting.world);
  const origin = originOf(scenario, setting);
  const outcome = (name: string): Outcome => {
    const policy = policyNamed(name, folder, setting.world);
    return policy.kind === 'log'
      ? replay(scenario, setting, policy.entries, { origin }).outcome
      : tempted(scenario, setting, asMade).outcome;
  };
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
