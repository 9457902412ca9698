/** A campaign in the market: who is moved by the offer, who uses it on what he buys anyway, what is brought forward, who opts out. */

import { mix4, unit } from '../math/keys.ts';
import type { CampaignTreatment } from '../offer.ts';
import { purpose } from '../purposes.ts';
import { consentFor, consentState } from '../records/records.ts';
import { answerTo, needsAtHand, welcomePart } from './campaignAnswer.ts';
import { makeCampaignTouch, type CampaignTouch } from './campaignTouch.ts';
import { C, CELL_ROW } from './cells.ts';
import { PER_BYTE, PER_WORD } from './columns.ts';
import { keyOf, type QuarterContext } from './context.ts';
import { listRelationsOf, wasMet } from './met.ts';
import { customerOf, H, M, placeOf, relations, setMet } from './relations.ts';
import { at, ROW, tallies } from './tallies.ts';
import { recordState } from './usable.ts';

const CONTACT_BITS = 0xff << H.contacts;
const ADDRESSED = 1;
/** Grain of a personal offer that a bundle is as personal as. */
const BUNDLE = 0.5;

/** Opens what campaigns of the quarter are booked in. Contacts to those who are customers no more are made in vain, and paid. */
export function openCampaigns(c: QuarterContext): void {
  c.offers.forEach(({ campaign }, k) => {
    const touch = c.touches[k];
    if (!campaign || !touch) return;
    touch.campaign = makeCampaignTouch(c.people);
    if (campaign.offer === null) return;
    const { active, segment, entry } = c.columns;
    for (let i = 0; i < c.people; i += 1) {
      if (campaign.of[i] !== ADDRESSED || ((active[i]! >>> k) & 1) === 1 || entry[i]! > c.quarter) continue;
      tallies[(k * c.segments + segment[i]!) * ROW + at.firmContacts]! += 1;
    }
  });
}

/**
 * Purchases expected of customer i under the campaign of company k.
 * @param mean expected without it; @param toward what he could buy here in a quarter: of all companies together, or as his segment does
 */
export function meanUnderCampaign(c: QuarterContext, i: number, k: number, s: number, mean: number, toward: number): number {
  const campaign = c.offers[k]!.campaign;
  const touch = c.touches[k]?.campaign;
  if (!campaign || !touch || mean <= 0) return mean;
  const left = campaign.ahead === null ? mean : Math.max(0, mean - campaign.ahead[i]!);
  if (campaign.offer === null || campaign.of[i] !== ADDRESSED) return left;
  const p = c.parameters;
  const more = answerTo(c, campaign, campaign.offer, i, k, s) * p['campaign.worth'] * Math.sqrt(left * toward);
  touch.more[i] = more;
  touch.without[i] = left;
  touch.worth += more * c.columns.spend[i]! * c.cells[(k * c.segments + s) * CELL_ROW + C.margin]!;
  return left + more;
}

/** Under contract: campaigns in the factor on purchases of each relation of the block, before purchases are drawn. */
export function campaignFactors(c: QuarterContext): void {
  c.offers.forEach(({ campaign }, k) => {
    if (!campaign) return;
    const { pair, bought, listed } = relations;
    const { rate, satisfaction, segment } = c.columns;
    const concerned = listRelationsOf(k);
    for (let n = 0; n < concerned; n += 1) {
      const r = listed[n]!;
      const i = customerOf(pair[r]!);
      if (campaign.of[i] !== ADDRESSED && campaign.ahead === null) continue;
      const s = segment[i]!;
      const own = (k * c.segments + s) * CELL_ROW;
      const pleased = satisfaction[placeOf(k, c.people, i)]! * PER_WORD - c.cells[own + C.start]!;
      const mean = rate[i]! * c.cells[own + C.demand]! * (1 + c.parameters['purchase.satisfactionLift'] * pleased) * bought[r]!;
      const usual = c.market.spec.segments[s]!.rate.mean;
      if (mean > 0) bought[r] = (bought[r]! * meanUnderCampaign(c, i, k, s, mean, usual)) / mean;
    }
  });
}

/** The contact that brings the offer: it counts, costs and tires like any other. */
export function campaignContacts(c: QuarterContext): void {
  c.offers.forEach(({ campaign }, k) => {
    if (!campaign || campaign.offer === null) return;
    const { pair, happened, listed } = relations;
    const concerned = listRelationsOf(k);
    for (let n = 0; n < concerned; n += 1) {
      const r = listed[n]!;
      const i = customerOf(pair[r]!);
      if (campaign.of[i] !== ADDRESSED) continue;
      const contacts = Math.min(0xff, ((happened[r]! & CONTACT_BITS) >>> H.contacts) + 1);
      happened[r] = (happened[r]! & ~CONTACT_BITS) | (contacts << H.contacts);
      tallies[(k * c.segments + c.columns.segment[i]!) * ROW + at.firmContacts]! += 1;
    }
  });
}

