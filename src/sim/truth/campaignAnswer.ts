/** How a customer takes an offer: what it goes by, whether it is welcome, how likely it moves him. */

import { exp } from '../math/elementary.ts';
import { needIds } from '../market.ts';
import type { CampaignOfferId, CampaignTreatment } from '../offer.ts';
import { BLOCKS, EMPTY, type Records } from '../records/records.ts';
import { distanceFromOther } from './contact.ts';
import { rowOf, type QuarterContext } from './context.ts';
import { offerFit, timesOdds } from './formulas.ts';
import { contactsFactor } from './lists.ts';
import { NEEDS } from './needProfiles.ts';
import { T } from './treatment.ts';
import { recordState, WRONG_NEEDS } from './usable.ts';

const NEEDS_BLOCK = 1;
const PRICE = needIds.indexOf('price');
/** Need for a low price in a market that cares for all needs alike. */
const EVEN = 1 / NEEDS;

/** What a bundle for customer i goes by: the segment's mean, somebody else's needs, or his own. */
export function needsAtHand(records: Records, i: number): number {
  if (records.held[i] === 0 || records.age[i * BLOCKS + NEEDS_BLOCK] === EMPTY) return recordState.closed;
  return (records.wrong[i]! & WRONG_NEEDS) === 0 ? recordState.right : recordState.wrong;
}

/** Chance 0-1 that a welcome offer moves customer i to buy more. */
function moved(c: QuarterContext, offer: CampaignOfferId, i: number, k: number, s: number): number {
  const p = c.parameters;
  const kind = c.columns.kind[i]!;
  if (offer === 'reminder') return p['campaign.answer.reminder'];
  if (offer === 'discount') {
    const price = c.market.needProfiles[kind * NEEDS + PRICE]!;
    return timesOdds(p['campaign.answer.discount'], exp(p['campaign.priceLogit'] * (price - EVEN)));
  }
  const state = needsAtHand(c.records[k]!, i);
  const known = p['campaign.fitKnown'];
  const distance =
    state === recordState.wrong
      ? distanceFromOther(c, i, s, known)
      : (state === recordState.right ? 1 - known : 1) * c.seen.distance[kind]!;
  return timesOdds(p['campaign.answer.bundle'], exp(p['campaign.fitLogit'] * (offerFit(distance) - 0.5)));
}

/** Share 0-1 of the offer that is welcome beside the contacts planned for the quarter. */
export function welcomePart(c: QuarterContext, i: number, k: number, s: number): number {
  const planned = c.rows[rowOf(c, k, s) + T.contacts]! * contactsFactor(c.offers[k]!.lists, i, s);
  return Math.min(1, Math.max(0, c.columns.tolerated[i]! / 16 - planned));
}

/** Chance 0-1 that the offer moves customer i, welcome or not, fresh or worn. */
export function answerTo(c: QuarterContext, { worn }: CampaignTreatment, offer: CampaignOfferId, i: number, k: number, s: number): number {
  const p = c.parameters;
  const welcome = p['campaign.unwelcome'] + (1 - p['campaign.unwelcome']) * welcomePart(c, i, k, s);
  const fresh = worn === null ? 1 : exp(-p['campaign.wear'] * worn[i]!);
  return fresh * welcome * moved(c, offer, i, k, s);
}
