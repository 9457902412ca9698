/** The board report: the biases that the staff's draft comes with, what leaving them in does to the board now and later, and how honest it was. */

import type { FirmParameters } from '../parameters.ts';
import { revealedBiases } from './questions.ts';
import { biasIds, type BiasId, type FindingId } from './reviewOptions.ts';
import type { BoardReport, HeldReview } from './reviewState.ts';

/** Biases that a draft comes with at most. */
const mostDrafted = 2;

/** What a draft is made from. */
export interface DraftBasis extends Pick<HeldReview, 'frame' | 'moment' | 'criteria' | 'internal'> {
  /** A wave before this one showed more satisfaction than this one does. */
  fell: boolean;
  /** There is a wave or a control group to hold figures against. */
  based: boolean;
}

/**
 * The biases of a draft: nobody lies, everybody picks what looks best. Whom the review asked decides the first; the second is the first of the
 * others that the review gives room for.
 */
export const draftedBiases = (basis: DraftBasis): BiasId[] => temptations(basis).slice(0, mostDrafted);

/** Biases that the draft of such a review may come with, however luck has it. */
export const possibleDraft = (review: Omit<DraftBasis, 'fell' | 'based'>): BiasId[] => temptations({ ...review, fell: true, based: false });

function temptations({ frame, moment, criteria, internal, fell, based }: DraftBasis): BiasId[] {
  const first: BiasId = frame === 'everyone' ? 'lostLeftOut' : 'recentBuyers';
  const room: readonly (readonly [BiasId, boolean])[] = [
    ['movedBaseline', fell],
    ['askedAfterGift', moment === 'afterGift'],
    ['openedAsSolved', criteria.includes('ticketsClosed') || criteria.includes('complaintsSolved')],
    ['relativeWithoutBase', !based && (internal.includes('targets') || criteria.includes('targetLift'))],
  ];
  const others = room.filter(([, has]) => has).map(([bias]) => bias);
  return [first, ...others];
}

/** How honest a report was, against the draft and against what the questions had brought to light. */
export interface ReportJudged {
  /** Biases of the draft that were taken out. */
  mended: readonly BiasId[];
  /** Left in although nobody had been asked: innocent, and a lapse of diligence. */
  unasked: readonly BiasId[];
  /** Left in after a question had shown them. */
  kept: readonly BiasId[];
  /** Put in that the draft did not have. */
  added: readonly BiasId[];
  /** Something was kept or added knowingly. */
  falsified: boolean;
  /** Bad news first, with intervals and limits, and nothing biased. */
  frank: boolean;
}

export function reportJudged(
  report: Pick<BoardReport, 'biases' | 'order' | 'intervals' | 'limits'>,
  held: Pick<HeldReview, 'drafted' | 'found' | 'asked'>,
): ReportJudged {
  const shown = revealedBiases(held);
  const left = (bias: BiasId): boolean => report.biases.includes(bias);
  const kept = held.drafted.filter((bias) => left(bias) && shown.includes(bias));
  const added = biasIds.filter((bias) => left(bias) && !held.drafted.includes(bias));
  return {
    mended: held.drafted.filter((bias) => !left(bias)),
    unasked: held.drafted.filter((bias) => left(bias) && !shown.includes(bias)),
    kept,
    added,
    falsified: kept.length + added.length > 0,
    frank: report.biases.length === 0 && report.order === 'badFirst' && report.intervals && report.limits,
  };
}

/** Points of leadership that a report wins (biases) and costs (frankness) in the quarter in which it is handed in. */
export function moodOf(report: Pick<BoardReport, 'biases' | 'order' | 'intervals' | 'limits'>, p: FirmParameters): number {
  const { biases, order, intervals, limits } = report;
  const dressed = biases.length === 0 ? 0 : Math.min(p['report.moodMost'], p['report.mood'] + p['report.moodMore'] * (biases.length - 1));
  const frank =
    (order === 'badFirst' ? p['report.badFirst'] : 0) + (intervals ? p['report.intervals'] : 0) + (limits ? p['report.limits'] : 0);
  return dressed - frank;
}

/** Points of leadership lost when an audit finds a report out: trust where it was falsified, the borrowed mood where nobody had asked. */
export const lostWhenFound = (report: BoardReport, falsified: boolean, p: FirmParameters): number =>
  falsified ? p['report.foundOut'] : Math.max(0, moodOf({ ...report, order: 'goodFirst', intervals: false, limits: false }, p));

/**
 * The gravest trouble that a board hears of a second time although the report before had told it last and without limits; null where it was
 * told frankly, or is gone. A board that was told the limits is not surprised.
 */
export function surpriseOf(before: HeldReview, now: HeldReview): FindingId | null {
  const { report } = before;
  if (report === null || report.limits || report.order === 'badFirst') return null;
  const gravest = [...before.found].sort((a, b) => b.gravity - a.gravity)[0];
  if (gravest === undefined) return null;
  const again = now.found.find(({ finding }) => finding === gravest.finding);
  return again !== undefined && again.gravity >= gravest.gravity ? gravest.finding : null;
}
