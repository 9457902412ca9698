/** Whether money went where a review had found the driver of customer equity that does most (Rust, Lemon & Zeithaml 2004). */

import { budgetIds, type QuarterPlan } from '../../company/controls.ts';
import type { HeldReview } from '../../company/review/reviewState.ts';
import type { ConductQuarter } from './memory.ts';

const driverIds = ['value', 'brand', 'relationship'] as const;
type DriverId = (typeof driverIds)[number];

/** Parts of the budget that work on each driver: technology and service make the offer better and cheaper, marketing and sales carry the brand, service and people the relationship. */
const partsOf: Readonly<Record<DriverId, readonly (typeof budgetIds)[number][]>> = {
  value: ['technology', 'service'],
  brand: ['marketing', 'sales'],
  relationship: ['service', 'people'],
};
const NOTED = 5;
/** Share in per cent from which two of five parts already have more than their due. */
const AHEAD = 45;

/** The driver with the greatest figure of a review; null where it knows fewer than two. */
export function strongestDriver({ figures }: Pick<HeldReview, 'figures'>): DriverId | null {
  const found = driverIds.flatMap((driver) => {
    const own = figures.filter(({ method, id, value }) => method === 'equity' && value !== null && id.endsWith(`.${driver}`));
    const figure = own.find(({ id }) => id.startsWith('effect.')) ?? own[0];
    return figure === undefined ? [] : [{ driver, value: figure.value! }];
  });
  if (found.length < 2) return null;
  return found.reduce((most, each) => (each.value > most.value ? each : most)).driver;
}

const shareOf = (plan: QuarterPlan, driver: DriverId): number => {
  const budget = plan['biz.budget'];
  const all = budgetIds.reduce((sum, part) => sum + budget[part], 0);
  return all > 0 ? (100 * partsOf[driver].reduce((sum, part) => sum + budget[part], 0)) / all : 0;
};

/** Null where no review told the drivers, or none in time to act on. */
export function budgetFollows(held: readonly HeldReview[], quarters: readonly ConductQuarter[]): boolean | null {
  const last = quarters.at(-1);
  const told = held.find((review) => strongestDriver(review) !== null && last !== undefined && last.quarter > review.quarter);
  if (told === undefined || last === undefined) return null;
  const driver = strongestDriver(told)!;
  const then = quarters.find(({ quarter }) => quarter === told.quarter);
  const now = shareOf(last.plan, driver);
  return now >= AHEAD || (then !== undefined && now >= shareOf(then.plan, driver) + NOTED);
}
