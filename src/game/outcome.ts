/** What a finished run was worth: results of the run and of eight quarters of run-off, the customers it leaves behind, and its conduct. */

import { meanPlan } from '../company/plan.ts';
import { CustomerValues, sumOfValues } from '../sim/truth/equity.ts';
import { loyaltyMatrixIn } from '../sim/truth/loyaltyMatrix.ts';
import { at, total } from '../sim/truth/tallies.ts';
import { conductOf } from './conduct/conduct.ts';
import { loyaltyPoints } from './conduct/loyaltyNow.ts';
import { relativeValue } from './conduct/valueNow.ts';
import { advance, type Decisions } from './playQuarter.ts';
import type { Playing } from './playing.ts';
import type { Outcome } from './score/outcomes.ts';
import { offersOf } from './offersNow.ts';
import { copyWorld, recordsOf, type PlayedCompany, type World } from './world.ts';

/** Quarters played on under the mean plan of the last three, so that nobody gains by harvesting at the end. */
export const RUN_OFF_QUARTERS = 8;
const LAST_YEAR = 4;
/** Share of the opening customers under which a firm can no longer live. */
export const VIABLE_SHARE = 0.2;

/** What the customers of a played company are worth as the world stands. */
const valuesOf = (world: World, company: PlayedCompany): CustomerValues =>
  new CustomerValues(world.market, offersOf(world), recordsOf(world), world.quarter, company.index);

/** True customer equity in currency of real customers. */
const equityIn = (world: World, values: CustomerValues): number =>
  sumOfValues(values, null).reduce((sum, value) => sum + value, 0) * world.market.represents;

/** True customer equity of a played company as the world stands, in currency of real customers. */
export function openingEquity(world: World, company: PlayedCompany): number {
  return equityIn(world, valuesOf(world, company));
}

/**
 * Outcome of the `place`-th played company of a finished run. Value = discounted results of the run and its run-off + discounted closing
 * equity - opening equity; a result is contribution less marketing, fixed and CRM cost, so that cash in hand is not counted twice.
 */
export function outcomeOf(playing: Playing, place: number): Outcome {
  const world = copyWorld(playing.world);
  const company = world.played[place]!;
  const openingCustomers = company.openingCustomers;
  const core = world.market.spec.segments.flatMap(({ id }, s) => (company.plan['cus.core'].includes(id) ? [s] : []));
  const conduct = conductOf(playing, place);
  const runOff = new Map<string, Decisions>(
    world.played.map((each) => {
      const plan = meanPlan(each.recentPlans.length > 0 ? each.recentPlans : [each.plan]);
      // Nobody is there to read an analysis or a review.
      return [each.spec.id, { plan: { ...plan, 'ana.buy': [], 'evl.plan': 'never' }, moves: [] }];
    }),
  );
  // How each quarter was left, those of the run before those of the run-off.
  const ends = playing.conduct[place]!.quarters.map(({ firm, customers }) => ({ insolvent: firm.insolvent, customers }));
  for (let n = 0; n < RUN_OFF_QUARTERS; n += 1) {
    const played = advance(world, n === 0 ? runOff : new Map(), false);
    const customers = total(played.market.tallies, world.market.spec.segments.length, company.index, at.customers);
    ends.push({ insolvent: company.firm.insolvent, customers });
  }
  const insolventIn = ends.findIndex(({ insolvent }) => insolvent);
  const lastViable = ends.findLastIndex(({ customers }) => customers >= VIABLE_SHARE * openingCustomers);
  const unviable = lastViable < ends.length - 1;
  const discount = world.market.parameters['equity.discount'];
  let factor = 1;
  let value = 0;
  for (const result of company.results) {
    factor /= 1 + discount;
    value += result * factor;
  }
  const values = valuesOf(world, company);
  value += equityIn(world, values) * factor - company.openingEquity;
  const last = playing.satisfaction.slice(-LAST_YEAR).map((quarter) => quarter[place]!);
  return {
    satisfaction: last.reduce((sum, points) => sum + points, 0) / Math.max(1, last.length),
    value,
    x3: relativeValue(values.c, company.index, core),
    x4: loyaltyPoints(loyaltyMatrixIn(values.c, company.index), playing.conduct[place]!.quarters),
    insolvent: company.firm.insolvent,
    unviable,
    insolventFrom: insolventIn < 0 ? null : insolventIn + 1,
    unviableFrom: unviable ? lastViable + 2 : null,
    conduct,
  };
}
