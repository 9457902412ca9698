/** Where a customer of a repertoire market buys: by taste and utility among the companies that he deals with. */

import { exp } from '../math/elementary.ts';
import { WORD } from './columns.ts';
import type { QuarterContext } from './context.ts';
import { utilityToCustomer } from './winning.ts';

/** Share 0-1 of the purchases of customer i that company k is expected to get. @param more added to the utility of buying there */
export function shareOfPurchases(c: QuarterContext, i: number, k: number, s: number, more: number): number {
  const { columns, people } = c;
  let sum = 0;
  let tasted = 0;
  let own = 0;
  for (let other = 0; other < c.companies; other += 1) {
    const taste = columns.taste[other * people + i]! / WORD;
    tasted += taste;
    if ((columns.active[i]! & (1 << other)) === 0) continue;
    const utility = utilityToCustomer(c, i, other, s);
    const weight = taste * exp(other === k ? utility + more : utility);
    sum += weight;
    if (other === k) own = weight;
  }
  sum += Math.max(0, 1 - tasted);
  return sum > 0 ? own / sum : 0;
}
