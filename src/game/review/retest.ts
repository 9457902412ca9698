/** The re-test: a later review looks again at what a chain was opened on, and closes it. */

import { chainOutcome, type Gravity } from '../../company/review/adjustment.ts';
import type { FirmParameters } from '../../company/parameters.ts';
import type { FindingId } from '../../company/review/reviewOptions.ts';
import type { AdjustmentChain } from '../../company/review/reviewState.ts';

/**
 * Chains after a review: those whose time has come are closed with the gravity found again, by the method that found it first. What was not
 * bought again is closed as untested: nobody may call a defect mended because he did not look.
 * @param read gravity by finding as this review read it; @param quarter of the review
 */
export function retested(
  chains: readonly AdjustmentChain[],
  read: ReadonlyMap<FindingId, Gravity>,
  quarter: number,
  p: FirmParameters,
): AdjustmentChain[] {
  return chains.map((chain) => {
    if (chain.outcome !== 'open' || quarter < chain.due) return chain;
    const after = read.get(chain.finding) ?? null;
    return { ...chain, after: after?.value ?? null, outcome: chainOutcome(chain.before, after, p) };
  });
}
