/** Steps 4 to 6, what else happens: which record is at hand, what is noted, and failures. */

import { mix4, unit } from '../math/keys.ts';
import { tableExp } from '../math/tableExp.ts';
import { purpose } from '../purposes.ts';
import type { ClassTreatment } from '../offer.ts';
import type { Records } from '../records/records.ts';
import { treatCampaign } from './campaign.ts';
import { C, CELL_ROW } from './cells.ts';
import { BYTE, PER_BYTE } from './columns.ts';
import { playChannels } from './channels.ts';
import { broughtByContacts } from './contact.ts';
import { keyOf, MOST_CONTACTS, type QuarterContext } from './context.ts';
import { meetFailure } from './failure.ts';
import { treatLists } from './lists.ts';
import { treatLoyal } from './loyalty.ts';
import { listRelationsOf, wasMet } from './met.ts';
import { treatModules } from './modules.ts';
import { CELL_MASK, companyOf, countOfRelations, customerOf, H, M, relations, setMet } from './relations.ts';
import { MOST_SERVICE } from './serviceTable.ts';
import { SPARE } from './spare.ts';
import { spareDealings, sparePull } from './spared.ts';
import { tables } from './tables.ts';
import { at, ROW, tallies } from './tallies.ts';
import { recordAtHand, recordState } from './usable.ts';

/** Grain from which a wrong record shows. */
const TAILORED = 0.5;

/** What trade brings with it, before anybody feels anything. */
export function encounters(c: QuarterContext): void {
  if (c.spared !== null) spareDealings(c, c.spared);
  c.records.forEach((own, k) => {
    if (own === null) return;
    readRecords(c, own, k);
    playChannels(c, own, k);
  });
  c.offers.forEach(({ classes, lists, modules, loyal, campaign }, k) => {
    if (classes !== null) treatClasses(classes, k);
    if (lists) treatLists(c, lists, k);
    if (modules) treatModules(c, modules, k);
    if (loyal) treatLoyal(c, loyal, k);
    if (campaign) treatCampaign(c, campaign, k);
  });
  listFailures();
  for (let n = 0; n < relations.listedCount; n += 1) meetFailure(c, relations.listed[n]!);
  if (c.spared !== null) sparePull(c, c.spared);
}

/** Contacts beyond what is welcome cost consent: it is withdrawn with the chance 1 - exp(-rate over concern). */
export function askToBeLeftAlone(c: QuarterContext, i: number, k: number, cell: number, over: number): void {
  const concern = 0.5 + c.columns.privacyConcern[i]! / BYTE;
  mix4(c.lanes, i, keyOf(c, k) + 3, purpose.contact, c.market.luckSeed);
  if (unit(c.lanes[0]!) >= 1 - tableExp(-c.parameters['contact.withdrawal'] * over * concern)) return;
  c.tallies[cell + at.consentWithdrawn]! += 1;
  const touch = c.touches[k];
  if (touch) touch.withdrew[i] = 1;
}

/** What the staff of company k have before them of each customer, and what they noted of the quarter. */
function readRecords(c: QuarterContext, own: Records, k: number): void {
  const { columns, touches, parameters: p } = c;
  const { cells } = tables;
  const { pair, cell: cellAt, met, happened, bought, purchases, listed } = relations;
  const { privacyConcern, tolerated } = columns;
  const { adoption, rollout } = c.offers[k]!;
  const { contacts: noted, revenue: booked, purchases: counted } = touches[k]!;
  const wrongBase = p['contact.wrongBase'];
  const wrongGrain = p['contact.wrongGrain'];
  const { spared } = c;
  const righted = spared !== null && spared.company === k && (spared.what & SPARE.record) !== 0 ? spared.customer : -1;
  const concerned = listRelationsOf(k);
  for (let n = 0; n < concerned; n += 1) {
    const r = listed[n]!;
    const i = customerOf(pair[r]!);
    const cell = cellAt[r]! & CELL_MASK;
    const grain = cells[cell * CELL_ROW + C.grain]!;
    const state = i === righted ? recordState.right : recordAtHand(rollout, own, columns, i);
    const event = happened[r]!;
    const calls = event & H.calls;
    const contacts = (event >>> H.contacts) & 0xff;
    const right = state >>> 1;
    happened[r] = event | (right << H.known);
    tallies[cell * ROW + at.knownContacts]! += calls * right;
    if (state === recordState.wrong && grain >= TAILORED) {
      setMet(met, r, (wrongBase + wrongGrain * grain) * (privacyConcern[i]! * PER_BYTE) * adoption, 0, 0, 0);
      happened[r] = event | (1 << H.met);
      tallies[cell * ROW + at.wrongPersonalisations]! += 1;
    }
    if (purchases[r]! > 0) tallies[cell * ROW + at.responses]! += purchases[r]! * broughtByContacts(c, i, k, cell, state);
    const touched = calls + contacts;
    noted[i] = touched < MOST_CONTACTS ? touched : MOST_CONTACTS;
    booked[i] = bought[r]!;
    counted[i] = purchases[r]! < BYTE ? purchases[r]! : BYTE;
    const over = contacts - tolerated[i]! / 16;
    if (over > 0) askToBeLeftAlone(c, i, k, cell * ROW, over);
  }
}

/** What value classes of company k meet beyond their segment; it stands where a wrong record would, as a loss with the opposite sign. */
function treatClasses({ of, extra }: ClassTreatment, k: number): void {
  const { pair, happened, met, listed } = relations;
  const concerned = listRelationsOf(k);
  for (let n = 0; n < concerned; n += 1) {
    const r = listed[n]!;
    setMet(met, r, wasMet(r, M.spoiled) - extra[of[customerOf(pair[r]!)]!]!, 0, 0, 0);
    happened[r]! |= 1 << H.met;
  }
}

function listFailures(): void {
  const { failing } = tables;
  const { pair, draws, happened, listed } = relations;
  const count = countOfRelations();
  let n = 0;
  for (let r = 0; r < count; r += 1) {
    listed[n] = r;
    // Sign bit of the difference: 1 where the draw lies below the chance.
    n += ((draws[4 * r + 2]! & 0xffff) - failing[companyOf(pair[r]!) * (MOST_SERVICE + 1) + (happened[r]! & H.calls)]!) >>> 31;
  }
  relations.listedCount = n;
}
