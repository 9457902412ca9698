/** V2: accuracy, by the interval score of every figure of the reviews against the truth (Gneiting & Raftery 2007). */

import type { Judged } from '../../conduct/evidence.ts';
import { shown } from '../evidence.ts';
import { atMost, type Judge, ladder, meanOf, reviewsSuffice } from '../judging.ts';

/** An interval of 80%: a miss weighs 2 / alpha. */
export const ALPHA = 0.2;
/** Mean scores up to which each level reaches; an honest 80% interval of a normal error has 1.4 of its own width. */
export const bars = { fair: 3.5, good: 2.6, veryGood: 2 } as const;
/** A figure so far off is worth no more than none at all. */
export const MOST = 5;

/** Interval score over the width that the best frame at this price would give: 1 = as good as it gets, 5 = as good as nothing. */
export const intervalScore = ({ width, miss, fair }: Judged): number => Math.min(MOST, (width + (2 / ALPHA) * miss) / fair);

/** No error known; a sample size; intervals that say something; held against something; and near the best that the money buys. Thirty people are an anecdote. */
export const judgeAccuracy: Judge = ({ run: { conduct } }) => {
  const { held, baseline, control } = conduct.reviews;
  const judged = held.flatMap((review) => review.judged);
  // What a method was asked and could not tell is no interval at all.
  const silent = meanOf(held.filter(({ figures }) => figures > 0).map(({ answered }) => 1 - answered));
  const score = judged.length > 0 ? (1 - silent) * meanOf(judged.map(intervalScore)) + silent * MOST : MOST;
  const caught = judged.length > 0 ? judged.filter(({ miss }) => miss === 0).length / judged.length : 0;
  const sizes = held.filter(({ figures }) => figures > 0).map(({ n }) => n);
  const largest = sizes.reduce((most, n) => Math.max(most, n), 0);
  const smallest = sizes.reduce((least, n) => Math.min(least, n), largest);
  const compared = baseline !== null || control;
  const climbed = ladder(judged.length > 0, score <= bars.fair, score <= bars.good && compared, score <= bars.veryGood && caught >= 0.7);
  return {
    level: reviewsSuffice(conduct) && largest >= 100 ? climbed : atMost(climbed, 1),
    evidence: [
      shown('intervalScore', score),
      shown('caught', caught),
      shown('smallestSample', smallest),
      shown('largestSample', largest),
      shown('comparison', compared),
    ],
  };
};
