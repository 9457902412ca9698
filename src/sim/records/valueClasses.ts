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

/** Share of the known customers who count as most valuable by value, and as growable. */
const MOST_VALUABLE = 0.2;
const NEXT = 0.2;
const HALF = 0.5;

export interface ClassCosts {
  /** Direct cost as a share of revenue, and cost of one contact in currency. */
  unitCost: number;
  contactCost: number;
}

/** The value from which a share 0-1 of a list begins at the top; the list is put out of order. */
function cutOf(values: Float64Array): (share: number) => number {
  return (share) => placedAt(values, Math.min(values.length - 1, Math.floor((1 - share) * values.length)));
}

/**
 * Class of each person: 0 = none (not known, not a customer, no rule), else 1 + place in classIds.
 * `revenue` ranks by money booked; `margin` takes direct cost and contacts off, so that who costs more than he brings falls below zero;
 * `potential` also sees what a customer could bring: most growable are those who by their own answers spend most elsewhere, and nobody who
 * would pay if he brought it counts as below zero. Where the files hold no answer
 * a customer is taken for a usual one, and who buys more than he used to shows potential.
 * @param wallets what each person told that he spends on the category in a quarter, in currency; NaN where the files do not say, null where nobody was asked
 */
export function classify(
  records: Records,
  history: History,
  own: Own,
  rule: ClassRule,
  costs: ClassCosts,
  wallets: Float64Array | null = null,
): Uint8Array {
  const classes = new Uint8Array(own.own.length);
  if (rule === 'none') return classes;
  const { held } = records;
  const { spending, contacts } = history;
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
  const value = ranked.slice(0, count);
  const cut = cutOf(ranked.subarray(0, count));
  const [top, next] = [cut(MOST_VALUABLE), cut(MOST_VALUABLE + NEXT)];
  if (rule !== 'potential') {
    for (let n = 0; n < count; n += 1) classes[known[n]!] = value[n]! <= 0 ? 4 : value[n]! >= top ? 1 : value[n]! >= next ? 2 : 3;
    return classes;
  }
  const growth = growths(history, known.subarray(0, count), keeps, wallets);
  const others = growth.slice();
  for (let n = 0; n < count; n += 1) if (value[n]! > 0 && value[n]! >= top) others[n] = 0;
  const growing = cutOf(others.slice())(NEXT);
  for (let n = 0; n < count; n += 1) {
    const best = value[n]! > 0 && value[n]! >= top;
    const grows = others[n]! > 0 && others[n]! >= growing;
    classes[known[n]!] = best ? 1 : grows ? 2 : value[n]! + growth[n]! > 0 ? 3 : 4;
  }
  return classes;
}

/** What each customer of a list could bring more a quarter, in currency. */
function growths(history: History, ids: Int32Array, keeps: number, wallets: Float64Array | null): Float64Array {
  const told = new Float64Array(ids.length).fill(NaN);
  const answers = new Float64Array(ids.length);
  let answered = 0;
  for (let n = 0; wallets !== null && n < ids.length; n += 1) {
    const wallet = wallets[ids[n]!]!;
    told[n] = wallet;
    answers[answered] = wallet;
    if (!Number.isNaN(wallet)) answered += 1;
  }
  const usual = answered > 0 ? cutOf(answers.subarray(0, answered))(HALF) : 0;
  for (let n = 0; n < ids.length; n += 1) told[n] = keeps * growthOf(history, ids[n]!, told[n]!, usual);
  return told;
}

/**
 * Money a quarter that somebody spends and not here, by his answer. Who gave none is taken for the usual customer: a few purchases tell
 * little, so that one quarter without any makes nobody a burden; or by how much more than usual he bought last.
 */
function growthOf({ spending, trend }: History, i: number, wallet: number, usual: number): number {
  if (!Number.isNaN(wallet)) return Math.max(0, wallet - spending[i]!);
  return Math.max(0, trend[i]! - 1) * spending[i]! + Math.max(0, usual - spending[i]!);
}

/** Number of people in each class, in the order of classIds. */
export function classCounts(classes: Uint8Array): readonly [number, number, number, number] {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = 0; i < classes.length; i += 1) {
    const one = classes[i]!;
    if (one > 0) counts[one - 1]! += 1;
  }
  return counts;
}
