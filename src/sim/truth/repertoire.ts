/** A block of customers who buy from several companies: drop-out, purchases split by weight of taste and utility, feelings, talk. */

import { poissonOfWord } from '../math/counts.ts';
import { exp, ln } from '../math/elementary.ts';
import { INDICES_PER_QUARTER, mix4, unit } from '../math/keys.ts';
import { purpose } from '../purposes.ts';
import { campaignContactTo, campaignWithoutPurchase, meanUnderCampaign } from './campaign.ts';
import { C, CELL_ROW } from './cells.ts';
import { WORD } from './columns.ts';
import { responseFactor } from './contact.ts';
import { KEYS_PER_COMPANY, keyOf, MOST_CONTACTS, rowOf, type QuarterContext } from './context.ts';
import { fillDraws } from './draws.ts';
import { askToBeLeftAlone, encounters } from './encounters.ts';
import { experience } from './experience.ts';
import { timesOdds } from './formulas.ts';
import { leave, metIn, remain } from './leave.ts';
import { contactsFactor, savedByCall } from './lists.ts';
import { heldByLoyalty, loyalLift } from './loyalty.ts';
import { entryExposure } from './market.ts';
import { soldByOthers } from './otherChannels.ts';
import { pairOf, relations } from './relations.ts';
import { sparedPull } from './spared.ts';
import { leavingLogit } from './staying.ts';
import { at, ROW } from './tallies.ts';
import { T } from './treatment.ts';
import { trade } from './trade.ts';
import { reactivate, utilityToCustomer } from './winning.ts';

/** Quarterly drop-out above which odds are not reckoned further. */
const MOST_RATE = 0.9;

/** Part of the quarter that each relation of the block lasts, 0-1 (1 = it outlives the quarter), at [place in block * companies + k]. */
type Lived = Float64Array;

export function playRepertoire(c: QuarterContext, from: number, to: number): void {
  const lived = new Float64Array((to - from) * c.companies);
  splitPurchases(c, from, to, lived);
  fillDraws(c.quarter * INDICES_PER_QUARTER, KEYS_PER_COMPANY, purpose.experience, c.market.luckSeed);
  trade(c);
  encounters(c);
  experience(c);
  closeRelations(c, from, to, lived);
}

/** Steps 2, 3 and 7: who has dropped whom by when, and how many purchases each company gets. Lists the relations with purchases. */
function splitPurchases(c: QuarterContext, from: number, to: number, lived: Lived): void {
  const { columns, companies, weights, responds, segments, people, campaigning } = c;
  const { parameters: p, market } = c;
  const programme = c.offers.some(({ loyal }) => loyal);
  relations.count = 0;
  for (let i = from; i < to; i += 1) {
    if (columns.entry[i]! > c.quarter) continue;
    const s = columns.segment[i]!;
    const active = columns.active[i]!;
    const base = columns.leavingBase[i]!;
    const present = columns.entry[i] === c.quarter && c.quarter > 0 ? entryExposure(market, i) : 1;
    let sum = 0;
    let tasted = 0;
    for (let k = 0; k < companies; k += 1) {
      const taste = columns.taste[k * people + i]! / WORD;
      tasted += taste;
      weights[k] = (active & (1 << k)) !== 0 && taste > 0 ? taste * exp(utilityToCustomer(c, i, k, s)) : 0;
      sum += weights[k]!;
    }
    sum += Math.max(0, 1 - tasted);
    const rate = sum > 0 ? columns.rate[i]! / sum : 0;
    let all = 0;
    for (let k = 0; k < companies; k += 1) {
      if ((active & (1 << k)) === 0) continue;
      // A relation lasts as long as it would at any taste, also where there is none to buy.
      const held = programme ? heldByLoyalty(c, c.offers[k]!, i) : 0;
      const time = base > 0 ? timeLived(c, i, k, s, base, present, held) : 1;
      lived[(i - from) * companies + k] = time;
      if (weights[k] === 0) continue;
      const pleased = columns.satisfaction[k * people + i]! / WORD - market.spec.segments[s]!.satisfaction;
      let mean =
        rate *
        weights[k]! *
        Math.min(time, 1) *
        present *
        c.cells[(k * segments + s) * CELL_ROW + C.demand]! *
        Math.max(0, 1 + p['purchase.satisfactionLift'] * pleased);
      if (responds[k * segments + s] !== 0) mean *= responseFactor(c, i, k, k * segments + s);
      if (programme) mean *= loyalLift(c.offers[k]!, i);
      if (c.otherChannels !== null) mean *= soldByOthers(c, i, k);
      if (campaigning) mean = meanUnderCampaign(c, i, k, s, mean, mean + p['campaign.elsewhere'] * Math.max(0, columns.rate[i]! - mean));
      weights[k] = mean;
      all += mean;
    }
    if (all > 0) allot(c, i, all);
  }
}

