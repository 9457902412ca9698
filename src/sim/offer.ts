/** What one company does to the market in one quarter: the only thing the kernel knows of a firm. */

import type { CampaignOfferId } from './records/campaignOffers.ts';
import type { LoyaltyTreatment, ModuleTreatment } from './rewards.ts';

export interface ComplaintPolicy {
  /** How easily a customer can complain, 0-1. */
  ease: number;
  /** Hours until an answer. */
  hours: number;
  /** Share of the loss that the staff may make good, 0-1; above 1 where more than the loss is given. */
  remedy: number;
  /** Procedural: share of cases closed by the first person, 0-1. */
  authority: number;
  /** Interactional: empathy 0-1; apology and explanation given or not, 0-1. */
  empathy: number;
  apology: number;
  explanation: number;
  /** Only who suffers by the firm's fault gets a remedy; left out = whoever complains. */
  byFault?: boolean;
  /** Share of unsettled complaints that are asked after, 0-1; left out = 0. */
  follow?: number;
}

/** Treatment of one segment by one company. */
export interface SegmentOffer {
  /** Firm-initiated contacts a customer a quarter. */
  contacts: number;
  /** Cost of a contact here over `contactCost`; left out = 1. */
  contactFactor?: number;
  /** Designed grain of individualisation g, 0-1 (0 none, .25 tiers, .5 segment, .75 modular, 1 one-to-one). */
  grain: number;
  /** Money spent to win one prospect of the segment, in currency a prospect. */
  acquisition: number;
  /** Money spent to keep one customer, in currency a customer. */
  retention: number;
  /** Relationship depth offered 0-3 (transactional, supportive, partner, one-to-one). */
  depth: number;
  /** Share of service hours relative to an equal split (1 = equal, 0 = refused). */
  priority: number;
}

/** What customers of a value class meet beyond the treatment of their segment. */
export interface ClassTreatment {
  /** Class of each person: 0 = none, else 1 to 4. */
  of: Uint8Array;
  /** Performance felt, added by class 0 to 4, on the scale of satisfaction. */
  extra: readonly [number, number, number, number, number];
}

/** What a company does channel by channel, in the order of `channelIds`. */
export interface ChannelTreatment {
  /** Bit c = channel c shares its context in real time with the others that do. */
  synced: number;
  /** By channel that a customer prefers: performance felt, added, on the scale of satisfaction; and the channel that answers his calls. */
  extra: readonly number[];
  answers: readonly number[];
  /** Share of service contacts that somebody writes down, 0-1. */
  logged: number;
  /** What others do who run a channel for a commission; left out where nobody in the market prefers such a channel. */
  others?: OtherChannels;
}

