/** Ways in which firm and customer meet; records are kept by them. */

export const channelIds = ['branch', 'fieldSales', 'phone', 'web', 'social', 'email'] as const;
export type ChannelId = (typeof channelIds)[number];
