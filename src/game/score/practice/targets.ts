/** N2: target selection, by what the labels cost in money. */

import { shown } from '../evidence.ts';
import { atMost, type Judge, type Level } from '../judging.ts';

/** Regret of the labels over that of one label for all, under which each level begins. */
export const regretFor = { fair: 0.8, good: 0.45, veryGood: 0.3 } as const;

/**
 * All alike; a core named and no more, or labels hardly better than one for all; labels that beat it; by much, and with needs grouped; by most,
 * with a core and somebody not served. Who gives the most valuable no more hours than the others has labels for nothing; and labels count for
 * the part of the last year in which they were in force.
 */
export const judgeTargets: Judge = ({ run: { conduct } }) => {
  const { labelled, regret, oneForAll, kappa, headHours, headShare, core, refuses, needs, at } = conduct.targets;
  const ratio = labelled > 0 && oneForAll > 0 ? regret / oneForAll : 1;
  const unlabelled = core ? 1 : 0;
  const ofLabels = ((): Level => {
    if (ratio >= regretFor.fair) return 1;
    if (ratio > regretFor.good || !needs) return 2;
    return ratio <= regretFor.veryGood && refuses && core ? 4 : 3;
  })();
  const tail = headHours <= headShare + 1e-9;
  const inForce = Math.floor((tail ? atMost(ofLabels, 1) : ofLabels) * labelled + 1e-9);
  return {
    level: Math.max(unlabelled, inForce) as Level,
    evidence: [
      shown('classed', labelled > 0, at.class),
      ...(labelled > 0 ? [shown('labelledShare', labelled, at.class)] : []),
      shown('regretShare', ratio),
      shown('regret', regret),
      shown('regretOneForAll', oneForAll),
      ...(kappa === null ? [] : [shown('kappa', kappa), shown('headHours', headHours, at.class), shown('headShare', headShare)]),
      shown('coreNamed', core, at.core),
      shown('needsAsked', needs, at.needs),
      shown('saysNo', refuses, at.refused),
    ],
  };
};
