/** What the firm can see of its loyalty programme and its modules: members, money and who got what; what they changed it cannot see. */

import type { LoyaltyTerms } from '../../company/loyalty.ts';
import type { ModuleTreatment } from '../../sim/rewards.ts';
import type { Estimate } from '../estimate.ts';
import type { LoyaltyQuarter } from '../loyaltyBooks.ts';
import { counted, unknown } from './figures.ts';

export interface LoyaltyKnown {
  /** Null in the quarter in which a programme ends. */
  terms: LoyaltyTerms | null;
  /** Real customers; money in currency. */
  members: number;
  joined: number;
  tiers: readonly [number, number, number];
  fell: number;
  cost: number;
  redeemed: number;
  lapsed: number;
  liability: number;
  /** Part of the pull of the programme that was taken away this quarter, 0-1. */
  taken: number;
  /** Purchases a quarter of a member, and of a customer who is none as far as he is in the books: who collects buys more by himself. */
  perMember: Estimate;
  perOther: Estimate;
  /** What the programme changed: nobody can tell without those who were kept out of it by lot. */
  effect: Estimate;
}

export interface ModulesKnown {
  count: number;
  by: ModuleTreatment['by'];
  /** Real customers by the module they were given, the standard offer first. */
  given: readonly number[];
  /** Fit 0-1 of what they were given. */
  fit: Estimate;
}

/** The programme of the quarter; null without one. */
export function knownLoyalty(of: LoyaltyQuarter | null, quarter: number): LoyaltyKnown | null {
  if (of === null) return null;
  const perHead = ({ n, people, purchases }: LoyaltyQuarter['members'], frame: NonNullable<Estimate['frame']>): Estimate =>
    n === 0 ? unknown('noneSuch') : counted(purchases / people, people, quarter, 'books', frame);
  const { terms, members, joined, tiers, fell, cost, redeemed, lapsed, liability, taken } = of;
  return {
    terms,
    members: members.people,
    joined,
    tiers,
    fell,
    cost,
    redeemed,
    lapsed,
    liability,
    taken,
    perMember: perHead(members, 'members'),
    perOther: perHead(of.others, 'notMembers'),
    effect: unknown('noComparison'),
  };
}

/** @param seen indices of the customers whom the company saw in the quarter; @param represents real people that a simulated one stands for */
export function knownModules(modules: ModuleTreatment | null, seen: ArrayLike<number>, represents: number): ModulesKnown | null {
  if (modules === null) return null;
  const given = new Array<number>(modules.count).fill(0);
  for (let n = 0; n < seen.length; n += 1) given[modules.of[seen[n]!]!]! += represents;
  return { count: modules.count, by: modules.by, given, fit: unknown('fitUnasked') };
}
