/** Lists of single customers: whom a firm contacts and spends on more than others of the segment, and whose offers go by the needs on file. */

import { type CompanyOffer, LIST_GROUPS, type ListTreatment } from '../offer.ts';
import { BLOCKS, EMPTY, MISJOINED, type Records } from '../records/records.ts';
import { C, CELL_ROW } from './cells.ts';
import { PER_BYTE } from './columns.ts';
import type { QuarterContext } from './context.ts';
import { listRelationsOf, wasMet } from './met.ts';
import { customerOf, H, M, relations, setMet } from './relations.ts';
import { tables } from './tables.ts';
import { at, ROW, tallies } from './tallies.ts';
import { retentionTie } from './treatment.ts';
import { recordState } from './usable.ts';

const HALF = 1 / 65536;
const NEEDS_BLOCK = 1;
const WRONG_NEEDS = (1 << NEEDS_BLOCK) | MISJOINED;
const CONTACT_BITS = 0xff << H.contacts;
/** Grain of a personal offer that a call about somebody's story is as personal as. */
const CALL = 0.5;

/** Factor on the contacts planned for customer i of segment s. */
export const contactsFactor = (lists: ListTreatment | null | undefined, i: number, s: number): number =>
  lists ? lists.contacts[s * LIST_GROUPS + lists.of[i]!]! : 1;

/** What an offer to customer i goes by where it goes by the needs on file: nothing, somebody else's needs, or his own. */
export function needsOnFile(lists: ListTreatment, records: Records, i: number): number {
  if (lists.fitted === null || lists.fitted[i] === 0 || records.age[i * BLOCKS + NEEDS_BLOCK] === EMPTY) return recordState.closed;
  return (records.wrong[i]! & WRONG_NEEDS) === 0 ? recordState.right : recordState.wrong;
}

/** Account and issues: what somebody who calls to keep a customer has before him. */
const WRONG_STORY = (1 << 0) | (1 << 3) | MISJOINED;

/** What a call to keep customer i goes by: nobody calls him, somebody else's story, or his own. */
function storyOnFile(lists: ListTreatment, records: Records, i: number, s: number): number {
  if (lists.of[i] !== 1 || lists.keep[s * LIST_GROUPS + 1]! <= 1) return recordState.closed;
  return (records.wrong[i]! & WRONG_STORY) === 0 ? recordState.right : recordState.wrong;
}

/** Log odds of leaving that a call by the list takes off customer i, who is told his own story; 0 without a call. */
export function savedByCall({ lists }: CompanyOffer, records: Records | null | undefined, i: number, s: number): number {
  if (!lists || !records) return 0;
  return storyOnFile(lists, records, i, s) === recordState.right ? lists.save : 0;
}

/** Shares the contacts of the block out anew where a company goes by a list: the same draw, another mean. */
export function contactByLists(c: QuarterContext): void {
  c.offers.forEach(({ lists }, k) => {
    if (!lists) return;
    const { pair, draws, happened, listed } = relations;
    const { segment } = c.columns;
    const concerned = listRelationsOf(k);
    for (let n = 0; n < concerned; n += 1) {
      const r = listed[n]!;
      const i = customerOf(pair[r]!);
      if (lists.of[i] === 0) continue;
      const cell = k * c.segments + segment[i]!;
      const planned = tables.cells[cell * CELL_ROW + C.contacts]! * contactsFactor(lists, i, segment[i]!);
      const contacts = Math.min(0xff, Math.floor(planned + ((draws[4 * r + 3]! & 0xffff) + 0.5) * HALF));
      const before = (happened[r]! & CONTACT_BITS) >>> H.contacts;
      happened[r] = (happened[r]! & ~CONTACT_BITS) | (contacts << H.contacts);
      tallies[cell * ROW + at.firmContacts]! += contacts - before;
    }
  });
}

/**
 * What money for those on the list of company k adds to the relationship they are led to, what a call that goes by their own story holds,
 * and what a wrong file spoils in a call or an offer: as much as a personal offer of half the grain that is somebody else's.
 */
export function treatLists(c: QuarterContext, lists: ListTreatment, k: number): void {
  const { pair, happened, met, listed } = relations;
  const { segment, privacyConcern } = c.columns;
  const records = c.records[k];
  if (!records) return;
  const p = c.parameters;
  const spoils = (grain: number): number => p['contact.wrongBase'] + p['contact.wrongGrain'] * grain;
  const [byOffer, byCall] = [spoils(lists.fit), spoils(CALL)];
  const more = Float64Array.from(lists.keep, (factor, place) => {
    const money = c.offers[k]!.segments[Math.floor(place / LIST_GROUPS)]!.retention;
    return retentionTie(money * factor, p) - retentionTie(money, p);
  });
  const concerned = listRelationsOf(k);
  for (let n = 0; n < concerned; n += 1) {
    const r = listed[n]!;
    const i = customerOf(pair[r]!);
    const s = segment[i]!;
    const tie = more[s * LIST_GROUPS + lists.of[i]!]!;
    const contacted = ((happened[r]! >>> H.contacts) & 0xff) > 0;
    const misread = contacted && needsOnFile(lists, records, i) === recordState.wrong;
    const story = storyOnFile(lists, records, i, s);
    const mistold = story === recordState.wrong;
    if (tie === 0 && !misread && story === recordState.closed) continue;
    const minded = ((misread ? byOffer : 0) + (mistold ? byCall : 0)) * privacyConcern[i]! * PER_BYTE;
    setMet(met, r, wasMet(r, M.spoiled) + minded, 0, story === recordState.right ? -lists.save : 0, tie);
    happened[r]! |= 1 << H.met;
    if (misread || mistold) tallies[(k * c.segments + s) * ROW + at.wrongPersonalisations]! += 1;
  }
}
