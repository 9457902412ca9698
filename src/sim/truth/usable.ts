/** What the record of a customer is worth at a contact. */

import { channelIds } from '../market.ts';
import type { CompanyOffer } from '../offer.ts';
import { BLOCKS, consentState, EMPTY, MISJOINED, type Records } from '../records/records.ts';
import type { Columns } from './columns.ts';

const NEEDS_BLOCK = 1;

/** Silo in which a channel is served: branch, field sales and agents 0, phone 1, web, social, e-mail and marketplace 2. */
export const siloOfChannel = (channel: number): number => (channel <= 1 || channel === AGENTS ? 0 : channel === 2 ? 1 : 2);
const AGENTS = channelIds.indexOf('agents');

/** Silo of each channel where lists are kept in so many silos. */
export function silosByChannel(silos: number): Uint8Array {
  return Uint8Array.from(channelIds, (_, channel) => siloOfChannel(channel) % silos);
}

/** What an agent has before him: nothing, somebody else's or outdated facts, or the right ones. */
export const recordState = { closed: 0, wrong: 1, right: 2 } as const;

/**
 * Known, consented, joined to the channel and within the roll-out: the agent sees and trusts the record, right or wrong (mechanics 3).
 * By bits, since what is true of half the customers is no branch to take.
 */
export const recordAtHand = (rollout: number, records: Records, columns: Columns, i: number): number => {
  const known = -records.held[i]! >>> 31;
  // Bit n: consent in state n will do.
  const allowed = (records.onlyValidConsent ? SERVES_IF_VALID : SERVES) >>> (records.consent[i]! & 3);
  const joined = records.joined[i]! >>> ((SILO_BITS >>> (2 * columns.channel[i]!)) & 3);
  const holds = (records.age[i * BLOCKS + NEEDS_BLOCK]! - EMPTY) >>> 31;
  const reached = (records.rolloutPlace[i]! - Math.ceil(rollout * PLACES)) >>> 31;
  const open = known & allowed & joined & holds & reached;
  return open * (recordState.right - (-(records.wrong[i]! & WRONG_NEEDS) >>> 31));
};
const SERVES_IF_VALID = 1 << consentState.valid;
const SERVES = SERVES_IF_VALID | (1 << consentState.claimed);
const PLACES = 256;
/** Silo of each channel, two bits a channel. */
const SILO_BITS = channelIds.reduce((bits, _, channel) => bits | (siloOfChannel(channel) << (2 * channel)), 0);
export const WRONG_NEEDS = (1 << NEEDS_BLOCK) | MISJOINED;

/**
 * Usable record u, 0-1: known x consent x joined to this channel x right x adopted by the agent x reached by the roll-out (mechanics 3).
 * Companies without records use their own constant.
 */
export function usableRecord(offer: CompanyOffer, records: Records | null, columns: Columns, i: number): number {
  if (records === null || offer.usable !== null) return (offer.usable ?? 0) * offer.adoption;
  return recordAtHand(offer.rollout, records, columns, i) === recordState.right ? offer.adoption : 0;
}
