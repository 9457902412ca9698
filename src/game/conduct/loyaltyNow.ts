/** True loyalty as a figure: who likes and stays less who only stays, and how many a rival's strike left. */

import { pow } from '../../sim/math/elementary.ts';
import type { LoyaltyMatrix } from '../../sim/truth/loyaltyMatrix.ts';
import type { ConductQuarter } from './memory.ts';

type Struck = Pick<ConductQuarter, 'strike' | 'cut' | 'customers' | 'gained' | 'lost'>;

/** Share 0-1 of customers who would be left after a year like the quarters of a strike; without a strike, of price cuts, else of the run. */
export function survival(quarters: readonly Struck[]): number {
  const strikes = quarters.filter(({ strike }) => strike);
  const cuts = quarters.filter(({ cut }) => cut);
  const looked = strikes.length > 0 ? strikes : cuts.length > 0 ? cuts : quarters;
  let [lost, before] = [0, 0];
  for (const each of looked) {
    lost += each.lost;
    before += Math.max(0, each.customers - each.gained + each.lost);
  }
  return before > 0 ? pow(1 - lost / before, 4) : 0;
}

/** Points -50 to 100: half the truly loyal less the spuriously loyal, half survival. */
export function loyaltyPoints(matrix: LoyaltyMatrix, quarters: readonly Struck[]): number {
  const all = matrix.true + matrix.latent + matrix.spurious + matrix.none;
  const net = all > 0 ? (matrix.true - matrix.spurious) / all : 0;
  return 50 * net + 50 * survival(quarters);
}
