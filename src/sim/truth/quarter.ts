/** One quarter of the market: every customer is treated, buys, experiences, speaks, stays or leaves, in index order. */

import { exp, ln } from '../math/elementary.ts';
import { mix4, unit } from '../math/keys.ts';
import { tableExp } from '../math/tableExp.ts';
import type { CompanyOffer } from '../offer.ts';
import { purpose } from '../purposes.ts';
import type { Records } from '../records/records.ts';
import { NOBODY, WORD } from './columns.ts';
import { firmContacts } from './contact.ts';
import { keyOf, makeContext, rowOf, type CompanyTouches, type QuarterContext } from './context.ts';
import { experience } from './experience.ts';
import { timesOdds } from './formulas.ts';
import { leave, leavingLogit, remain, utility } from './leave.ts';
import { causeIndex } from './leaving.ts';
import type { Market } from './market.ts';
import { purchases } from './purchase.ts';
import { at, ROW, total } from './tallies.ts';
import { reactivate, win } from './winning.ts';

/** What a played quarter leaves behind; `touches` by company with records. */
export interface MarketQuarter {
  tallies: Float64Array;
  load: Float64Array;
  waits: Float64Array;
  touches: readonly (CompanyTouches | null)[];
}

/** Plays one quarter in place. `offers` and `records` in the order of the market's companies. */
export function playMarketQuarter(
  market: Market,
  offers: readonly CompanyOffer[],
  records: readonly (Records | null)[],
  quarter: number,
): MarketQuarter {
  const c = makeContext(market, offers, records, quarter);
  const contractual = market.spec.relation === 'contractual';
  const { entry } = market.columns;
  for (let i = 0; i < market.people; i += 1) {
    if (entry[i]! > quarter) continue;
    if (contractual) playContract(c, i);
    else playRepertoire(c, i);
  }
  closeCarry(c);
  return { tallies: c.tallies, load: c.load, waits: c.waits, touches: c.touches };
}

function playContract(c: QuarterContext, i: number): void {
  const { columns } = c;
  const k = columns.supplier[i]!;
  if (k === NOBODY) {
    win(c, i, NOBODY);
    return;
  }
  const s = columns.segment[i]!;
  const row = rowOf(c, k, s);
  const cell = (k * c.segments + s) * ROW;
  const withCompany = keyOf(c, k);
  experience(c, i, k, s, row, cell, withCompany);
  purchases(c, i, k, s, row, cell, withCompany, 1, 1);
  c.tallies[cell + at.buyers]! += 1;
  const logit = leavingLogit(c, i, k, s, row);
  mix4(c.lanes, i, withCompany, purpose.leave, c.market.luckSeed);
  const base = columns.leavingBase[i]! * c.parameters['leaving.scale'] * c.jeopardy[k * c.segments + s]!;
  if (unit(c.lanes[0]!) < timesOdds(Math.min(0.999, base), tableExp(logit))) {
    leave(c, i, k, cell, unit(c.lanes[1]!), unit(c.lanes[2]!));
    columns.tenure[i] = 0;
    const lifeEvent = columns.leftBecause[i] === causeIndex.lifeEvent;
    if (!lifeEvent || unit(c.lanes[3]!) >= c.parameters['leaving.outOfMarket']) win(c, i, k);
  } else {
    remain(c, i, k, cell);
    columns.tenure[i] = Math.min(255, columns.tenure[i]! + 1);
  }
}

function playRepertoire(c: QuarterContext, i: number): void {
  const { columns, people } = c;
  const s = columns.segment[i]!;
  let sum = 0;
  let tasteKnown = 0;
  for (let k = 0; k < c.companies; k += 1) {
    const taste = columns.taste[k * people + i]! / WORD;
    tasteKnown += taste;
    const live = (columns.active[i]! & (1 << k)) !== 0;
    c.weights[k] = live ? taste * exp(utility(c, i, k, s, true)) : 0;
    sum += c.weights[k]!;
  }
  sum += Math.max(0, 1 - tasteKnown);
  for (let k = 0; k < c.companies; k += 1) {
    const row = rowOf(c, k, s);
    const cell = (k * c.segments + s) * ROW;
    const withCompany = keyOf(c, k);
    mix4(c.lanes, i, withCompany, purpose.leave, c.market.luckSeed);
    if (c.weights[k] === 0) {
      if ((columns.active[i]! & (1 << k)) === 0) reactivate(c, i, k, s, row, cell);
      continue;
    }
    const uLeave = unit(c.lanes[0]!);
    const uCause = unit(c.lanes[1]!);
    const uTold = unit(c.lanes[2]!);
    forgetTreatment(c);
    const rate = columns.leavingBase[i]! * c.parameters['leaving.scale'] * tableExp(leavingLogit(c, i, k, s, row));
    const lived = rate > 0 ? Math.min(1, -ln(uLeave) / rate) : 1;
    const bought = purchases(c, i, k, s, row, cell, withCompany, c.weights[k]! / sum, lived);
    if (bought > 0) {
      c.tallies[cell + at.buyers]! += 1;
      experience(c, i, k, s, row, cell, withCompany);
      if (lived === 1 && c.failureLogit > 0) {
        mix4(c.lanes, i, withCompany + 1, purpose.leave, c.market.luckSeed);
        const extra = timesOdds(Math.min(0.9, rate), tableExp(c.failureLogit)) - Math.min(0.9, rate);
        if (unit(c.lanes[0]!) < extra) {
          c.causes.add('failure', c.failureLogit);
          leave(c, i, k, cell, uCause, uTold);
          continue;
        }
      }
    } else firmContacts(c, i, k, row, cell, withCompany);
    if (lived < 1) leave(c, i, k, cell, uCause, uTold);
    else remain(c, i, k, cell);
  }
  columns.tenure[i] = Math.min(255, columns.tenure[i]! + 1);
}

/** What another company, or the customer before, left behind is no reason to leave this one. */
function forgetTreatment(c: QuarterContext): void {
  c.failureLogit = 0;
  c.silent = false;
  c.overContact = 0;
  c.waited = false;
}

/** Totals that the next quarter reads. */
function closeCarry(c: QuarterContext): void {
  const { market, tallies, segments, parameters } = c;
  const memory = parameters['wordOfMouth.memory'];
  for (let k = 0; k < c.companies; k += 1) {
    const customers = Math.max(1, total(tallies, segments, k, at.customers));
    const praise = total(tallies, segments, k, at.praise) / customers;
    const blame = total(tallies, segments, k, at.blame) / customers;
    market.carry.praise[k] = praise;
    market.carry.brandShift[k] =
      memory * market.carry.brandShift[k]! + (1 - memory) * parameters['wordOfMouth.brand'] * (praise - blame - market.referenceTalk[k]!);
    market.carry.serviceContacts[k] = total(tallies, segments, k, at.serviceContacts) + total(tallies, segments, k, at.voiced);
  }
}
