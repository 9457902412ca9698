/** Whom a review can ask, and whom its figures are about. */

import type { ReviewFrameId } from '../../company/review/reviewOptions.ts';
import { NOT_KNOWN } from '../../sim/records/history.ts';
import { ownOf } from '../gatherEvidence.ts';
import type { Asking } from './asking.ts';

/** Quarters without a purchase after which a known shopper has fallen silent. */
const SILENT = 2;
const YEAR = 4;

/**
 * Bits of how somebody stands with the firm. KNOWN: it has his name, and he is its customer as far as it can see, by an account or a purchase of
 * late. BUYER: he bought in the quarter, with a name or without, and has not left. LOST: it has his name, and he left or fell silent within four
 * quarters. OWN: he is its customer in truth, and in the market already.
 */
const KNOWN = 1;
const BUYER = 2;
export const LOST = 4;
const OWN = 8;

/** How each person stands with the firm, in bits. */
export function standings(asking: Asking): Uint8Array {
  const of = new Uint8Array(asking.world.market.people);
  if (asking.world.market.spec.relation === 'contractual') markAccounts(asking, of);
  else markShoppers(asking, of);
  markBuyers(asking, of);
  return of;
}

/** Under contract: an account is open, or was closed after a purchase of the last year. */
function markAccounts({ world, company }: Asking, of: Uint8Array): void {
  const { held } = company.records;
  const { lastBought } = company.history;
  const { own, ownBit } = ownOf(world, company);
  for (let i = 0; i < of.length; i += 1) {
    if (held[i] === 0) continue;
    const last = lastBought[i]!;
    if ((own[i]! & ownBit) !== 0) of[i]! |= KNOWN;
    else if (last > 0 && last > world.quarter - YEAR) of[i]! |= LOST;
  }
}

/** Without contracts all that is seen is who buys. */
function markShoppers({ world, company }: Asking, of: Uint8Array): void {
  const { held } = company.records;
  const { lastBought, knownSince } = company.history;
  for (let i = 0; i < of.length; i += 1) {
    const last = lastBought[i]!;
    if (held[i] === 0 || last === 0) continue;
    if (last > world.quarter - SILENT) of[i]! |= KNOWN;
    else if (knownSince[i] !== NOT_KNOWN && world.quarter - last < YEAR) of[i]! |= LOST;
  }
}

function markBuyers({ world, company, played }: Asking, of: Uint8Array): void {
  const { purchases } = played.touches[company.index]!;
  const { entry } = world.market.columns;
  const { own, ownBit } = ownOf(world, company);
  for (let i = 0; i < of.length; i += 1) {
    if ((own[i]! & ownBit) === 0) continue;
    if (purchases[i]! > 0) of[i]! |= BUYER;
    if (entry[i]! <= world.quarter) of[i]! |= OWN;
  }
}

/** Indices of those who stand in any of these ways, ascending. */
function listed(of: Uint8Array, bits: number): Int32Array {
  const list = new Int32Array(of.length);
  let count = 0;
  for (let i = 0; i < of.length; i += 1) if ((of[i]! & bits) !== 0) list[count++] = i;
  return list.subarray(0, count);
}

const frameBits: Readonly<Record<ReviewFrameId, number>> = { buyers: BUYER, known: KNOWN, everyone: KNOWN | BUYER | LOST };

/**
 * Indices of the people of a frame, ascending: who bought in the quarter and stayed, asked as they did; who is on file; or, by a research
 * firm, both and who was lost of late.
 * @param of standings, where they are at hand
 */
export const framePeople = (asking: Asking, frame: ReviewFrameId = asking.frame, of: Uint8Array = standings(asking)): Int32Array =>
  listed(of, frameBits[frame]);

/**
 * Everybody whom the figures of a review are about: all customers, with a name or without, and those lost of late. Without contracts nobody
 * is a customer any more who has not bought of late.
 * @param of standings, where they are at hand
 */
export const everybody = (asking: Asking, of: Uint8Array = standings(asking)): Int32Array =>
  listed(of, asking.world.market.spec.relation === 'contractual' ? OWN | LOST : frameBits.everyone);
