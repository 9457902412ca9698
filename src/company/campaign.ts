/** Campaigns as a firm plans them: what is offered to whom in the quarter that orders it, and how many are kept out to compare. */

import type { CampaignOfferId } from '../sim/offer.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmParameterId, FirmParameters } from './parameters.ts';

const prices = {
  reminder: 'price.campaignReminder',
  discount: 'price.campaignDiscount',
  bundle: 'price.campaignBundle',
} as const satisfies Readonly<Record<CampaignOfferId, FirmParameterId>>;

/** What is offered; null = no campaign. */
export const campaignOffer = (plan: QuarterPlan): CampaignOfferId | null => (plan['cam.offer'] === 'none' ? null : plan['cam.offer']);

/** Units once for the campaign of a plan, contacts not counted. */
export function campaignPrice(plan: QuarterPlan, p: FirmParameters): number {
  const offer = campaignOffer(plan);
  return offer === null ? 0 : p[prices[offer]];
}

/** Share 0-1 of those meant who are kept out to compare. */
export const controlShare = (plan: QuarterPlan): number => plan['cam.control'] / 100;

/** The plan that goes on after the quarter: a campaign runs once, in the quarter that orders it. */
export const afterCampaign = (plan: QuarterPlan): QuarterPlan => (campaignOffer(plan) === null ? plan : { ...plan, 'cam.offer': 'none' });