/** Part of the time present until the customer drops the company, 1 if beyond the quarter: exponential at his own rate (Pareto/NBD). */
function timeLived(c: QuarterContext, i: number, k: number, s: number, base: number, present: number, held: number): number {
  const rate =
    base *
    c.cells[(k * c.segments + s) * CELL_ROW + C.leaving]! *
    exp(leavingLogit(c, i, k, s) - savedByCall(c.offers[k]!, c.records[k], i, s) - held - (c.spared === null ? 0 : sparedPull(c, i, k)));
  mix4(c.lanes, i, keyOf(c, k), purpose.dropOut, c.market.luckSeed);
  const u = unit(c.lanes[0]!);
  // Most outlive the quarter; only near the border is the logarithm needed, since exp(-x) > 1 - x.
  if (u <= 1 - rate * present) return 1;
  return Math.min(1, -ln(u) / (rate * present));
}

/** Draws the purchases of all companies together and hands them out by weight, which is a Poisson count for each (thinning). */
function allot(c: QuarterContext, i: number, all: number): void {
  const { companies, weights, lanes, counts } = c;
  const key = c.quarter * INDICES_PER_QUARTER;
  mix4(lanes, i, key, purpose.purchase, c.market.luckSeed);
  const bought = poissonOfWord(lanes[0]!, all);
  if (bought === 0) return;
  counts.fill(0);
  for (let n = 0; n < bought; n += 1) {
    if ((n & 3) === 0) mix4(lanes, i, key + (n >> 2), purpose.allocate, c.market.luckSeed);
    let rest = unit(lanes[n & 3]!) * all;
    let chosen = -1;
    for (let k = 0; k < companies; k += 1) {
      if (weights[k] === 0) continue;
      chosen = k;
      rest -= weights[k]!;
      if (rest < 0) break;
    }
    counts[chosen]! += 1;
  }
  for (let k = 0; k < companies; k += 1) {
    if (counts[k] === 0) continue;
    const r = relations.count;
    c.tallies[(k * c.segments + c.columns.segment[i]!) * ROW + at.buyers]! += 1;
    relations.pair[r] = pairOf(i, k);
    relations.purchases[r] = counts[k]!;
    relations.count = r + 1;
  }
}

/** Every live relation ends or goes on; dropped ones may come back. */
function closeRelations(c: QuarterContext, from: number, to: number, lived: Lived): void {
  const { columns, companies, segments } = c;
  let r = 0;
  for (let i = from; i < to; i += 1) {
    if (columns.entry[i]! > c.quarter) continue;
    const s = columns.segment[i]!;
    const active = columns.active[i]!;
    for (let k = 0; k < companies; k += 1) {
      const cell = (k * segments + s) * ROW;
      if ((active & (1 << k)) === 0) {
        reactivate(c, i, k, s, cell);
        continue;
      }
      const bought = r < relations.count && relations.pair[r] === pairOf(i, k);
      const met = bought ? metIn(c, r, i) : { ...nothingMet, overContact: callWithoutPurchase(c, i, k, s, cell) };
      if (bought) r += 1;
      const time = lived[(i - from) * companies + k]!;
      if (time < 1 || (met.failureExit > 0 && driven(c, i, k, s, met.failureExit))) {
        mix4(c.lanes, i, keyOf(c, k) + 1, purpose.dropOut, c.market.luckSeed);
        leave(c, i, k, s, cell, met, unit(c.lanes[1]!), unit(c.lanes[2]!));
      } else remain(c, i, k, cell);
    }
    columns.tenure[i] = Math.min(255, columns.tenure[i]! + 1);
  }
}
const nothingMet = { failureExit: 0, silent: false, waited: false, overContact: 0 };

/** A failure drives away some who would have stayed: the further chance that its log odds give over the base. */
function driven(c: QuarterContext, i: number, k: number, s: number, failureExit: number): boolean {
  const rate =
    c.columns.leavingBase[i]! *
    c.cells[(k * c.segments + s) * CELL_ROW + C.leaving]! *
    exp(leavingLogit(c, i, k, s) - (c.spared === null ? 0 : sparedPull(c, i, k)));
  const base = Math.min(MOST_RATE, 1 - exp(-rate));
  mix4(c.lanes, i, keyOf(c, k) + 1, purpose.dropOut, c.market.luckSeed);
  return unit(c.lanes[0]!) * (1 - base) < timesOdds(base, exp(failureExit)) - base;
}

/** Firm-initiated contacts to a customer who did not buy: they too annoy. Returns those too many. */
function callWithoutPurchase(c: QuarterContext, i: number, k: number, s: number, cell: number): number {
  const offered = c.campaigning ? campaignContactTo(c, i, k) : 0;
  const planned = c.rows[rowOf(c, k, s) + T.contacts]! * contactsFactor(c.offers[k]!.lists, i, s);
  if (planned + offered <= 0) return 0;
  if (offered > 0) campaignWithoutPurchase(c, i, k);
  mix4(c.lanes, i, keyOf(c, k) + 2, purpose.contact, c.market.luckSeed);
  const contacts = Math.floor(planned + unit(c.lanes[0]!)) + offered;
  const over = Math.max(0, contacts - c.columns.tolerated[i]! / 16);
  c.tallies[cell + at.firmContacts]! += contacts;
  const touch = c.touches[k] ?? null;
  if (touch !== null) {
    touch.contacts[i] = Math.min(MOST_CONTACTS, contacts);
    if (over > 0) askToBeLeftAlone(c, i, k, cell, over);
  }
  return over;
}
