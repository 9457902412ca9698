/** What tipped those who left, taken together: how many of them one thing less would have kept. */

import { type LifeBook, staysOf } from './lifeBook.ts';
import { lifeStory } from './lifeStory.ts';
import type { SpareId } from './ifSpared.ts';

/** One leaver: the first single change that would have kept him; else whether all together would, or he left over a case, or nothing would. */
export type Tip = SpareId | 'all' | 'case' | 'none';

/** Leavers who are asked at most. */
const ASKED = 240;

/** Customers who left the learner's firm and are not back at the end, or a sample of them, evenly through the market; ascending. */
export function leaversAsked(book: LifeBook): Uint32Array {
  const gone: number[] = [];
  for (let i = 0; i < book.people; i += 1) {
    const last = staysOf(book, i).at(-1);
    if (last !== undefined && last.left !== null) gone.push(i);
  }
  const n = Math.min(ASKED, gone.length);
  return Uint32Array.from({ length: n }, (_, place) => gone[Math.floor((place * gone.length) / n)]!);
}

/** What tipped each of the leavers named. @throws RangeError for a customer the market does not have */
export function tipsOf(book: LifeBook, leavers: readonly number[]): Tip[] {
  return leavers.map((customer): Tip => {
    const { leaving } = lifeStory(book, customer);
    if (leaving === null) return 'none';
    if (leaving.byCase) return 'case';
    const [first] = leaving.tried;
    if (first?.kept) return first.what;
    return leaving.keptByAll ? 'all' : 'none';
  });
}

export interface TipCounts {
  asked: number;
  /** Leavers whom a single change would have kept. */
  single: number;
  counts: readonly { tip: Tip; count: number }[];
}

const order: readonly Tip[] = ['failure', 'answer', 'wait', 'contacts', 'rivals', 'price', 'record', 'all', 'case', 'none'];

/** How often each tipped; what tipped nobody is left out. */
export function tipCounts(tips: readonly Tip[]): TipCounts {
  const counts = order.map((tip) => ({ tip, count: tips.filter((each) => each === tip).length })).filter(({ count }) => count > 0);
  const single = counts.filter(({ tip }) => tip !== 'all' && tip !== 'case' && tip !== 'none');
  return { asked: tips.length, single: single.reduce((sum, { count }) => sum + count, 0), counts };
}
