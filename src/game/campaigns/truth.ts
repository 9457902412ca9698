/** A campaign as it truly was: exact, since with and without it are both expected from the same draws. */

import type { CampaignDone } from './atWork.ts';

/** Real customers and purchases; money in currency. */
export interface CampaignTruth {
  quarter: number;
  /** Purchases a customer addressed that the offer added, and those there would have been without it. */
  lift: number;
  without: number;
  /** Purchases added, and those of them that are missing from the next quarter. */
  more: number;
  forward: number;
  /** Taken off the price for purchases that would have been made anyway. */
  givenAnyway: number;
  /** Margin of what was added and stays, less what was taken off, preparing and contacts. */
  gain: number;
  /** Who opted out over the offer. */
  optedOut: number;
}

export function campaignTruth(done: CampaignDone | null, represents: number): CampaignTruth | null {
  if (done === null) return null;
  const { addressed, more, forward } = done;
  const stays = more > 0 ? 1 - forward / more : 0;
  return {
    quarter: done.quarter,
    lift: more / Math.max(1, addressed.n),
    without: done.without / Math.max(1, addressed.n),
    more: more * represents,
    forward: forward * represents,
    givenAnyway: done.givenAnyway * represents,
    gain: (done.worth * stays - done.givenAway - done.contactCost) * represents - done.price,
    optedOut: done.optedOutOver * represents,
  };
}
