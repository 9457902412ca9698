/** A campaign of a company in a quarter, and what became of it. */

import type { QuarterPlan } from '../../company/controls.ts';
import type { CampaignOfferId, CampaignTreatment } from '../../sim/offer.ts';

/** Not changed once made. */
export interface CampaignAtWork {
  /** Null where only the campaign of the quarter before is still felt. */
  run: {
    offer: CampaignOfferId;
    target: QuarterPlan['cam.target'];
    /** False where the list or the classes that the plan names do not exist, so that everybody was meant. */
    targeted: boolean;
    /** Per cent kept out to compare. */
    control: number;
    /** Simulated customers on file, those meant, and those among them who agreed to offers. */
    onFile: number;
    meant: number;
    reachable: number;
  } | null;
  treatment: CampaignTreatment;
}

/** Simulated customers of one kind, with purchases in the quarter: their sum and the sum of their squares. */
export interface CampaignGroup {
  n: number;
  purchases: number;
  squares: number;
  revenue: number;
  /** Opted out of offers in the quarter, for whatever reason. */
  optedOut: number;
}

/** Counts of simulated customers and their money in currency. */
export interface CampaignDone {
  quarter: number;
  run: NonNullable<CampaignAtWork['run']>;
  addressed: CampaignGroup;
  kept: CampaignGroup;
  /** Bought with the offer; all they bought; and what was taken off for them. */
  responded: number;
  respondedRevenue: number;
  givenAway: number;
  /** Contacts to bring it, and preparing it; the latter in currency of the firm, not of one simulated customer. */
  contactCost: number;
  price: number;
  /** Truth: purchases because of the offer, those of them brought forward, purchases without it, margin of the further ones. */
  more: number;
  forward: number;
  without: number;
  worth: number;
  /** Truth: taken off for who would have bought anyway. */
  givenAnyway: number;
  /** Truth: opted out over the campaign. */
  optedOutOver: number;
}
