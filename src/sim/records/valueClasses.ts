/** Value classes of known customers by a rule of the firm: what it books and notes of them, never what is true. */

import { placedAt } from '../math/order.ts';
import type { History } from './history.ts';
import { listOwn, type Own } from './own.ts';
import type { Records } from './records.ts';

/** Most valuable, most growable, to be moved up or served cheaply, below zero (Peppers & Rogers 2004). */
export const classIds = ['mvc', 'mgc', 'migrator', 'bz'] as const;
export type ClassId = (typeof classIds)[number];
/** What a firm may rank its customers by; none = all alike. */
export const classRules = ['none', 'revenue', 'margin', 'potential'] as const;
export type ClassRule = (typeof classRules)[number];

/** Share of the known customers, by value, who count as most valuable, and as growable where potential is not looked at. */
const MOST_VALUABLE = 0.2;
const NEXT = 0.2;
/** Purchases over the usual from which a customer shows potential. */
const GROWING = 1.15;

export interface ClassCosts {
  /** Direct cost as a share of revenue, and cost of one contact in currency. */
  unitCost: number;
  contactCost: number;
}

/**
 * Class of each person: 0 = none (not known, not a customer, no rule), else 1 + place in classIds.
 * `revenue` ranks by money booked; `margin` takes direct cost and contacts off, so that who costs more than he brings falls below zero;
 * `potential` also sees who buys more than he used to.
 */
export function classify(records: Records, history: History, own: Own, rule: ClassRule, costs: ClassCosts): Uint8Array {
  const classes = new Uint8Array(own.own.length);
  if (rule === 'none') return classes;
  const { held } = records;
  const { spending, contacts, trend } = history;
  const known = listOwn(own);
  const ranked = new Float64Array(known.length);
  const keeps = rule === 'revenue' ? 1 : 1 - costs.unitCost;
  const service = rule === 'revenue' ? 0 : costs.contactCost;
  let count = 0;
  for (let n = 0; n < known.length; n += 1) {
    const i = known[n]!;
    if (held[i] === 0) continue;
    known[count] = i;
    ranked[count] = keeps * spending[i]! - service * contacts[i]!;
    count += 1;
  }
  if (count === 0) return classes;
  const worths = ranked.slice(0, count);
  const cut = (share: number): number => placedAt(ranked, Math.min(count - 1, Math.floor((1 - share) * count)), count);
  const [top, next] = [cut(MOST_VALUABLE), cut(MOST_VALUABLE + NEXT)];
  for (let n = 0; n < count; n += 1) {
    const i = known[n]!;
    const worth = worths[n]!;
    const grows = rule === 'potential' ? trend[i]! >= GROWING : worth >= next;
    classes[i] = worth <= 0 ? 4 : worth >= top ? 1 : grows ? 2 : 3;
  }
  return classes;
}

/** Number of people in each class, in the order of classIds. */
export function classCounts(classes: Uint8Array): readonly [number, number, number, number] {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const one of classes) if (one > 0) counts[one - 1]! += 1;
  return counts;
}
