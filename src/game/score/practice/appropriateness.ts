/** V1: whether criteria and data fit what the firm is after. */

import { shown } from '../evidence.ts';
import { atMost, type Judge, ladder, meanOf, reviewsSuffice } from '../judging.ts';

/** A borrowed list; tied to goals; mostly fitting; each to one goal, some that lead and some that lag, none for vanity. */
export const judgeAppropriateness: Judge = ({ run: { conduct } }) => {
  const { held } = conduct.reviews;
  const last = held.findLast(({ read }) => read);
  // Nobody can check a review that ends the run; and a list that the firm had before its learner chose one says nothing of him, unless he never did.
  const read = held.filter((review) => review.read);
  const chosen = read.filter((review) => review.chosen);
  const fit = meanOf((chosen.length > 0 ? chosen : read).flatMap(({ fits }) => fits));
  const both = last !== undefined && last.leading && last.lagging;
  const vanity = last?.vanity ?? 0;
  const climbed = ladder(
    held.length > 0,
    fit >= 0.4 && held.some(({ tied }) => tied > 0),
    fit >= 0.6 && vanity === 0,
    fit >= 0.75 && both && held.some(({ asked }) => asked !== null && asked > 0),
  );
  const place = last?.check ?? (last ? { quarter: last.quarter } : null);
  return {
    level: reviewsSuffice(conduct) ? climbed : atMost(climbed, 1),
    evidence: [
      shown('reviews', held.length),
      shown('lostAsked', reviewsSuffice(conduct)),
      shown('criteriaFit', fit, place),
      shown('vanity', vanity),
      shown('leadingAndLagging', both),
    ],
  };
};
