/** Ways in which firm and customer meet; records are kept by them. */

/** Channels that a firm runs itself. */
export const ownChannelIds = ['branch', 'fieldSales', 'phone', 'web', 'social', 'email'] as const;
/** Channels that somebody else runs, for a commission: the platform of a marketplace, and agents. */
export const otherChannelIds = ['marketplace', 'agents'] as const;
export const channelIds = [...ownChannelIds, ...otherChannelIds] as const;
export type ChannelId = (typeof channelIds)[number];
export type OtherChannelId = (typeof otherChannelIds)[number];