/** Channels that others run, in the order of `channelIds`; a channel of the firm's own has what changes nothing. */
export interface OtherChannels {
  /** Factor on purchases of customers who prefer the channel, at the prices of the start: 1 = as usual. */
  sales: readonly number[];
  /** Log of purchases lost per unit of relative price by which the firm has become dearer than the cheapest other: prices stand side by side. */
  compared: readonly number[];
  /** Share 0-1 of what is sold there that whoever runs it keeps. */
  commission: readonly number[];
  /** Chance 0-1 that context is lost at a hand-over from or to it, where that is more than usual. */
  contextLoss: readonly number[];
}
/** What single customers meet in place of the treatment of their segment: who stands on a list of the firm gets more, other scored ones less. */
export interface ListTreatment {
  /** Group of each person: 0 = treated as the segment, 1 = on the list, 2 = scored and left off it. */
  of: Uint8Array;
  /** Factors on the contacts and on the money to keep of the segment, at segment x LIST_GROUPS + group; those of group 0 are 1. */
  contacts: Float64Array;
  keep: Float64Array;
  /** 1 = offers to this person go by the needs on file; null = to nobody. And how far they do, 0-1. */
  fitted: Uint8Array | null;
  fit: number;
  /** Log odds of leaving taken off who is called by what is on file of him, where more money goes to those on the list to keep them. */
  save: number;
}
/** A campaign of the quarter, and what is left of the one before; for companies with records. */
export interface CampaignTreatment {
  /** What is offered; null = nothing, only the last one is felt. */
  offer: CampaignOfferId | null;
  /** By person: 0 = not meant, 1 = addressed, 2 = meant but kept out to compare. */
  of: Uint8Array;
  /** Purchases a person has brought forward from this quarter into the last one; null = none. */
  ahead: Float32Array | null;
  /** Campaigns that a person has had of late, the newest counted most; null = none. */
  worn: Float32Array | null;
}
/** What contacts set off by events and attempts to win back do; relationship and satisfaction as shares 0-1, chances 0-1, at full care. */
export interface CycleTreatment {
  /** Relationship won, by trigger. */
  tie: readonly number[];
  /** Satisfaction won back after a complaint; share of those gone without notice who come back when asked. */
  calm: number;
  reawaken: number;
  /** Share of wrong files in which the number is right all the same. */
  numberHolds: number;
  /** Relationship lost by a contact about somebody else's affairs; chance at full concern that consent is withdrawn over it. */
  lost: number;
  withdrawn: number;
  /** Shares who return by why they left: for a price, by a fault that is mended or not, for other reasons. */
  price: number;
  fault: number;
  faultLeft: number;
  other: number;
  /** Factors where the reason is known, and where it is not. */
  knows: number;
  guesses: number;
  /** Relationship and satisfaction below the usual of whoever came back for a price. */
  lapsedTie: number;
  lapsedCalm: number;
}
export type { CampaignOfferId };
export { LIST_GROUPS } from './records/listGroups.ts';

export interface CompanyOffer {
  /** Price relative to the market's reference (1). */
  price: number;
  /** Product quality 0-1. */
  quality: number;
  /** Convenience 0-1 (channels, opening hours, self-service). */
  convenience: number;
  /** Brand equity 0-1. */
  brand: number;
  /** What is promised, added to expectation of quality (-0.2 to 0.2). */
  promise: number;
  /** Probability that a customer meets a service failure in a contact, 0-1. */
  failureRate: number;
  /** Service contacts that the staff can answer in a quarter, in simulated contacts. */
  capacity: number;
  /** Skill x authority part of responsive care, 0-1; the kernel multiplies it by staffing (1 - share waiting too long). */
  care: number;
  /** Tie bonus where a named agent knows the customer, 0-1 added to care. */
  tie: number;
  /** Usable-record share for companies without records (rivals), 0-1; null: the kernel reads the records. */
  usable: number | null;
  /** Adopted by the agents, 0-1 (enters the usable record at a contact). */
  adoption: number;
  /** Roll-out share rho 0-1: records work only for customers reached by the roll-out. */
  rollout: number;
  /** Probability that context is lost at a hand-over between channels, 0-1, before linkage: .5 (1 - X/100). */
  contextLoss: number;
  /** Log odds by which a quarter's leaving rises for a substitute of another trade, at no relationship; left out = 0. */
  substitutes?: number;
  /** Direct cost as a share of revenue, 0-1. */
  unitCost: number;
  /** Cost of a service contact and of a firm-initiated contact, in currency. */
  serviceCost: number;
  contactCost: number;
  complaint: ComplaintPolicy;
  /** Treatment by value class, for companies with records that class their customers; null = all alike. */
  classes: ClassTreatment | null;
  /** For companies with records that run their channels apart; left out = all alike, every contact written down. */
  channels?: ChannelTreatment;
  /** Treatment by lists of single customers, for companies with records; left out or null = by segment alone. */
  lists?: ListTreatment | null;
  /** Modules given to single customers, and a loyalty programme; left out or null = none. */
  modules?: ModuleTreatment | null;
  loyal?: LoyaltyTreatment | null;
  /** Left out or null = none. */
  campaign?: CampaignTreatment | null;
  /** By segment index. */
  segments: readonly SegmentOffer[];
}
