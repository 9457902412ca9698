/** Steps 1 and 2 for a customer in the market for a supplier. */

import { INDICES_PER_QUARTER, mix4, unit } from '../math/keys.ts';
import { tableExp } from '../math/tableExp.ts';
import { purpose } from '../purposes.ts';
import { C, CELL_ROW } from './cells.ts';
import { NOBODY, WORD } from './columns.ts';
import { asWord, rowOf, type QuarterContext } from './context.ts';
import { relations } from './relations.ts';
import { at, ROW } from './tallies.ts';
import { T } from './treatment.ts';

/** Nobody's taste for a company is quite nil when he looks for a supplier. */
const LEAST_TASTE = 0.02;

/** Utility of an offer over what customers are used to, as a stranger sees it: value and brand. */
export function utilityToStranger(c: QuarterContext, i: number, k: number): number {
  return c.parameters['choice.value'] * c.seen.value[c.columns.kind[i]! * c.companies + k]!;
}

/** Utility of what a company promises over the market: whoever does not know it yet has nothing else to go by. */
export function promised(c: QuarterContext, k: number, s: number): number {
  return c.parameters['choice.promise'] * c.cells[(k * c.segments + s) * CELL_ROW + C.promise]!;
}

/** Utility to somebody who buys there: relationship and satisfaction count too. */
export function utilityToCustomer(c: QuarterContext, i: number, k: number, s: number): number {
  const { columns, people, parameters: p, market } = c;
  const place = k * people + i;
  return (
    utilityToStranger(c, i, k) +
    p['choice.relationship'] * (columns.relationship[place]! / WORD - market.reference[rowOf(c, k, s) + T.tie]!) +
    p['choice.satisfaction'] * (columns.satisfaction[place]! / WORD - market.spec.segments[s]!.satisfaction)
  );
}

/** Of the prospects listed, keeps those whom a company may reach: most are reached by nobody and need no weighing. */
export function listReached(c: QuarterContext): void {
  const { unreached } = c;
  const { segment } = c.columns;
  const { listed, listedCount } = relations;
  const key = c.quarter * INDICES_PER_QUARTER;
  const seed = c.market.luckSeed;
  let reached = 0;
  for (let n = 0; n < listedCount; n += 1) {
    const i = listed[n]!;
    mix4(words, i, key, purpose.acquire, seed);
    listed[reached] = i;
    if (unit(words[1]!) >= unreached[segment[i]!]!) reached += 1;
  }
  relations.listedCount = reached;
}
const words = new Uint32Array(4);

/** Chooses among the companies that reach the customer, weighed by taste and utility, or nobody. `from` = the one he has just left; a prospect is one of those listed. */
export function win(c: QuarterContext, i: number, from: number): void {
  const { columns, people, parameters, lanes } = c;
  const s = columns.segment[i]!;
  mix4(lanes, i, c.quarter * INDICES_PER_QUARTER, purpose.acquire, c.market.luckSeed);
  const choice = unit(lanes[0]!);
  const shopping = from !== NOBODY;
  const withoutReach = parameters['choice.considerWithoutReach'];
  let sum = shopping ? 0 : parameters['choice.none'];
  for (let k = 0; k < c.companies; k += 1) {
    c.weights[k] = 0;
    if (k === from) continue;
    const reach = c.rows[rowOf(c, k, s) + T.reach]!;
    const considered = shopping ? withoutReach + (1 - withoutReach) * reach : reach;
    const taste = Math.max(LEAST_TASTE, columns.taste[k * people + i]! / WORD);
    c.weights[k] = considered * taste * tableExp(utilityToStranger(c, i, k) + promised(c, k, s));
    sum += c.weights[k]!;
  }
  if (sum <= 0) return;
  let rest = choice * sum;
  for (let k = 0; k < c.companies; k += 1) {
    rest -= c.weights[k]!;
    if (rest >= 0 || c.weights[k] === 0) continue;
    join(c, i, k, s, unit(lanes[2]!));
    return;
  }
}

function join(c: QuarterContext, i: number, k: number, s: number, uReferred: number): void {
  const { columns, people, parameters, market } = c;
  const row = rowOf(c, k, s);
  const cell = (k * c.segments + s) * ROW;
  const referred = isReferred(c, k, c.rows[row + T.reach]!, uReferred);
  columns.supplier[i] = k;
  columns.active[i]! |= 1 << k;
  columns.tenure[i] = 0;
  columns.satisfaction[k * people + i] = asWord(market.spec.segments[s]!.satisfaction);
  columns.relationship[k * people + i] = asWord(
    market.reference[row + T.tie]! * parameters['acquisition.newTie'] + (referred ? parameters['acquisition.referredTie'] : 0),
  );
  if (referred) c.tallies[cell + at.referred]! += 1;
  bookGain(c, i, k, cell);
}

/** Whether what others say reached a customer who was won: by its part of all that reaches. @param u a draw of his, 0-1 */
export function isReferred({ parameters, market }: QuarterContext, k: number, reach: number, u: number): boolean {
  return reach > 0 && u < Math.min(1, (parameters['acquisition.referral'] * market.carry.praise[k]!) / reach);
}

export function bookGain(c: QuarterContext, i: number, k: number, cell: number): void {
  c.tallies[cell + at.gained]! += 1;
  c.tallies[cell + at.customers]! += 1;
  c.tallies[cell + at.satisfaction]! += c.columns.satisfaction[k * c.people + i]! / WORD;
}
