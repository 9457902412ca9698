/** Under contract every leaving is in the books: what those spent who closed their accounts, beside those who kept them. */

import type { History } from '../../sim/records/history.ts';
import type { Records } from '../../sim/records/records.ts';

/** Spending a quarter of the accounts on file that were dealt with in a quarter, in currency. */
export interface SpendLost {
  /** Of those that were kept and of those closed in it. */
  kept: number;
  closed: number;
}

/** @param own true if a person's account is open at the end of the quarter */
export function spendLost({ held }: Records, history: History, own: (person: number) => boolean, quarter: number): SpendLost {
  const sum: SpendLost = { kept: 0, closed: 0 };
  held.forEach((rows, i) => {
    if (rows === 0 || history.lastBought[i] !== quarter) return;
    sum[own(i) ? 'kept' : 'closed'] += history.spending[i]!;
  });
  return sum;
}
