/** Steps 1 and 2 for a customer in the market for a supplier. */

import { INDICES_PER_QUARTER, mix4, unit } from '../math/keys.ts';
import { tableExp } from '../math/tableExp.ts';
import { purpose } from '../purposes.ts';
import { NOBODY, WORD } from './columns.ts';
import { asWord, rowOf, type QuarterContext } from './context.ts';
import { timesOdds } from './formulas.ts';
import { utility } from './leave.ts';
import { at, ROW } from './tallies.ts';
import { T } from './treatment.ts';

/** Steps 1 and 2 for a customer in the market for a supplier: companies that reach him, weighed by taste and utility, or nobody. */
export function win(c: QuarterContext, i: number, from: number): void {
  const { columns, people, parameters } = c;
  const s = columns.segment[i]!;
  mix4(c.lanes, i, c.quarter * INDICES_PER_QUARTER, purpose.acquire, c.market.luckSeed);
  const choice = unit(c.lanes[0]!);
  const shopping = from !== NOBODY;
  let sum = shopping ? 0 : parameters['choice.none'];
  let unreached = 1;
  for (let k = 0; k < c.companies; k += 1) {
    c.weights[k] = 0;
    if (k === from) continue;
    const reach = c.rows[rowOf(c, k, s) + T.reach]!;
    const considered = shopping
      ? parameters['choice.considerWithoutReach'] + (1 - parameters['choice.considerWithoutReach']) * reach
      : reach;
    unreached *= 1 - considered;
    const taste = Math.max(0.02, columns.taste[k * people + i]! / WORD);
    c.weights[k] = considered * taste * tableExp(utility(c, i, k, s, false));
    sum += c.weights[k]!;
  }
  if (sum <= 0 || (!shopping && unit(c.lanes[1]!) < unreached)) return;
  let rest = choice * sum;
  for (let k = 0; k < c.companies; k += 1) {
    rest -= c.weights[k]!;
    if (rest >= 0 || c.weights[k] === 0) continue;
    join(c, i, k, s, unit(c.lanes[2]!));
    return;
  }
}

export function join(c: QuarterContext, i: number, k: number, s: number, uReferred: number): void {
  const { columns, people, parameters, market } = c;
  const row = rowOf(c, k, s);
  const cell = (k * c.segments + s) * ROW;
  const referral = parameters['acquisition.referral'] * market.carry.praise[k]!;
  const reach = c.rows[row + T.reach]!;
  const referred = reach > 0 && uReferred < Math.min(1, referral / reach);
  columns.supplier[i] = k;
  columns.active[i]! |= 1 << k;
  columns.tenure[i] = 0;
  columns.satisfaction[k * people + i] = asWord(market.spec.segments[s]!.satisfaction);
  columns.relationship[k * people + i] = asWord(
    market.reference[row + T.tie]! * parameters['acquisition.newTie'] + (referred ? parameters['acquisition.referredTie'] : 0),
  );
  c.tallies[cell + at.gained]! += 1;
  c.tallies[cell + at.customers]! += 1;
  c.tallies[cell + at.satisfaction]! += columns.satisfaction[k * people + i]! / WORD;
}

/** Repertoire: a dropped relation comes back when the company reaches the customer. */
export function reactivate(c: QuarterContext, i: number, k: number, s: number, row: number, cell: number): void {
  const reach = c.rows[row + T.reach]!;
  if (reach <= 0 || unit(c.lanes[0]!) >= timesOdds(Math.min(0.999, reach), tableExp(utility(c, i, k, s, false)))) return;
  c.columns.active[i]! |= 1 << k;
  c.tallies[cell + at.gained]! += 1;
  c.tallies[cell + at.customers]! += 1;
  c.tallies[cell + at.satisfaction]! += c.columns.satisfaction[k * c.people + i]! / WORD;
}
