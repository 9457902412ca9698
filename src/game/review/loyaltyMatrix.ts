/**
 * The loyalty matrix as a survey shows it (Dick & Basu 1994). Customers are asked how content and how attached they are, what it would cost
 * them to go, and how much better the best rival looks; what a loyalty programme binds them with stands in the records.
 */

import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { normalQuantile } from '../../sim/math/quantiles.ts';
import { purpose } from '../../sim/purposes.ts';
import type { QuarterContext } from '../../sim/truth/context.ts';
import { loyaltyMatrixIn, type LoyaltyMatrix, loyaltyOf, feltOf, type LoyaltyFelt } from '../../sim/truth/loyaltyMatrix.ts';
import { type Interval, wilson } from '../known/intervals.ts';
import { answering, askedAndBest, framed, moodOf } from './asked.ts';
import type { Asking, ReviewMethod } from './asking.ts';
import { reckoningOf } from './reckoning.ts';

export const loyaltyKinds = ['true', 'latent', 'spurious', 'none'] as const satisfies readonly (keyof LoyaltyMatrix)[];

/** Statements by which each feeling is asked for: their mean errs less than one of them. */
const STATEMENTS = 9;
/** Relative error of what somebody thinks that going would cost him, and error of how good a rival looks, in log odds. */
const COST_ERROR = 0.25;
const PULL_ERROR = 0.05;
/** Error (standard deviation) of a share by sorting people from their answers, beside that of chance. Measured over 200 lucks a firm. */
const SORTING_ERROR = 0.012;
/** What somebody may really feel, given his answer: as many equally likely feelings as this. */
const FEELINGS = 7;
const feelings = Array.from({ length: FEELINGS }, (_, node) => normalQuantile((node + 0.5) / FEELINGS));

export const loyaltyMatrixMethod: ReviewMethod = (asking) => {
  const { company } = asking;
  const c = reckoningOf(asking).context;
  const counts = loyaltyMatrixIn(c, company.index);
  const all = loyaltyKinds.reduce((sum, kind) => sum + counts[kind], 0);
  const { asked, best } = askedAndBest(asking, (way) => asks(way, c));
  return loyaltyKinds.map((kind): ReviewFigure => {
    const widest = best === null ? null : around(best.shares[kind], best.n);
    const named = {
      method: 'loyaltyMatrix',
      id: kind,
      truth: all > 0 ? counts[kind] / all : null,
      fair: widest === null ? null : widest.high - widest.low,
    } as const;
    if (asked === null) return { ...named, value: null, low: null, high: null, n: 0, why: 'noCustomersKnown' };
    const { shares, n } = asked;
    return { ...named, value: shares[kind], ...around(shares[kind], n), n };
  });
};

/** Interval of a share that people were sorted into; fewer than the error of sorting cannot be told from nobody. */
function around(share: number, n: number): Interval {
  const seen = Math.max(SORTING_ERROR, Math.min(1 - SORTING_ERROR, share));
  const chance = seen * (1 - seen);
  const { low, high } = wilson(share, chance / (chance / n + SORTING_ERROR * SORTING_ERROR));
  return { low: share <= SORTING_ERROR ? 0 : low, high };
}

/** Shares 0-1 of the four kinds among those asked; null where there is nobody to ask. */
function asks(asking: Asking, c: QuarterContext): { shares: LoyaltyMatrix; n: number } | null {
  const { world, company, offers, n } = asking;
  const { market } = world;
  const people = answering(asking, framed(asking), n, company.index, purpose.reviewLoyalty);
  if (people.length === 0) return null;
  const noise = market.parameters['rating.noise'] / Math.sqrt(STATEMENTS);
  const answers = people.map((who): LoyaltyFelt => {
    const felt = feltOf(c, offers[company.index]!, company.index, who.i);
    return {
      ...felt,
      below: felt.below - moodOf(asking) + noise * who.error(0),
      distant: felt.distant + noise * who.error(1),
      // What costs nothing is known to cost nothing.
      switching: Math.max(0, Math.min(1, felt.switching * (1 + COST_ERROR * who.error(2)))),
      drawn: felt.drawn > 0 ? Math.max(0, felt.drawn + PULL_ERROR * who.error(3)) : 0,
    };
  });
  const below = shrunk(
    answers.map((answer) => answer.below),
    noise,
  );
  const distant = shrunk(
    answers.map((answer) => answer.distant),
    noise,
  );
  const shares: LoyaltyMatrix = { true: 0, latent: 0, spurious: 0, none: 0 };
  const part = 1 / (people.length * FEELINGS * FEELINGS);
  answers.forEach((answer, person) => {
    for (const one of feelings) {
      for (const other of feelings) {
        const felt = { ...answer, below: below.of(person, one), distant: distant.of(person, other) };
        shares[loyaltyOf(felt, market.parameters)] += part;
      }
    }
  });
  return { shares, n: people.length };
}

/**
 * What people feel, given answers whose error is known from asking the same people twice: drawn towards the mean by as much of the spread
 * as is error (regression calibration; Carroll, Ruppert & Stefanski 1995). Without it every edge of the matrix would seem more crowded.
 */
function shrunk(answers: readonly number[], noise: number): { of: (person: number, normal: number) => number } {
  const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  const spread = answers.reduce((sum, answer) => sum + (answer - mean) * (answer - mean), 0) / Math.max(1, answers.length - 1);
  const kept = spread > 0 ? Math.max(0, 1 - (noise * noise) / spread) : 0;
  const left = Math.sqrt(kept) * noise;
  return { of: (person, normal) => mean + kept * (answers[person]! - mean) + left * normal };
}
