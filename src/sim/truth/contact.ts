/** Step 4: contacts that the firm starts, and how well its offers fit what customers need. */

import { exp } from '../math/elementary.ts';
import { mix4, unit } from '../math/keys.ts';
import { tableExp } from '../math/tableExp.ts';
import { purpose } from '../purposes.ts';
import { NEEDS } from './columns.ts';
import { MOST_CONTACTS, type QuarterContext } from './context.ts';
import { offerFit, timesOdds } from './formulas.ts';
import { at } from './tallies.ts';
import { T } from './treatment.ts';
import { openToUse, recordIsWrong, usableRecord } from './usable.ts';

/** Firm-initiated contacts: welcome ones build the relationship, the rest annoy and cost consent. Returns the welcome ones. */
export function firmContacts(c: QuarterContext, i: number, k: number, row: number, cell: number, key: number): number {
  const planned = c.rows[row + T.contacts]!;
  if (planned <= 0) return 0;
  const { columns, parameters, tallies } = c;
  mix4(c.lanes, i, key + 2, purpose.contact, c.market.luckSeed);
  const contacts = Math.floor(planned + unit(c.lanes[0]!));
  const over = Math.max(0, contacts - columns.tolerated[i]! / 16);
  tallies[cell + at.firmContacts]! += contacts;
  tallies[cell + at.contribution]! -= contacts * c.offers[k]!.contactCost;
  const touch = c.touches[k];
  if (touch) touch.contacts[i] = Math.min(MOST_CONTACTS, touch.contacts[i]! + contacts);
  if (over > 0) {
    const concern = 0.5 + columns.privacyConcern[i]! / 255;
    if (unit(c.lanes[1]!) < 1 - exp(-parameters['contact.withdrawal'] * over * concern)) {
      tallies[cell + at.consentWithdrawn]! += 1;
      if (touch) touch.withdrew[i] = 1;
    }
  }
  c.overContact = over;
  return contacts - over;
}

/** Share of welcome contacts that are answered by an extra purchase, at a fit 0-1 (mechanics 3). */
export function answers(c: QuarterContext, fit: number): number {
  return timesOdds(c.parameters['contact.response'], tableExp(c.parameters['contact.fitLogit'] * (fit - 0.5)));
}

/** Fit of offers 0-1: what the firm believes of the needs against what they are (mechanics 3); row -1 = it believes the segment's mean. */
export function fitOf(c: QuarterContext, i: number, k: number, s: number, row: number): number {
  const { columns, market } = c;
  const offer = c.offers[k]!;
  const records = c.records[k] ?? null;
  const grain = row < 0 ? 0 : c.rows[row + T.grain]!;
  const segment = market.spec.segments[s]!;
  const mean = segment.needs;
  const n = i * NEEDS;
  let known = 0;
  let wrong = false;
  if (grain > 0) {
    if (records === null) known = usableRecord(offer, null, columns, i, 0) * grain;
    else if (openToUse(offer, records, columns, i, market.populationSeed)) {
      known = offer.adoption * grain;
      wrong = recordIsWrong(records, i);
    }
  }
  // A wrong record holds somebody else's needs: those of a fixed other customer.
  const other = wrong ? ((i + 7919) % c.people) * NEEDS : n;
  const { needs } = columns;
  let distance = Math.abs((1 - known) * (mean.price / 1000) + known * (needs[other]! / 255) - needs[n]! / 255);
  distance += Math.abs((1 - known) * (mean.quality / 1000) + known * (needs[other + 1]! / 255) - needs[n + 1]! / 255);
  distance += Math.abs((1 - known) * (mean.service / 1000) + known * (needs[other + 2]! / 255) - needs[n + 2]! / 255);
  distance += Math.abs((1 - known) * (mean.convenience / 1000) + known * (needs[other + 3]! / 255) - needs[n + 3]! / 255);
  distance += Math.abs((1 - known) * (mean.attention / 1000) + known * (needs[other + 4]! / 255) - needs[n + 4]! / 255);
  return offerFit(distance);
}
