/** Money of the reserve that an adjustment takes is work like any other, done where its cause is said to lie: a wrong cause is work in the wrong place. */

import type { FirmState, StockId } from '../firm.ts';
import type { FirmParameters } from '../parameters.ts';
import { growth, points } from '../stocks.ts';
import { adjustmentPrice } from './adjustment.ts';
import type { CauseOfFindingId } from './reviewOptions.ts';
import type { ReviewStep } from './reviewSteps.ts';

/** Readiness that work on a cause raises; work on data is done at the files. */
const stockOf: Readonly<Record<Exclude<CauseOfFindingId, 'data'>, StockId>> = { strategy: 'S', programme: 'Q', people: 'H', tool: 'T' };

/** The firm after the reserve was put to work on the adjustments among the steps, at the yield of any other spending; the bill of the quarter names it. */
export function worked(firm: FirmState, steps: readonly ReviewStep[], quarter: number, p: FirmParameters): FirmState {
  let now = firm;
  for (const step of steps) {
    if (step.do !== 'adjust') continue;
    const units = adjustmentPrice(step.action, p);
    if (units === 0) continue;
    if (step.cause === 'data') {
      const capture = { quarter, effect: 'capture', size: 1 + p['adjust.capture'] * units, lasts: p['adjust.captureLasts'] } as const;
      now = { ...now, pending: [...now.pending, capture] };
      continue;
    }
    const stock = stockOf[step.cause];
    const level = now.stocks[stock];
    now = { ...now, stocks: { ...now.stocks, [stock]: points(level + growth(stock, level, units, p)) } };
  }
  return now;
}
