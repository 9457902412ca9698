/** What a finished run was worth: results of the run and of eight quarters of run-off, and the customers it leaves behind. */

import { meanPlan } from '../company/plan.ts';
import { customerEquity } from '../sim/truth/equity.ts';
import { at, total } from '../sim/truth/tallies.ts';
import { advance, type Decisions } from './playQuarter.ts';
import type { Playing } from './playing.ts';
import type { Outcome } from './score.ts';
import { offersOf } from './offersNow.ts';
import { copyWorld, recordsOf, type PlayedCompany, type World } from './world.ts';

/** Quarters played on under the mean plan of the last three, so that nobody gains by harvesting at the end. */
export const RUN_OFF_QUARTERS = 8;
const LAST_YEAR = 4;
/** Share of the opening customers under which a firm can no longer live. */
export const VIABLE_SHARE = 0.2;

/** True customer equity of a played company as the world stands, in currency of real customers. */
export function openingEquity(world: World, company: PlayedCompany): number {
  const bySegment = customerEquity(world.market, offersOf(world), recordsOf(world), world.quarter, company.index);
  return bySegment.reduce((sum, value) => sum + value, 0) * world.market.represents;
}

/**
 * Outcome of the `place`-th played company of a finished run. Value = discounted results of the run and its run-off + discounted closing
 * equity - opening equity; a result is contribution less marketing, fixed and CRM cost, so that cash in hand is not counted twice.
 */
export function outcomeOf(playing: Playing, place: number): Outcome {
  const world = copyWorld(playing.world);
  const company = world.played[place]!;
  const openingCustomers = company.openingCustomers;
  const runOff = new Map<string, Decisions>(
    world.played.map((each) => {
      const plan = meanPlan(each.recentPlans.length > 0 ? each.recentPlans : [each.plan]);
      // Nobody is there to read an analysis.
      return [each.spec.id, { plan: { ...plan, 'ana.buy': [] }, moves: [] }];
    }),
  );
  let customers = 0;
  for (let n = 0; n < RUN_OFF_QUARTERS; n += 1) {
    const played = advance(world, n === 0 ? runOff : new Map(), false);
    customers = total(played.market.tallies, world.market.spec.segments.length, company.index, at.customers);
  }
  const discount = world.market.parameters['equity.discount'];
  let factor = 1;
  let value = 0;
  for (const result of company.results) {
    factor /= 1 + discount;
    value += result * factor;
  }
  value += openingEquity(world, company) * factor - company.openingEquity;
  const last = playing.satisfaction.slice(-LAST_YEAR).map((quarter) => quarter[place]!);
  return {
    satisfaction: last.reduce((sum, points) => sum + points, 0) / Math.max(1, last.length),
    value,
    insolvent: company.firm.insolvent,
    unviable: customers < VIABLE_SHARE * openingCustomers,
  };
}
