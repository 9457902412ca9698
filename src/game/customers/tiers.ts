/** Fairness as it is felt: satisfaction and complaints of each value class while the classes were treated differently. */

import { type ClassId, classIds } from '../../sim/records/valueClasses.ts';
import { PER_WORD } from '../../sim/truth/columns.ts';
import { isOwn } from '../gatherEvidence.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import type { PlayedCompany, World } from '../world.ts';
import { shareOf } from './view.ts';

export interface Tier {
  id: ClassId;
  /** Real customers of the class in the last quarter of different treatment; whether it had a benefit. */
  customers: number;
  benefit: boolean;
  /** Points that treatment by class added to what they felt. */
  felt: number;
  /** True satisfaction 0-100 of those who stayed, in the first and in the last quarter of different treatment; null where the class was empty. */
  satisfactionFrom: number | null;
  satisfaction: number | null;
  /** Complaints a thousand customers in the last quarter. */
  complaints: number;
}

export interface TierFairness {
  /** First and last quarter in which treatment differed. */
  from: number;
  to: number;
  tiers: readonly Tier[];
}

/** Fairness up to the quarter just played; as before where all were treated alike in it. */
export function tiersAfter(before: TierFairness | null, world: World, company: PlayedCompany, played: PlayedQuarter): TierFairness | null {
  const { classes } = played.offers[company.index]!;
  if (classes === null) return before;
  const { columns, people, represents } = world.market;
  const { complained } = played.market.touches[company.index]!;
  const stays = isOwn(world, company);
  const sums = classIds.map(() => ({ customers: 0, stayed: 0, satisfaction: 0, complaints: 0 }));
  for (let i = 0; i < people; i += 1) {
    const sum = sums[classes.of[i]! - 1];
    if (sum === undefined) continue;
    sum.customers += 1;
    if (complained[i] !== 0) sum.complaints += 1;
    if (!stays(i)) continue;
    sum.stayed += 1;
    sum.satisfaction += 100 * PER_WORD * columns.satisfaction[company.index * people + i]!;
  }
  return {
    from: before?.from ?? world.quarter,
    to: world.quarter,
    tiers: classIds.map((id, place): Tier => {
      const { customers, stayed, satisfaction, complaints } = sums[place]!;
      const mean = stayed > 0 ? satisfaction / stayed : null;
      return {
        id,
        customers: customers * represents,
        benefit: company.classing.benefit.includes(id),
        felt: 100 * classes.extra[place + 1]!,
        satisfactionFrom: before?.tiers[place]?.satisfactionFrom ?? mean,
        satisfaction: mean,
        complaints: 1000 * shareOf(complaints, customers),
      };
    }),
  };
}
