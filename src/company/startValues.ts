/** Start values of a played firm where a scenario says nothing. */

import type { FirmSpec, Stocks } from './firm.ts';

const usualStock = 50;

/** Stocks that the scenario starts the firm with; 50 where it names none. */
export function stocksAtStart(spec: FirmSpec): Stocks {
  return spec.stocks ?? { S: usualStock, L: usualStock, X: usualStock, H: usualStock, T: usualStock, Q: usualStock };
}
