/** What reviews are worth: their figures, by whom they ask and when, held against the truth. */

import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import {
  externalMethodIds,
  internalMethodIds,
  type ReviewFrameId,
  type ReviewMethodId,
  type ReviewMomentId,
} from '../../src/company/review/reviewOptions.ts';
import type { ReviewFigure } from '../../src/company/review/reviewState.ts';
import { playRounds } from '../../src/game/autoplay.ts';
import { carefulPlayer } from '../../src/game/carefulPlayer.ts';
import { gradingSeeds } from '../../src/game/grade.ts';
import { patchedPlayer, type Patch } from '../../src/game/players/patched.ts';
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

const populationSeed = 1;
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
