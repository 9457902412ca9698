/** A past undone for one customer: what would he have done without it? Nobody is spared anything while a run is played. */

import type { QuarterContext } from './context.ts';
import { companyOf, countOfRelations, customerOf, H, M, relations, setMet } from './relations.ts';
import { wasMet } from './met.ts';
import { SPARE, type Spared } from './spare.ts';
import { priceLossOn, pullOn } from './staying.ts';

/** Bits of what customer i is spared with company k. */
export const sparedOf = ({ spared }: Pick<QuarterContext, 'spared'>, i: number, k: number): number =>
  spared !== null && spared.customer === i && spared.company === k ? spared.what : 0;

/** Takes waiting and unwelcome contacts out of what has happened so far in the relation; before anything is read from it. */
export function spareDealings(c: QuarterContext, { customer, company, what }: Spared): void {
  const r = relationOf(customer, company);
  if (r < 0) return;
  const { happened } = relations;
  if ((what & SPARE.wait) !== 0) happened[r]! &= ~(1 << H.waited);
  if ((what & SPARE.contacts) === 0) return;
  const contacts = (happened[r]! >>> H.contacts) & 0xff;
  const welcome = Math.min(contacts, Math.floor(c.columns.tolerated[customer]! / 16));
  happened[r] = (happened[r]! & ~(0xff << H.contacts)) | (welcome << H.contacts);
}

/** Under contract: takes price and rivals out of the log odds of leaving, after failures have been met. */
export function sparePull(c: QuarterContext, { customer, company }: Spared): void {
  const r = relationOf(customer, company);
  if (r < 0 || c.market.spec.relation !== 'contractual') return;
  const pull = sparedPull(c, customer, company);
  if (pull === 0) return;
  setMet(relations.met, r, wasMet(r, M.spoiled), wasMet(r, M.hurt), wasMet(r, M.failureExit) - pull, wasMet(r, M.tie));
  relations.happened[r]! |= 1 << H.met;
}

/** Log odds of leaving that customer i of company k is spared. */
export function sparedPull(c: QuarterContext, i: number, k: number): number {
  const what = sparedOf(c, i, k);
  if ((what & (SPARE.price | SPARE.rivals)) === 0) return 0;
  const price = Math.max(0, priceLossOn(c, i, k));
  const rivals = Math.max(0, pullOn(c, i, k) - price);
  return ((what & SPARE.price) !== 0 ? price : 0) + ((what & SPARE.rivals) !== 0 ? rivals : 0);
}

/** Place of the relation in the block that is being played; -1 where there is none. */
export function relationOf(customer: number, company: number): number {
  const count = countOfRelations();
  for (let r = 0; r < count; r += 1) {
    if (customerOf(relations.pair[r]!) === customer && companyOf(relations.pair[r]!) === company) return r;
  }
  return -1;
}
