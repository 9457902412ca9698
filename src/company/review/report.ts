/** The board report: what leaving biases in, or news out, does to the board now and later, and how honest it was. */

import type { FirmParameters } from '../parameters.ts';
import { possibleDraft, type PossibleBasis } from './draft.ts';
import { revealedBiases } from './questions.ts';
import { biasIds, type BiasId, type FindingId } from './reviewOptions.ts';
import type { BoardReport, HeldReview, TrueSentence } from './reviewState.ts';

/** How honest a report was, against the draft and against what the questions had brought to light. */
export interface ReportJudged {
  /** Biases of the draft that were taken out. */
  mended: readonly BiasId[];
  /** Left in although nobody had been asked: innocent, and a lapse of diligence. */
  unasked: readonly BiasId[];
  /** Left in after a question had shown them. */
  kept: readonly BiasId[];
  /** Left in of another draft: this one came without them, but on another luck the staff would have written them. */
  elsewhere: readonly BiasId[];
  /** Put in that no draft of the review would have. */
  added: readonly BiasId[];
  /** True sentences of the draft that were struck. */
  leftOut: readonly TrueSentence[];
  /** Something was kept or added knowingly. */
  falsified: boolean;
  /** Bad news first, with intervals and limits, nothing biased and nothing left out. */
  frank: boolean;
}

type Written = Pick<BoardReport, 'biases' | 'order' | 'intervals' | 'limits' | 'leftOut'>;

export function reportJudged(report: Written, held: Pick<HeldReview, 'drafted' | 'found' | 'asked'> & PossibleBasis): ReportJudged {
  const shown = revealedBiases(held);
  const left = (bias: BiasId): boolean => report.biases.includes(bias);
  const kept = held.drafted.filter((bias) => left(bias) && shown.includes(bias));
  const foreign = biasIds.filter((bias) => left(bias) && !held.drafted.includes(bias));
  const possible = possibleDraft(held);
  const added = foreign.filter((bias) => !possible.includes(bias));
  const plain = report.biases.length === 0 && report.leftOut.length === 0;
  return {
    mended: held.drafted.filter((bias) => !left(bias)),
    unasked: held.drafted.filter((bias) => left(bias) && !shown.includes(bias)),
    kept,
    elsewhere: foreign.filter((bias) => possible.includes(bias)),
    added,
    leftOut: report.leftOut,
    falsified: kept.length + added.length > 0,
    frank: plain && report.order === 'badFirst' && report.intervals && report.limits,
  };
}

/** Sentences by which a report looks better than the figures: biases in it, and bad news struck from it. */
export const dressings = ({ biases, leftOut }: Pick<BoardReport, 'biases' | 'leftOut'>): number =>
  biases.length + leftOut.filter(({ news }) => news === 'bad').length;

/** Points of leadership that a report wins (biases, bad news kept back) and costs (frankness) in the quarter in which it is handed in. */
export function moodOf(report: Written, p: FirmParameters): number {
  const { order, intervals, limits } = report;
  const count = dressings(report);
  const dressed = count === 0 ? 0 : Math.min(p['report.moodMost'], p['report.mood'] + p['report.moodMore'] * (count - 1));
  const frank =
    (order === 'badFirst' ? p['report.badFirst'] : 0) + (intervals ? p['report.intervals'] : 0) + (limits ? p['report.limits'] : 0);
  return dressed - frank;
}

/** Points of leadership lost when an audit finds a report out: trust where it was falsified, the borrowed mood where nobody had asked. */
export const lostWhenFound = (report: BoardReport, falsified: boolean, p: FirmParameters): number =>
  falsified ? p['report.foundOut'] : Math.max(0, moodOf({ ...report, order: 'goodFirst', intervals: false, limits: false }, p));

/**
 * The gravest trouble that a board hears of a second time although the report before had kept it back, or told it last and without limits; null
 * where it was told frankly, or is gone. A board that was told the limits is not surprised.
 */
export function surpriseOf(before: HeldReview, now: HeldReview): FindingId | null {
  const { report } = before;
  const gravest = [...before.found].sort((a, b) => b.gravity - a.gravity)[0];
  if (report === null || gravest === undefined) return null;
  const keptBack = report.leftOut.some(({ finding }) => finding === gravest.finding);
  if (!keptBack && (report.limits || report.order === 'badFirst')) return null;
  const again = now.found.find(({ finding }) => finding === gravest.finding);
  return again !== undefined && again.gravity >= gravest.gravity ? gravest.finding : null;
}
