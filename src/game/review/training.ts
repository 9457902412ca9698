/** What staff can do and whether they use what they were given, asked of some of them: points 0-100. */

import { adoptionCeiling, adoptionInUse } from '../../company/adoption.ts';
import { parametersOf } from '../../company/parameters.ts';
import { programmeOf } from '../../company/programme.ts';
import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { keyedUnit } from '../../sim/math/keys.ts';
import { normalQuantile } from '../../sim/math/quantiles.ts';
import { purpose } from '../../sim/purposes.ts';
import { wilson } from '../known/intervals.ts';
import type { Asking, ReviewMethod } from './asking.ts';
import { meanWidth } from './fair.ts';
import { meanHalf, missing, shareFigure, withEnds } from './figures.ts';

/** Questions that each of them is put; two companies ask different people. */
const QUESTIONS = 3;

/** Draw of person `one` for a question. */
const draw = ({ world, company }: Asking, one: number, question: number): number =>
  keyedUnit(world.market.luckSeed, purpose.reviewStaff, one, world.quarter, company.index * QUESTIONS + question);

/** A mean of marks around what is true, held to the scale. */
function marks(asking: Asking, id: string, truth: number, question: number): ReviewFigure {
  if (asking.truthOnly === true) return missing({ method: 'training', id }, 'tooFew', { truth, fair: null });
  const p = parametersOf(asking.company.spec);
  const [n, deviation] = [p['review.staffAsked'], p['review.staffSpread']];
  let [sum, squares] = [0, 0];
  for (let one = 0; one < n; one += 1) {
    const mark = Math.max(0, Math.min(100, truth + deviation * normalQuantile(draw(asking, one, question))));
    sum += mark;
    squares += mark * mark;
  }
  const mean = sum / n;
  const half = meanHalf(mean, squares, n);
  const ends = { low: Math.max(0, mean - half), high: Math.min(100, mean + half) };
  return withEnds({ method: 'training', id }, mean, ends, n, { truth, fair: meanWidth(deviation, n) });
}

/** Of those asked, how many in a hundred use the tool; null with the reason where there is none in use. */
function adoption(asking: Asking): ReviewFigure {
  const { firm, spec } = asking.company;
  const named = { method: 'training', id: 'adoption' } as const;
  if (!programmeOf(firm).active && firm.established.data + firm.established.delivery === 0) return missing(named, 'noneSuch');
  const n = parametersOf(spec)['review.staffAsked'];
  const truth = adoptionInUse(firm);
  let users = 0;
  for (let one = 0; one < n; one += 1) if (100 * draw(asking, one, 0) < truth) users += 1;
  const { low, high } = wilson(truth / 100, n);
  return shareFigure(named, users, n, { truth, fair: 100 * (high - low) }, 100);
}

/** `adoption`: users in a hundred. `skill`: marks in a test. `morale`: how far staff would go along with the tools as things stand. */
export const trainingMethod: ReviewMethod = (asking) => {
  const { firm, spec, inForce } = asking.company;
  const willing = adoptionCeiling(firm, spec, inForce, parametersOf(spec));
  return [adoption(asking), marks(asking, 'skill', firm.stocks.H, 1), marks(asking, 'morale', willing, 2)];
};
