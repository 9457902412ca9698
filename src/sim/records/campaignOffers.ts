/** What a campaign may offer. */

export const campaignOfferIds = ['reminder', 'discount', 'bundle'] as const;
export type CampaignOfferId = (typeof campaignOfferIds)[number];
