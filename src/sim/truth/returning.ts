/** Repertoire: dropped relations that come back. */

import { mix4, unit } from '../math/keys.ts';
import { tableExp } from '../math/tableExp.ts';
import { purpose } from '../purposes.ts';
import { keyOf, rowOf, type QuarterContext } from './context.ts';
import { timesOdds } from './formulas.ts';
import { PROFILE_BITS, PROFILES } from './needProfiles.ts';
import { MOST_COMPANIES, MOST_SEGMENTS } from './relations.ts';
import { T } from './treatment.ts';
import { at } from './tallies.ts';
import { bookGain, isReferred, promised } from './winning.ts';

/** Reach is never quite certain. */
const MOST_REACH = 0.999;
/** At kind * MOST_COMPANIES + company: chance 0-1 that a dropped relation comes back; a room for all markets, as in tables.ts. */
const chances = new Float64Array(MOST_SEGMENTS * PROFILES * MOST_COMPANIES);

/** Reckons, once a quarter, how each need profile takes to being reached by each company. */
export function foldReturns(c: QuarterContext): void {
  const { companies } = c;
  const { value } = c.seen;
  const weight = c.parameters['choice.value'];
  for (let kind = 0; kind < c.segments * PROFILES; kind += 1) {
    const s = kind >>> PROFILE_BITS;
    for (let k = 0; k < companies; k += 1) {
      const reach = c.rows[rowOf(c, k, s) + T.reach]!;
      const factor = reach > 0 ? tableExp(weight * value[kind * companies + k]! + promised(c, k, s)) : 0;
      chances[kind * MOST_COMPANIES + k] = reach > 0 ? timesOdds(Math.min(MOST_REACH, reach), factor) : 0;
    }
  }
}

/** A dropped relation comes back when the company reaches the customer. @param cell row of the tally of the company and his segment */
export function reactivate(c: QuarterContext, i: number, k: number, cell: number): void {
  const chance = chances[c.columns.kind[i]! * MOST_COMPANIES + k]!;
  if (chance <= 0) return;
  mix4(c.lanes, i, keyOf(c, k), purpose.reactivate, c.market.luckSeed);
  if (unit(c.lanes[0]!) >= chance) return;
  const reach = c.rows[rowOf(c, k, c.columns.segment[i]!) + T.reach]!;
  c.columns.active[i]! |= 1 << k;
  if (isReferred(c, k, reach, unit(c.lanes[1]!))) c.tallies[cell + at.referred]! += 1;
  bookGain(c, i, k, cell);
}
