/** Campaigns against the truth: what was claimed, what a control group let the firm measure, and what the offer truly added. */

import type { CampaignTruth } from '../campaigns/truth.ts';
import type { CampaignSheet } from '../known/campaign.ts';
import type { CardsRun } from './run.ts';

export interface CampaignAgainstTruth {
  known: CampaignSheet;
  truth: CampaignTruth;
  /** True where the interval measured holds the truth; null where nothing was measured. */
  caught: boolean | null;
}

/** In the order in which they were run. */
export function campaignsAgainstTruth(run: CardsRun): CampaignAgainstTruth[] {
  return run.known.flatMap(({ quarter, campaign: known }) => {
    const truth = run.truth.find((report) => report.quarter === quarter)?.campaign;
    if (!known || !truth) return [];
    const { low, high } = known.lift;
    return [{ known, truth, caught: low === null || high === null ? null : low <= truth.lift && truth.lift <= high }];
  });
}
