/** Lists of single customers: whom a firm contacts and spends on more than others of the segment, and whose offers go by the needs on file. */

import { LIST_GROUPS, type ListTreatment } from '../offer.ts';
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

/** Factor on the contacts planned for customer i of segment s. */
export const contactsFactor = (lists: ListTreatment | null | undefined, i: number, s: number): number =>
  lists ? lists.contacts[s * LIST_GROUPS + lists.of[i]!]! : 1;

/** What an offer to customer i goes by where it goes by the needs on file: nothing, somebody else's needs, or his own. */
export function needsOnFile(lists: ListTreatment, records: Records, i: number): number {
  if (lists.fitted === null || lists.fitted[i] === 0 || records.age[i * BLOCKS + NEEDS_BLOCK] === EMPTY) return recordState.closed;
  return (records.wrong[i]! & WRONG_NEEDS) === 0 ? recordState.right : recordState.wrong;
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

/** What money for those on the list of company k adds to the relationship they are led to, and what a wrong file spoils in their offers. */
export function treatLists(c: QuarterContext, lists: ListTreatment, k: number): void {
  const { pair, happened, met, listed } = relations;
  const { segment, privacyConcern } = c.columns;
  const records = c.records[k] ?? null;
  const p = c.parameters;
  const spoils = p['contact.wrongBase'] + p['contact.wrongGrain'] * lists.fit;
  const more = Float64Array.from(lists.keep, (factor, place) => {
    const money = c.offers[k]!.segments[Math.floor(place / LIST_GROUPS)]!.retention;
    return retentionTie(money * factor, p) - retentionTie(money, p);
  });
  const concerned = listRelationsOf(k);
  for (let n = 0; n < concerned; n += 1) {
    const r = listed[n]!;
    const i = customerOf(pair[r]!);
    const tie = more[segment[i]! * LIST_GROUPS + lists.of[i]!]!;
    const contacted = ((happened[r]! >>> H.contacts) & 0xff) > 0;
    const misread = contacted && records !== null && needsOnFile(lists, records, i) === recordState.wrong;
    if (tie === 0 && !misread) continue;
    const spoiled = wasMet(r, M.spoiled) + (misread ? spoils * privacyConcern[i]! * PER_BYTE : 0);
    setMet(met, r, spoiled, 0, 0, tie);
    happened[r]! |= 1 << H.met;
    if (misread) tallies[(k * c.segments + segment[i]!) * ROW + at.wrongPersonalisations]! += 1;
  }
}
