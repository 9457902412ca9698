/** A1: adjustment, by the defects that could be found: how much of them was fixed and re-tested. */

import { atTheCause } from '../../../company/review/adjustment.ts';
import type { ChainConduct, HeldConduct, ReviewConduct } from '../../conduct/evidence.ts';
import { shown } from '../evidence.ts';
import { type Judge, ladder, seesLost } from '../judging.ts';

/** Credit of a chain by how its re-test came out. */
const credit: Readonly<Record<ChainConduct['outcome'], number>> = { fixed: 1, better: 0.5, unchanged: 0.1, worse: 0, open: 0, untested: 0 };
const PLANTED = 0.5;
/** Of a chain that keeps things as they are, or that works where the cause is not. */
const IDLE = 0.5;

/** Part 0-1 that a chain has in what its re-test found: none where the plan did not follow it. */
function shareOf({ finding, cause, action, acted, outcome }: ChainConduct): number {
  if (acted === null) return 0;
  return credit[outcome] * (action === 'keep' || !atTheCause(finding, cause) ? IDLE : 1);
}

/** Share 0-1 of the weight of all defects that could be found which was fixed and re-tested; what the learner planted counts half. */
export function shareFixed({ chains, defects }: Pick<ReviewConduct, 'chains' | 'defects'>): number {
  const all = defects.reduce((sum, { weight }) => sum + weight, 0);
  if (all <= 0) return 0;
  const fixed = defects.reduce((sum, { finding, weight, planted }) => {
    const best = chains.filter((chain) => chain.finding === finding).reduce((most, chain) => Math.max(most, shareOf(chain)), 0);
    return sum + weight * best * (planted ? PLANTED : 1);
  }, 0);
  return fixed / all;
}

/** Methods and people from which a review that finds nothing has looked. */
const looks = { methods: 4, people: 100 } as const;
const looked = (review: HeldConduct): boolean => seesLost(review) && review.methods.length >= looks.methods && review.n >= looks.people;

/** No chain that the plan followed; one; re-tested; a quarter mended; half. A firm in which there was nothing to find is judged by its looking. */
export const judgeAdjustment: Judge = ({ run: { conduct } }) => {
  const { chains, defects, held } = conduct.reviews;
  const retested = chains.filter(({ after }) => after !== null);
  const share = shareFixed(conduct.reviews);
  const nothing = held.length >= 2 && held.every((review) => looked(review) && review.found === 0);
  const last = chains.at(-1);
  const place = last ? { quarter: last.quarter, ...(last.seq !== undefined && { seq: last.seq }) } : null;
  return {
    level: nothing
      ? 3
      : ladder(
          chains.some(({ action, acted }) => action !== 'keep' && acted !== null),
          retested.length > 0 && share >= 0.1,
          share >= 0.25,
          share >= 0.45,
        ),
    evidence: [
      shown('defectsFound', defects.length),
      shown('chains', chains.length, place),
      shown('retested', retested.length),
      shown('fixedShare', share),
    ],
  };
};
