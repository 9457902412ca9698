/** A block of customers who buy from several companies: drop-out, purchases split by weight of taste and utility, feelings, talk. */

import { poissonOfWord } from '../math/counts.ts';
import { exp } from '../math/elementary.ts';
import { INDICES_PER_QUARTER, mix4, unit } from '../math/keys.ts';
import { purpose } from '../purposes.ts';
import { alive, presence, weighAlive } from './alive.ts';
import { campaignContactTo, campaignWithoutPurchase, meanUnderCampaign } from './campaign.ts';
import { C, CELL_ROW } from './cells.ts';
import { WORD } from './columns.ts';
import { responseFactor } from './contact.ts';
import { KEYS_PER_COMPANY, keyOf, MOST_CONTACTS, rowOf, type QuarterContext } from './context.ts';
import { fillDraws } from './draws.ts';
import { askToBeLeftAlone, encounters } from './encounters.ts';
import { experience } from './experience.ts';
import { timesOdds } from './formulas.ts';
import { leave, type Met, metIn, remain } from './leave.ts';
import { contactsFactor } from './lists.ts';
import { loyalLift } from './loyalty.ts';
import { soldByOthers } from './otherChannels.ts';
import { H, M, MET_ROW, MOST_COMPANIES, pairOf, relations } from './relations.ts';
import { reactivate } from './returning.ts';
import { sparedPull } from './spared.ts';
import { leavingLogit } from './staying.ts';
import { at, ROW, tallies } from './tallies.ts';
import { tables } from './tables.ts';
import { T } from './treatment.ts';
import { trade } from './trade.ts';

/** Quarterly drop-out above which odds are not reckoned further. */
const MOST_RATE = 0.9;

export function playRepertoire(c: QuarterContext, from: number, to: number): void {
  weighAlive(c, from, to);
  splitPurchases(c, from, to);
  fillDraws(c.quarter * INDICES_PER_QUARTER, KEYS_PER_COMPANY, purpose.experience, c.market.luckSeed);
  trade(c);
  encounters(c);
  experience(c);
  closeRelations(c, from, to);
}

/** Steps 2 and 3: how many purchases each company gets. Lists the relations with purchases. */
function splitPurchases(c: QuarterContext, from: number, to: number): void {
  const { companies, people } = c;
  const { entry, taste, rate: rates } = c.columns;
  const { weight } = alive;
  relations.count = 0;
  for (let i = from; i < to; i += 1) {
    if (entry[i]! > c.quarter) continue;
    const first = (i - from) * MOST_COMPANIES;
    let sum = 0;
    let tasted = 0;
    for (let k = 0; k < companies; k += 1) {
      tasted += taste[k * people + i]! / WORD;
      sum += weight[first + k]!;
    }
    sum += Math.max(0, 1 - tasted);
    const all = sum > 0 ? meansOf(c, i, first, rates[i]! / sum) : 0;
    if (all > 0) allot(c, i, first, all);
  }
}

/** Turns the weights of customer i into the purchases that each company is expected to get; answers their sum. @param rate purchases a weight */
function meansOf(c: QuarterContext, i: number, first: number, rate: number): number {
  const { columns, companies, responds, segments, people, campaigning } = c;
  const { weight, lived } = alive;
  const { cells } = tables;
  const s = columns.segment[i]!;
  const present = presence(c, i);
  const lift = c.parameters['purchase.satisfactionLift'];
  let all = 0;
  for (let k = 0; k < companies; k += 1) {
    if (weight[first + k] === 0) continue;
    const own = (k * segments + s) * CELL_ROW;
    const pleased = columns.satisfaction[k * people + i]! / WORD - cells[own + C.start]!;
    let mean =
      rate * weight[first + k]! * Math.min(lived[first + k]!, 1) * present * cells[own + C.demand]! * Math.max(0, 1 + lift * pleased);
    if (responds[k * segments + s] !== 0) mean *= responseFactor(c, i, k, k * segments + s);
    if (c.offers[k]!.loyal) mean *= loyalLift(c.offers[k]!, i);
    if (c.otherChannels !== null) mean *= soldByOthers(c, i, k);
    if (campaigning) mean = underCampaign(c, i, k, s, mean);
    weight[first + k] = mean;
    all += mean;
  }
  return all;
}

function underCampaign(c: QuarterContext, i: number, k: number, s: number, mean: number): number {
  return meanUnderCampaign(c, i, k, s, mean, mean + c.parameters['campaign.elsewhere'] * Math.max(0, c.columns.rate[i]! - mean));
}

/** Draws the purchases of all companies together and hands them out by weight, which is a Poisson count for each (thinning). */
function allot(c: QuarterContext, i: number, first: number, all: number): void {
  const { companies, lanes, counts } = c;
  const { weight } = alive;
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
      if (weight[first + k] === 0) continue;
      chosen = k;
      rest -= weight[first + k]!;
      if (rest < 0) break;
    }
    counts[chosen]! += 1;
  }
  const s = c.columns.segment[i]!;
  for (let k = 0; k < companies; k += 1) {
    if (counts[k] === 0) continue;
    const r = relations.count;
    tallies[(k * c.segments + s) * ROW + at.buyers]! += 1;
    relations.pair[r] = pairOf(i, k);
    relations.purchases[r] = counts[k]!;
    relations.count = r + 1;
  }
}

/** Every live relation ends or goes on; dropped ones may come back. */
function closeRelations(c: QuarterContext, from: number, to: number): void {
  const { companies, segments } = c;
  const { entry, segment, active, tenure } = c.columns;
  const { pair, happened, met } = relations;
  const { lived } = alive;
  const { cells } = tables;
  let r = 0;
  for (let i = from; i < to; i += 1) {
    if (entry[i]! > c.quarter) continue;
    const s = segment[i]!;
    const bits = active[i]!;
    for (let k = 0; k < companies; k += 1) {
      const own = k * segments + s;
      if ((bits & (1 << k)) === 0) {
        reactivate(c, i, k, own * ROW);
        continue;
      }
      const over = lived[(i - from) * MOST_COMPANIES + k]! < 1;
      if (r < relations.count && pair[r] === pairOf(i, k)) {
        const exit = ((happened[r]! >>> H.met) & 1) === 1 ? met[r * MET_ROW + M.failureExit]! : 0;
        if (over || (exit > 0 && driven(c, i, k, s, exit))) drop(c, i, k, s, metIn(c, r, i));
        else remain(c, i, k, own * ROW);
        r += 1;
      } else {
        const contacted = c.campaigning || cells[own * CELL_ROW + C.contacts]! > 0;
        const overContact = contacted ? callWithoutPurchase(c, i, k, s, own * ROW) : 0;
        if (over) drop(c, i, k, s, { failureExit: 0, silent: false, waited: false, overContact });
        else remain(c, i, k, own * ROW);
      }
    }
    tenure[i] = Math.min(255, tenure[i]! + 1);
  }
}

function drop(c: QuarterContext, i: number, k: number, s: number, met: Met): void {
  mix4(c.lanes, i, keyOf(c, k) + 1, purpose.dropOut, c.market.luckSeed);
  leave(c, i, k, s, (k * c.segments + s) * ROW, met, unit(c.lanes[1]!), unit(c.lanes[2]!));
}

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
