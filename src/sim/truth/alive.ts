/**
 * The live relations of a block in a repertoire market, before anything is bought: what each weighs with its customer, and how long it
 * lasts. Passes over one list, as in `trade.ts`: their loops make no calls but in rare cases.
 */

import { exp, ln } from '../math/elementary.ts';
import { mix4, unit } from '../math/keys.ts';
import { tableExp } from '../math/tableExp.ts';
import { purpose } from '../purposes.ts';
import { C, CELL_ROW } from './cells.ts';
import { BYTE, WORD } from './columns.ts';
import { KEYS_PER_COMPANY, keyOf, type QuarterContext } from './context.ts';
import { dissatisfactionLogit } from './formulas.ts';
import { savedByCall } from './lists.ts';
import { heldByLoyalty } from './loyalty.ts';
import { entryExposure } from './market.ts';
import { PROFILE_BITS } from './needProfiles.ts';
import { BLOCK, cellOf, companyOf, customerOf, MOST_COMPANIES, pairOf, placeOf } from './relations.ts';
import { S, seenAt } from './seen.ts';
import { sparedPull } from './spared.ts';
import { tables } from './tables.ts';

const most = BLOCK * MOST_COMPANIES;
/** Above the relative error of `tableExp`, and above all rounding of a chance. */
const SURELY = 1 + 1e-8;
const ROUNDING = 1e-12;

/** Rooms for all markets, as in relations.ts. By slot: place in the block * MOST_COMPANIES + company. */
export const alive = {
  count: 0,
  pair: new Int32Array(most),
  /** Taste times the utility of buying there, as a factor; 0 where there is no live relation. */
  weight: new Float64Array(most),
  /** Part of the quarter that a live relation lasts, 0-1 (1 = it outlives the quarter). */
  lived: new Float64Array(most),
};

const lanes = new Uint32Array(4);

/** Part of the quarter in which customer i is in the market, 0-1. */
export const presence = (c: QuarterContext, i: number): number =>
  c.columns.entry[i] === c.quarter && c.quarter > 0 ? entryExposure(c.market, i) : 1;

/** Lists, weighs and times the live relations of customers `from` to before `to`. */
export function weighAlive(c: QuarterContext, from: number, to: number): void {
  alive.weight.fill(0, 0, (to - from) * MOST_COMPANIES);
  listAlive(c, from, to);
  weigh(c, from);
  outlive(c, from);
}

function listAlive(c: QuarterContext, from: number, to: number): void {
  const { entry, active } = c.columns;
  const { pair } = alive;
  let count = 0;
  for (let i = from; i < to; i += 1) {
    if (entry[i]! > c.quarter) continue;
    const bits = active[i]!;
    for (let k = 0; k < c.companies; k += 1) if ((bits & (1 << k)) !== 0) pair[count++] = pairOf(i, k);
  }
  alive.count = count;
}

/** See utilityToCustomer. */
function weigh(c: QuarterContext, from: number): void {
  const { kind, taste, relationship, satisfaction } = c.columns;
  const { parameters: p, companies, segments } = c;
  const people = c.people | 0;
  const { value } = c.seen;
  const { cells } = tables;
  const { pair, weight } = alive;
  const byValue = p['choice.value'];
  const byTie = p['choice.relationship'];
  const bySatisfaction = p['choice.satisfaction'];
  const first = from * MOST_COMPANIES;
  for (let n = 0; n < alive.count; n += 1) {
    const i = customerOf(pair[n]!);
    const k = companyOf(pair[n]!);
    const place = placeOf(k, people, i);
    const liking = taste[place]! / WORD;
    if (liking <= 0) continue;
    const own = kind[i]!;
    const cell = cellOf(k, segments, own >>> PROFILE_BITS) * CELL_ROW;
    const utility =
      byValue * value[own * companies + k]! +
      byTie * (relationship[place]! / WORD - cells[cell + C.tie]!) +
      bySatisfaction * (satisfaction[place]! / WORD - cells[cell + C.start]!);
    weight[pair[n]! - first] = liking * exp(utility);
  }
}

/** When the customer drops the company: exponential at his own rate (Pareto/NBD); see leavingLogit. A relation lasts as long at any taste. */
function outlive(c: QuarterContext, from: number): void {
  const { kind, relationship, satisfaction, switchingCost, leavingBase } = c.columns;
  const { parameters: p, companies, segments } = c;
  const people = c.people | 0;
  const { cells, offers } = tables;
  const { pair, lived } = alive;
  const slope = p['leaving.satisfaction'];
  const convexity = p['leaving.convexity'];
  const heldBack = p['leaving.switching'];
  const tieWeight = p['leaving.relationship'];
  const held = c.spared !== null || c.offers.some(({ loyal, lists }) => loyal || lists);
  const key = keyOf(c, 0);
  const first = from * MOST_COMPANIES;
  for (let n = 0; n < alive.count; n += 1) {
    const i = customerOf(pair[n]!);
    const k = companyOf(pair[n]!);
    const slot = pair[n]! - first;
    const base = leavingBase[i]!;
    lived[slot] = 1;
    if (base <= 0) continue;
    const own = kind[i]!;
    const place = placeOf(k, people, i);
    const cell = cellOf(k, segments, own >>> PROFILE_BITS) * CELL_ROW;
    const tie = relationship[place]! / WORD;
    const below = cells[cell + C.start]! - satisfaction[place]! / WORD;
    const drawn =
      dissatisfactionLogit(below, switchingCost[i]! / BYTE, slope, convexity, heldBack) +
      tieWeight * (cells[cell + C.tie]! - tie) +
      cells[cell + C.substitutes]! * (1 - tie) +
      offers[seenAt(own, companies, k) + S.pull]!;
    const logit = held ? heldLogit(c, i, k, own >>> PROFILE_BITS, drawn) : drawn;
    const present = presence(c, i);
    mix4(lanes, i, key + k * KEYS_PER_COMPANY, purpose.dropOut, c.market.luckSeed);
    const u = unit(lanes[0]!);
    const usual = base * cells[cell + C.leaving]!;
    // Most outlive the quarter, which a rate that is surely too high shows already.
    if (u <= 1 - usual * tableExp(logit) * present * SURELY - ROUNDING) continue;
    lived[slot] = timeLived(u, usual * exp(logit), present);
  }
}

/** Only near the border is the logarithm needed, since exp(-x) > 1 - x. @param rate of dropping the company, a quarter */
function timeLived(u: number, rate: number, present: number): number {
  if (u <= 1 - rate * present) return 1;
  return Math.min(1, -ln(u) / (rate * present));
}

/** Log odds of leaving less what a call by a list and a loyalty programme hold back, and what one customer is spared. */
function heldLogit(c: QuarterContext, i: number, k: number, s: number, logit: number): number {
  const { [k]: offer } = c.offers;
  const saved = logit - savedByCall(offer!, c.records[k], i, s) - heldByLoyalty(c, offer!, i);
  return saved - (c.spared === null ? 0 : sparedPull(c, i, k));
}
