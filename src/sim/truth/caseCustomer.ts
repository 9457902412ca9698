/** The real customer behind a scripted case, and what the way it was handled does to him. */

import { mix4 } from '../math/keys.ts';
import { purpose } from '../purposes.ts';
import { NOBODY, WORD } from './columns.ts';
import { asWord } from './context.ts';
import { causeIndex } from './leaving.ts';
import type { Market } from './market.ts';

/** How many candidates are looked at; the most valuable of them has the case. */
const CANDIDATES = 25;

/** A customer of company k in the segment, of high value, chosen by key; -1 when the segment is empty. */
export function caseCustomer(market: Market, k: number, segment: number, caseKey: number): number {
  const { columns, people } = market;
  const lanes = new Uint32Array(4);
  let chosen = -1;
  let value = -1;
  let seen = 0;
  for (let n = 0; n < people && seen < CANDIDATES; n += 1) {
    mix4(lanes, n, caseKey, purpose.conflictCase, market.populationSeed);
    const i = lanes[0]! % people;
    if (columns.segment[i] !== segment || (columns.active[i]! & (1 << k)) === 0) continue;
    seen += 1;
    const worth = columns.rate[i]! * columns.spend[i]!;
    if (worth > value) {
      value = worth;
      chosen = i;
    }
  }
  return chosen;
}

/** Whether person i is a customer of company k. */
export const isCustomer = ({ columns }: Market, k: number, i: number): boolean => ((columns.active[i]! >>> k) & 1) === 1;

export function casePriorFailures(market: Market, i: number): number {
  return market.columns.priorFailures[i]!;
}

/** Moves satisfaction and relationship by shares 0-1; `leaves` ends the relation with company k. */
export function settleCase(market: Market, k: number, i: number, satisfaction: number, relationship: number, leaves: boolean): void {
  const { columns, people } = market;
  const place = k * people + i;
  columns.satisfaction[place] = asWord(columns.satisfaction[place]! / WORD + satisfaction);
  columns.relationship[place] = asWord(columns.relationship[place]! / WORD + relationship);
  if (!leaves) return;
  columns.leftBecause[i] = causeIndex.failure;
  columns.active[i]! &= ~(1 << k);
  if (columns.supplier[i] === k) columns.supplier[i] = NOBODY;
  columns.tenure[i] = 0;
}
