/** Steps 3 to 5, what happens in a quarter: purchases and their money, calls of the customer, waiting, contacts of the firm. */

import { EXACT_UP_TO, poissonByNormal, poissonOfHalf } from '../math/counts.ts';
import { normalOfHalf } from '../math/normalTable.ts';
import { campaignContacts, campaignFactors, campaignResponses } from './campaign.ts';
import { C, CELL_ROW } from './cells.ts';
import { PER_WORD } from './columns.ts';
import { responseFactor } from './contact.ts';
import type { QuarterContext } from './context.ts';
import { contactByLists } from './lists.ts';
import { liftByLoyalty } from './loyalty.ts';
import { PROFILE_BITS } from './needProfiles.ts';
import { sellThroughOthers } from './otherChannels.ts';
import { CELL_MASK, cellOf, companyOf, countOfRelations, customerOf, H, placeOf, relations } from './relations.ts';
import { MANY, manyCalls, serviceCount } from './serviceTable.ts';
import { tables } from './tables.ts';
import { at, ROW, tallies } from './tallies.ts';

const HALF = 1 / 65536;
const LEVELS = 256;

/**
 * Plays the dealings of every relation of the block: calls, purchases, and their money. Each loop is short and makes no calls: V8 then takes
 * all that stays the same out of it, and its checks too. What is rare is left to lists.
 */
export function trade(c: QuarterContext): void {
  call(c);
  contactByLists(c);
  if (c.campaigning) campaignContacts(c);
  if (c.market.spec.relation === 'contractual') buy(c);
  pay(c);
  if (c.campaigning) campaignResponses(c);
}

/** Calls of customers, waits, contacts of the firm. */
function call(c: QuarterContext): void {
  const { kind, service } = c.columns;
  const { cells, thresholds, waitShare } = tables;
  const { pair, cell, draws, happened, listed } = relations;
  const count = countOfRelations();
  const segments = c.segments | 0;
  let often = 0;
  for (let r = 0; r < count; r += 1) {
    const i = customerOf(pair[r]!);
    const k = companyOf(pair[r]!);
    const s = kind[i]! >>> PROFILE_BITS;
    const own = cellOf(k, segments, s);
    cell[r] = own;
    const callsAndFailure = draws[4 * r + 2]!;
    const waitAndContact = draws[4 * r + 3]!;
    const calls = serviceCount(thresholds, s * LEVELS + service[i]!, callsAndFailure >>> 16);
    // Sign bits instead of branches: 1 where there was a call and the draw lies below the share that waits; where there were several calls.
    const waited = (-calls >>> 31) & (((waitAndContact >>> 16) - waitShare[k]!) >>> 31);
    const several = (1 - calls) >>> 31;
    const contacts = (cells[own * CELL_ROW + C.contacts]! + ((waitAndContact & 0xffff) + 0.5) * HALF) | 0;
    happened[r] = calls | (waited << H.waited) | (several << H.several) | (contacts << H.contacts);
    tallies[own * ROW + at.serviceContacts]! += calls;
    tallies[own * ROW + at.firmContacts]! += contacts;
    listed[often] = r;
    often += (MANY - 1 - calls) >>> 31;
  }
  relations.listedCount = often;
  countManyCalls(c);
}

/** Under contract: Poisson purchases at the own rate, season, price, satisfaction and offers. In a repertoire they are counted already. */
function buy(c: QuarterContext): void {
  applyOffers(c);
  liftByLoyalty(c);
  if (c.otherChannels !== null) sellThroughOthers(c);
  if (c.campaigning) campaignFactors(c);
  const { cells } = tables;
  const { rate, satisfaction } = c.columns;
  const { pair, cell, draws, bought, purchases, listed } = relations;
  const count = countOfRelations();
  const people = c.people | 0;
  const lift = c.parameters['purchase.satisfactionLift'];
  let few = 0;
  for (let r = 0; r < count; r += 1) {
    const i = customerOf(pair[r]!);
    const own = cell[r]! * CELL_ROW;
    const pleased = satisfaction[placeOf(companyOf(pair[r]!), people, i)]! * PER_WORD - cells[own + C.start]!;
    const mean = rate[i]! * cells[own + C.demand]! * (1 + lift * pleased) * bought[r]!;
    bought[r] = mean;
    purchases[r] = poissonByNormal(normalOfHalf(draws[4 * r]! >>> 16), mean);
    listed[few] = r;
    few += ((mean | 0) - EXACT_UP_TO - 1) >>> 31;
  }
  for (let n = 0; n < few; n += 1) {
    const r = listed[n]!;
    if (bought[r]! <= EXACT_UP_TO) purchases[r] = poissonOfHalf(draws[4 * r]! >>> 16, bought[r]!);
  }
}

/** Money of the purchases: Gamma-Gamma (Fader, Hardie & Lee 2005) at the company's price. */
function pay(c: QuarterContext): void {
  const { cells } = tables;
  const { spendFactors } = c;
  const { kind, spend, contribution } = c.columns;
  const { pair, cell, draws, bought, purchases } = relations;
  const count = countOfRelations();
  for (let r = 0; r < count; r += 1) {
    const i = customerOf(pair[r]!);
    const own = cell[r]! & CELL_MASK;
    const n = purchases[r]!;
    const base = n * spend[i]! * spendFactors.of(kind[i]! >>> PROFILE_BITS, n, normalOfHalf(draws[4 * r + 1]! >>> 16));
    const paid = base * cells[own * CELL_ROW + C.price]!;
    contribution[i]! += base * cells[own * CELL_ROW + C.margin]!;
    bought[r] = paid;
    tallies[own * ROW + at.purchases]! += n;
    tallies[own * ROW + at.revenue]! += paid;
  }
}

/** Counts the calls of those listed, who call too often for the table. */
function countManyCalls(c: QuarterContext): void {
  const { columns, segments } = c;
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
  const { responds } = c;
  const { pair, cell: cellAt, bought: factor } = relations;
  const count = countOfRelations();
  factor.fill(1, 0, count);
  if (!responds.includes(1)) return;
  for (let r = 0; r < count; r += 1) {
    const cell = cellAt[r]! & CELL_MASK;
    if (responds[cell] !== 0) factor[r] = responseFactor(c, customerOf(pair[r]!), companyOf(pair[r]!), cell);
  }
}
