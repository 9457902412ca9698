/** Sayings of the field held against one market: what the run itself can say of them, without playing it again. */

import { gainedIn } from '../cards/partnerCard.ts';
import type { RetentionWorth } from '../customers/retentionWorth.ts';
import type { Talk } from '../customers/talk.ts';
import type { LessonRun } from './lessonRun.ts';

/** By the books: money over heads. */
export interface CostByBooks {
  /** Currency for each customer won, and for each customer kept a year. */
  won: number;
  kept: number;
  /** What either was divided out of: currency over the run, the latter for a year; customers won, and customers kept summed over quarters. */
  winning: number;
  keeping: number;
  newcomers: number;
  stayers: number;
}

export interface Sayings {
  /** Null where nobody was won or kept, or nothing was spent. */
  books: CostByBooks | null;
  /** Share of all profit that the best fifth of the customers brings (over 1 where others cost money), and profit a quarter in currency; null without profit. */
  fifth: { share: number; profit: number; customers: number; losing: number } | null;
  worth: RetentionWorth | null;
  talk: Talk | null;
}

export function sayingsOf(run: LessonRun): Sayings {
  const { customers } = run;
  const whale = customers?.whale;
  return {
    books: costByBooks(run),
    fifth:
      whale !== undefined && whale.profit > 0
        ? { share: whale.tenths[1]!.cumulated / whale.profit, profit: whale.profit, customers: whale.customers, losing: whale.losing.share }
        : null,
    worth: customers !== null && customers.worth.equity > 0 ? customers.worth : null,
    talk: customers?.talk ?? null,
  };
}

/** Marketing money by its split, over those won and over those kept a quarter, the latter for a year. */
function costByBooks({ quarters, known, truth }: LessonRun): CostByBooks | null {
  let [winning, keeping, won, kept] = [0, 0, 0, 0];
  for (const { quarter, plan } of quarters) {
    const money = known.find((each) => each.quarter === quarter)?.money.marketingCost ?? 0;
    const report = truth.find((each) => each.quarter === quarter);
    if (report === undefined) continue;
    const share = plan['biz.split'] / 100;
    const gained = gainedIn(report);
    winning += money * share;
    keeping += money * (1 - share);
    won += gained;
    kept += Math.max(0, report.kpi.customers - gained);
  }
  if (!(won > 0 && kept > 0 && winning > 0 && keeping > 0)) return null;
  const year = 4 * keeping;
  return { won: winning / won, kept: year / kept, winning, keeping: year, newcomers: won, stayers: kept };
}
