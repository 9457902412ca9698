/** The four steps to one-to-one treatment, customer by customer: identified, told apart, met, treated personally; and what a skipped step costs. */

import { recordAtHand, recordState } from '../../sim/truth/usable.ts';
import { C, cellOf, type CustomersView, shareOf } from './view.ts';

export interface StepsTaken {
  /** Real customers, and those with each step done: known by name; in a value class; met in the last quarter; treated by a right record of their own. */
  customers: number;
  identified: number;
  differentiated: number;
  met: number;
  personal: number;
  /** Real customers with all four. */
  all: number;
  /** Real customers whose segment is to be treated personally; of these, those with a right record at hand, with a wrong one, with none. */
  aimed: number;
  right: number;
  wrong: number;
  none: number;
  /** Care as delivered to those aimed at, points 0-100: with and without the right record at hand. */
  careWith: number;
  careWithout: number;
}

/** Steps done for each customer of a company at the end of its last played quarter. */
export function stepsTaken(view: CustomersView): StepsTaken {
  const { company, played, own, world } = view;
  const { records, classes, index } = company;
  const { contacts } = played.market.touches[index]!;
  const { rollout, adoption } = played.offers[index]!;
  const { columns, represents } = world.market;
  const done = { identified: 0, differentiated: 0, met: 0, personal: 0, all: 0, aimed: 0, right: 0, wrong: 0, none: 0 };
  let [careWith, careWithout] = [0, 0];
  for (const i of own) {
    const identified = records.held[i] !== 0;
    const differentiated = (classes?.[i] ?? 0) > 0;
    const met = identified && contacts[i]! > 0;
    const state = recordAtHand(rollout, records, columns, i);
    const aimed = cellOf(view, i, C.grain) > 0;
    const personal = aimed && adoption > 0 && state === recordState.right;
    if (identified) done.identified += represents;
    if (differentiated) done.differentiated += represents;
    if (met) done.met += represents;
    if (personal) done.personal += represents;
    if (differentiated && met && personal) done.all += represents;
    if (!aimed) continue;
    done.aimed += represents;
    done[state === recordState.right ? 'right' : state === recordState.wrong ? 'wrong' : 'none'] += represents;
    careWith += 100 * represents * cellOf(view, i, C.careKnown);
    careWithout += 100 * represents * cellOf(view, i, C.care);
  }
  return {
    customers: own.length * represents,
    ...done,
    careWith: shareOf(careWith, done.aimed),
    careWithout: shareOf(careWithout, done.aimed),
  };
}
