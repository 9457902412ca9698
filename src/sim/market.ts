/** What a market is made of: the part of a scenario that the simulation reads. Numbers only, no words. */

import type { ChannelId } from './records/channelIds.ts';
import type { ParameterId } from './parameters.ts';

/** Contractual: one supplier, a renewal hazard. Repertoire: several suppliers, purchases split among them. */
export const relations = ['contractual', 'repertoire'] as const;
export type Relation = (typeof relations)[number];

/** What customers weigh when they judge an offer. */
export const needIds = ['price', 'quality', 'service', 'convenience', 'attention'] as const;
export type NeedId = (typeof needIds)[number];

/** Where a customer prefers to meet the firm. */
export { type ChannelId, channelIds, type OtherChannelId, otherChannelIds, ownChannelIds } from './records/channelIds.ts';

/** Why a customer leaves; the truth keeps one for each leaver. */
export const causeIds = [
  'lifeEvent',
  'price',
  'quality',
  'failure',
  'waiting',
  'neglect',
  'overcontact',
  'rivalOffer',
  'substitute',
] as const;
export type CauseId = (typeof causeIds)[number];

export interface SegmentSpec {
  /** Slug, unique in the scenario. */
  id: string;
  /** Share of the people, per mille; all segments sum to 1000. */
  share: number;
  /** Mean weight of each need, per mille; the five sum to 1000. */
  needs: Record<NeedId, number>;
  /** Category purchases (uses, orders) a quarter: Gamma over customers with this mean and shape. */
  rate: { mean: number; shape: number };
  /** Money a purchase in currency: Gamma-Gamma with mean, within-customer shape p and between-customer shape q (> 1). */
  spend: { mean: number; p: number; q: number };
  /** Contractual: quarterly leaving probability is Beta(alpha, beta) over customers (shifted beta-geometric). Repertoire: the
   *  drop-out rate a quarter is Gamma(shape alpha, rate beta) over customers (Pareto/NBD). */
  leaving: { alpha: number; beta: number };
  /** Start share of each firm, per mille; what is left to 1000 has no supplier (contractual) or is the taste for none. */
  suppliers: Record<string, number>;
  /** Repertoire: polarisation S of brand tastes, Dirichlet(S x share). */
  polarisation: number;
  /** Service contacts a customer starts in a quarter, mean. */
  serviceContacts: number;
  /** Shape of the gamma of a customer's own mean around it: low = a few customers take most of the service. Default 4. */
  serviceShape?: number;
  /** Firm-initiated contacts a quarter that are still welcome, mean. */
  toleratedContacts: number;
  /** 0-1 means over the segment. */
  privacyConcern: number;
  complaintPropensity: number;
  reach: number;
  switchingCost: number;
  expectation: number;
  satisfaction: number;
  /** Preferred channel, per mille by channel; sums to 1000. */
  channels: Partial<Record<ChannelId, number>>;
  /** Per mille of the segment that enters the market after the start, spread evenly over the run. */
  entrants: number;
}

export interface MarketSpec {
  relation: Relation;
  /** Size of the closed population when nothing else is asked (20,000 usual; 200 to 1,000,000). */
  people: number;
  /** Real people that one of `people` stands for. */
  represents: number;
  segments: readonly SegmentSpec[];
  /** Seasonal factor of purchases, quarter 1 to 4 of a year. */
  season: readonly [number, number, number, number];
  parameters?: Partial<Record<ParameterId, number>>;
}
