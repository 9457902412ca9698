/** A1: adjustment, by the defects that could be found: how much of them was fixed and re-tested. */

import { atTheCause, sunkInto } from '../../../company/review/adjustment.ts';
import type { ChainConduct, HeldConduct, ReviewConduct } from '../../conduct/evidence.ts';
import { shown } from '../evidence.ts';
import { type Judge, ladder, seesLost } from '../judging.ts';

/** Credit of a chain by how its re-test came out. */
const credit: Readonly<Record<ChainConduct['outcome'], number>> = { fixed: 1, better: 0.5, unchanged: 0.1, worse: 0, open: 0, untested: 0 };
const PLANTED = 0.5;
/** Share of the true gravity that must be gone for the whole credit: a re-test that happens to show less mends nothing. */
const GONE = 2 / 3;
/** Of a chain that works where the cause is not. */
const SYMPTOM = 0.5;
/** Share followed up from which a firm tunes, and shares fixed and re-tested from which it does well, and very well. */
export const sharesFor = { tuned: 0.25, tested: 0.15, good: 0.4, veryGood: 0.6 } as const;

/** Part 0-1 of a chain that was led: none where things are kept as they are, or where the plan did not mend for good; half at a symptom. */
function ledPart({ finding, cause, action, mends }: ChainConduct): number {
  if (mends === 'none' || action === 'keep') return 0;
  return atTheCause(finding, cause) ? 1 : SYMPTOM;
}
/** The same for what was followed up: putting back what one has taken away oneself is none of it. */
const followedPart = (chain: ChainConduct): number => (chain.mends === 'new' ? ledPart(chain) : 0);

type OfReviews = Pick<ReviewConduct, 'chains' | 'defects'>;

/** Share 0-1 of the weight of all defects that could be found, each with the best part that a chain on it has. */
function shareOf({ chains, defects }: OfReviews, part: (chain: ChainConduct, planted: number) => number): number {
  const all = defects.reduce((sum, { weight }) => sum + weight, 0);
  if (all <= 0) return 0;
  const had = defects.reduce((sum, { finding, weight, planted }) => {
    const best = chains.filter((chain) => chain.finding === finding).reduce((most, chain) => Math.max(most, part(chain, planted)), 0);
    return sum + weight * best;
  }, 0);
  return had / all;
}

/** Share 0-1 of the weight of all defects that could be found which the plan followed up. */
export const shareFollowed = (of: OfReviews): number => shareOf(of, followedPart);

/** Share 0-1 of the same that was fixed and re-tested; what the learner planted counts half, and so does what was only put back. */
export const shareFixed = (of: OfReviews): number =>
  shareOf(of, (chain, planted) => {
    const truly = Math.min(1, (chain.gone ?? 0) / GONE);
    const own = chain.mends === 'restored' ? 1 : planted;
    return ledPart(chain) * Math.min(credit[chain.outcome], truly) * (1 - (1 - PLANTED) * own);
  });

/** Methods and people from which a review that finds nothing has looked. */
const looks = { methods: 4, people: 100 } as const;
const looked = (review: HeldConduct): boolean => seesLost(review) && review.methods.length >= looks.methods && review.n >= looks.people;

/**
 * No chain that the plan followed; one; much followed up, or some of it mended as a re-test shows; a good part mended; half, and nothing kept
 * that had failed. A firm in which there was nothing to find is judged by its looking.
 */
export const judgeAdjustment: Judge = ({ run: { conduct } }) => {
  const { chains, defects, held } = conduct.reviews;
  const retested = chains.filter(({ after }) => after !== null);
  const [fixed, followed] = [shareFixed(conduct.reviews), shareFollowed(conduct.reviews)];
  const nothing = held.length >= 2 && held.every((review) => looked(review) && review.found === 0);
  const last = chains.at(-1);
  const place = last ? { quarter: last.quarter, ...(last.seq !== undefined && { seq: last.seq }) } : null;
  return {
    level: nothing
      ? 3
      : ladder(
          chains.some((chain) => followedPart(chain) > 0) || fixed > 0,
          followed >= sharesFor.tuned || fixed >= sharesFor.tested,
          fixed >= sharesFor.good,
          fixed >= sharesFor.veryGood && sunkInto(chains).length === 0,
        ),
    evidence: [
      shown('defectsFound', defects.length),
      shown('chains', chains.length, place),
      shown('followedShare', followed),
      shown('retested', retested.length),
      shown('fixedShare', fixed),
    ],
  };
};
