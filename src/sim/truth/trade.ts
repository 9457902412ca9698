/** Steps 3 to 5, what happens in a quarter: purchases and their money, calls of the customer, waiting, contacts of the firm. */

import { poissonOfHalf } from '../math/counts.ts';
import { normalOfHalf } from '../math/normalTable.ts';
import { C, CELL_ROW } from './cells.ts';
import { PER_WORD } from './columns.ts';
import { responseFactor } from './contact.ts';
import type { QuarterContext } from './context.ts';
import { PROFILE_BITS } from './needProfiles.ts';
import { companyOf, customerOf, H } from './relations.ts';
import { MANY, manyCalls, serviceCount } from './serviceTable.ts';
import { at, ROW } from './tallies.ts';

const HALF = 1 / 65536;
const LEVELS = 256;

/**
 * Plays the dealings of every relation of the block. Contractual: Poisson purchases at the own rate, season, price, satisfaction and offers;
 * repertoire: `purchases` holds them already. Money is Gamma-Gamma (Fader, Hardie & Lee 2005) at the company's price. The loop makes no
 * calls that V8 does not take into it: everything rare is left to lists.
 */
export function trade(c: QuarterContext): void {
  const { columns, people, cells, tallies, segments, relations, waitShare, spendFactors } = c;
  const { pair, draws, count, happened, bought, purchases, listed } = relations;
  const { kind, service, rate, spend, satisfaction, contribution } = columns;
  const { thresholds } = c.market.serviceTable;
  const counted = c.market.spec.relation === 'repertoire';
  const lift = c.parameters['purchase.satisfactionLift'];
  if (!counted) applyOffers(c);
  let often = 0;
  for (let r = 0; r < count; r += 1) {
    const i = customerOf(pair[r]!);
    const k = companyOf(pair[r]!);
    const s = kind[i]! >>> PROFILE_BITS;
    const cellIndex = k * segments + s;
    const cell = cellIndex * CELL_ROW;
    const tally = cellIndex * ROW;
    const countAndStay = draws[4 * r]!;
    const moneyAndNoise = draws[4 * r + 1]!;
    const callsAndFailure = draws[4 * r + 2]!;
    const waitAndContact = draws[4 * r + 3]!;

    let n = purchases[r]!;
    if (!counted) {
      const pleased = satisfaction[k * people + i]! * PER_WORD - cells[cell + C.start]!;
      n = poissonOfHalf(countAndStay >>> 16, rate[i]! * cells[cell + C.demand]! * (1 + lift * pleased) * bought[r]!);
    }
    const base = n * spend[i]! * spendFactors.of(s, n, normalOfHalf(moneyAndNoise >>> 16));
    const paid = base * cells[cell + C.price]!;
    contribution[i]! += base * cells[cell + C.margin]!;
    bought[r] = paid;
    tallies[tally + at.purchases]! += n;
    tallies[tally + at.revenue]! += paid;

    const calls = serviceCount(thresholds, s * LEVELS + service[i]!, callsAndFailure >>> 16);
    // Sign bits instead of branches: 1 where there was a call and the draw lies below the share that waits; where there were several calls.
    const waited = (-calls >>> 31) & (((waitAndContact >>> 16) - waitShare[k]!) >>> 31);
    const several = (1 - calls) >>> 31;
    const contacts = (cells[cell + C.contacts]! + ((waitAndContact & 0xffff) + 0.5) * HALF) | 0;
    happened[r] = calls | (waited << H.waited) | (several << H.several) | (contacts << H.contacts);
    tallies[tally + at.serviceContacts]! += calls;
    tallies[tally + at.firmContacts]! += contacts;
    listed[often] = r;
    often += (MANY - 1 - calls) >>> 31;
  }
  relations.listedCount = often;
  countManyCalls(c);
}

/** Counts the calls of those listed, who call too often for the table. */
function countManyCalls(c: QuarterContext): void {
  const { relations, columns, tallies, segments } = c;
  const { listed, listedCount, pair, draws, happened } = relations;
  for (let n = 0; n < listedCount; n += 1) {
    const r = listed[n]!;
    const i = customerOf(pair[r]!);
    const s = columns.segment[i]!;
    const mean = c.market.serviceTable.mean[s * LEVELS + columns.service[i]!]!;
    const further = manyCalls(mean, draws[4 * r + 2]! >>> 16) - MANY;
    happened[r]! += further;
    tallies[(companyOf(pair[r]!) * segments + s) * ROW + at.serviceContacts]! += further;
  }
}

/** What contacts and offers add to purchases, as a factor in `bought`. */
function applyOffers(c: QuarterContext): void {
  const { columns, relations, responds, segments } = c;
  const { pair, bought: factor, count } = relations;
  factor.fill(1, 0, count);
  if (responds.every((flag) => flag === 0)) return;
  for (let r = 0; r < count; r += 1) {
    const i = customerOf(pair[r]!);
    const k = companyOf(pair[r]!);
    const s = columns.segment[i]!;
    if (responds[k * segments + s] !== 0) factor[r] = responseFactor(c, i, k, s);
  }
}
