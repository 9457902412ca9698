/** What the record of a customer is worth at a contact. */

import type { CompanyOffer } from '../offer.ts';
import { reachedByRollout } from '../records/quarter.ts';
import { BLOCKS, EMPTY, MISJOINED, mayServe, type Records } from '../records/records.ts';
import type { Columns } from './columns.ts';

const NEEDS_BLOCK = 1;

/** Silo in which a channel is served: branch and field sales 0, phone 1, web, social and e-mail 2. */
export function siloOfChannel(channel: number): number {
  return channel <= 1 ? 0 : channel === 2 ? 1 : 2;
}

/**
 * Usable record u, 0-1: known x consent x joined to this channel x right x adopted by the agent x reached by the roll-out (mechanics 3).
 * Companies without records use their own constant.
 */
export function usableRecord(offer: CompanyOffer, records: Records | null, columns: Columns, i: number, seed: number): number {
  if (records === null || offer.usable !== null) return (offer.usable ?? 0) * offer.adoption;
  if (!openToUse(offer, records, columns, i, seed)) return 0;
  return recordIsWrong(records, i) ? 0 : offer.adoption;
}

/** Known, consented, joined to the channel and within the roll-out: the agent sees and trusts the record, right or wrong. */
export function openToUse(offer: CompanyOffer, records: Records, columns: Columns, i: number, seed: number): boolean {
  if (records.held[i] === 0 || !mayServe(records, i)) return false;
  const silo = 1 << siloOfChannel(columns.channel[i]!);
  if ((records.joined[i]! & silo) === 0) return false;
  if (records.age[i * BLOCKS + NEEDS_BLOCK] === EMPTY) return false;
  return reachedByRollout(i, offer.rollout, seed);
}

export function recordIsWrong(records: Records, i: number): boolean {
  return (records.wrong[i]! & ((1 << NEEDS_BLOCK) | MISJOINED)) !== 0;
}