/** The same to customer i who bought nothing: 1 where he is addressed. */
export const campaignContactTo = (c: QuarterContext, i: number, k: number): number => {
  const campaign = c.offers[k]!.campaign;
  return campaign && campaign.offer !== null && campaign.of[i] === ADDRESSED ? 1 : 0;
};

/** Who buys with the offer, moved by it or not, and what a discount takes off; money of the purchases stands in `bought`. */
export function campaignResponses(c: QuarterContext): void {
  const p = c.parameters;
  c.offers.forEach(({ campaign }, k) => {
    const touch = c.touches[k]?.campaign;
    if (!campaign || !touch || campaign.offer === null) return;
    const { pair, bought, purchases, listed } = relations;
    const habit = p[`campaign.habit.${campaign.offer}`];
    const off = campaign.offer === 'discount' ? p['campaign.discount'] * p['campaign.window'] : 0;
    const concerned = listRelationsOf(k);
    for (let n = 0; n < concerned; n += 1) {
      const r = listed[n]!;
      const i = customerOf(pair[r]!);
      if (campaign.of[i] !== ADDRESSED || purchases[r] === 0) continue;
      const s = c.columns.segment[i]!;
      const answered = answerTo(c, campaign, campaign.offer, i, k, s);
      mix4(c.lanes, i, keyOf(c, k), purpose.campaignResponse, c.market.luckSeed);
      if (unit(c.lanes[0]!) >= 1 - (1 - habit) * (1 - answered)) continue;
      touch.responded[i] = 1;
      if (off === 0) continue;
      const given = bought[r]! * off;
      touch.givenAway[i] = given;
      c.columns.contribution[i]! -= given;
      tallies[(k * c.segments + s) * ROW + at.contribution]! -= given;
    }
  });
}

/** What the offer spoils and costs in consent, among those who bought. */
export function treatCampaign(c: QuarterContext, campaign: CampaignTreatment, k: number): void {
  const touch = c.touches[k]?.campaign;
  if (!touch || campaign.offer === null) return;
  const { pair, met, happened, listed } = relations;
  const p = c.parameters;
  const minded = p['contact.wrongBase'] + p['contact.wrongGrain'] * BUNDLE;
  const concerned = listRelationsOf(k);
  for (let n = 0; n < concerned; n += 1) {
    const r = listed[n]!;
    const i = customerOf(pair[r]!);
    if (campaign.of[i] !== ADDRESSED) continue;
    const wrong = campaign.offer === 'bundle' && needsAtHand(c.records[k]!, i) === recordState.wrong;
    if (wrong) {
      setMet(
        met,
        r,
        wasMet(r, M.spoiled) + minded * c.columns.privacyConcern[i]! * PER_BYTE,
        wasMet(r, M.hurt),
        wasMet(r, M.failureExit),
        wasMet(r, M.tie),
      );
      happened[r]! |= 1 << H.met;
      tallies[(k * c.segments + c.columns.segment[i]!) * ROW + at.wrongPersonalisations]! += 1;
    }
    optOut(c, touch, i, k, wrong);
  }
}

/** The same among those who did not buy, whom nobody served either. */
export function campaignWithoutPurchase(c: QuarterContext, i: number, k: number): void {
  const touch = c.touches[k]?.campaign;
  if (touch) optOut(c, touch, i, k, false);
}

/** Leaves the list of offers: likelier where consent was only claimed, the offer was one too many, or somebody else's. */
function optOut(c: QuarterContext, touch: CampaignTouch, i: number, k: number, wrong: boolean): void {
  const p = c.parameters;
  const records = c.records[k]!;
  const s = c.columns.segment[i]!;
  const unasked = consentFor(records, i, 1) === consentState.valid ? 1 : p['campaign.optOutUnasked'];
  const tired = 1 + (p['campaign.optOutUnasked'] - 1) * (1 - welcomePart(c, i, k, s));
  const concern = 0.5 + c.columns.privacyConcern[i]! * PER_BYTE;
  const chance = Math.min(1, p['campaign.optOut'] * concern * unasked * tired * (wrong ? p['campaign.optOutUnasked'] : 1));
  mix4(c.lanes, i, keyOf(c, k), purpose.campaignOptOut, c.market.luckSeed);
  if (unit(c.lanes[0]!) >= chance) return;
  touch.optedOut[i] = 1;
  c.touches[k]!.unsubscribed[i] = 1;
}
