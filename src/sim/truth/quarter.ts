/** One quarter of the market, block by block: every customer is treated, buys, experiences, speaks, stays or leaves. */

import { INDICES_PER_QUARTER } from '../math/keys.ts';
import type { CompanyOffer } from '../offer.ts';
import { purpose } from '../purposes.ts';
import type { Records } from '../records/records.ts';
import { openCampaigns } from './campaign.ts';
import { C, CELL_ROW } from './cells.ts';
import { closeChannels, openChannels } from './channels.ts';
import { NOBODY } from './columns.ts';
import { foldAnswers } from './contact.ts';
import { makeContext, type CompanyTouches, type QuarterContext } from './context.ts';
import { fillDraws } from './draws.ts';
import { encounters } from './encounters.ts';
import { experience } from './experience.ts';
import { leaveForOthers } from './leave.ts';
import type { Market } from './market.ts';
import { BLOCK, pairOf, relations } from './relations.ts';
import { playRepertoire } from './repertoire.ts';
import { foldReturns } from './returning.ts';
import { loadTables } from './tables.ts';
import { at, keptTallies, ROW, total } from './tallies.ts';
import { trade } from './trade.ts';
import { T, TREATMENT_ROW } from './treatment.ts';
import { listReached, win } from './winning.ts';

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
  const c = openQuarter(market, offers, records, quarter);
  for (let from = 0; from < market.people; from += BLOCK) playBlock(c, from, Math.min(market.people, from + BLOCK));
  closeChannels(c);
  closeAccounts(c);
  closeCarry(c);
  return { tallies: keptTallies(c.companies, c.segments), load: c.load, waits: c.waits, touches: c.touches };
}

/** Folds the offers of a quarter: whoever is played next is played in it. */
export function openQuarter(
  market: Market,
  offers: readonly CompanyOffer[],
  records: readonly (Records | null)[],
  quarter: number,
): QuarterContext {
  const c = makeContext(market, offers, records, quarter, true);
  loadTables(c);
  foldAnswers(c);
  openChannels(c);
  if (c.campaigning) openCampaigns(c);
  if (market.spec.relation === 'repertoire') foldReturns(c);
  return c;
}

/** Plays customers `from` to before `to`, at most BLOCK of them, in the quarter opened last. */
export function playBlock(c: QuarterContext, from: number, to: number): void {
  if (c.market.spec.relation === 'contractual') playContracts(c, from, to);
  else playRepertoire(c, from, to);
}

/** A block of customers with one supplier each. Who has none at the start of the quarter looks for one; leavers look at once. */
function playContracts(c: QuarterContext, from: number, to: number): void {
  const { market } = c;
  listContracts(c, from, to);
  const key = c.quarter * INDICES_PER_QUARTER;
  fillDraws(key, 0, purpose.experience, market.luckSeed);
  trade(c);
  encounters(c);
  experience(c);
  leaveForOthers(c);
}

function listContracts(c: QuarterContext, from: number, to: number): void {
  const { quarter } = c;
  const { entry, supplier } = c.columns;
  const { pair, listed } = relations;
  let count = 0;
  let prospects = 0;
  for (let i = from; i < to; i += 1) {
    if (entry[i]! > quarter) continue;
    const k = supplier[i]!;
    pair[count] = pairOf(i, k);
    listed[prospects] = i;
    // 1 where the difference is nil.
    const free = ((k ^ NOBODY) - 1) >>> 31;
    prospects += free;
    count += 1 - free;
  }
  relations.count = count;
  relations.listedCount = prospects;
  listReached(c);
  for (let n = 0; n < relations.listedCount; n += 1) win(c, listed[n]!, NOBODY);
}

/** Contribution: margin of what was bought, less the cost of contacts; and the care delivered in them. */
function closeAccounts(c: QuarterContext): void {
  const { tallies, segments } = c;
  c.offers.forEach((offer, k) => {
    for (let s = 0; s < segments; s += 1) {
      const cell = (k * segments + s) * ROW;
      const cost =
        tallies[cell + at.firmContacts]! * offer.contactCost * (offer.segments[s]!.contactFactor ?? 1) +
        tallies[cell + at.serviceContacts]! * offer.serviceCost;
      const { price, unitCost } = offer;
      tallies[cell + at.contribution]! += tallies[cell + at.revenue]! * ((price - unitCost) / price) - cost;
      const known = tallies[cell + at.knownContacts]!;
      const row = (k * segments + s) * CELL_ROW;
      tallies[cell + at.care] =
        c.cells[row + C.careKnown]! * known + c.cells[row + C.care]! * (tallies[cell + at.serviceContacts]! - known);
    }
  });
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
    market.carry.buyersBefore[k] = market.carry.buyers[k]!;
    market.carry.buyers[k] = total(tallies, segments, k, at.buyers);
    market.carry.brandShift[k] =
      memory * market.carry.brandShift[k]! + (1 - memory) * parameters['wordOfMouth.brand'] * (praise - blame - market.referenceTalk[k]!);
    market.carry.serviceContacts[k] = total(tallies, segments, k, at.serviceContacts) + total(tallies, segments, k, at.voiced);
  }
  for (let cell = 0; cell < market.carry.awareness.length; cell += 1) {
    market.carry.awareness[cell] = c.rows[cell * TREATMENT_ROW + T.reach]!;
  }
}
