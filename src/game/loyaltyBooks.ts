/** The loyalty programme of a quarter in the books. */

import type { LoyaltyTerms } from '../company/loyalty.ts';

/** What a programme came to in a quarter: people and purchases in real customers, money in currency. */
export interface LoyaltyQuarter {
  /** Terms in force; null in the quarter in which a programme ends. */
  terms: LoyaltyTerms | null;
  /** Members and customers who are none, with their purchases; `n` simulated. */
  members: { n: number; people: number; purchases: number; revenue: number };
  others: { n: number; people: number; purchases: number; revenue: number };
  joined: number;
  /** Members by tier, and those who fell to a lower one. */
  tiers: readonly [number, number, number];
  fell: number;
  /** Points given, taken as rewards and lapsed; and what is owed for those in hand, what the books expect to lapse left out. */
  issued: number;
  redeemed: number;
  lapsed: number;
  liability: number;
  /** Cost in the books. */
  cost: number;
  /** Part of the pull that was taken away, 0-1. */
  taken: number;
}
