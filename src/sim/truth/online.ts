/** Online work of a company with records: e-mails opened, clicked, answered by leaving the list; baskets filled and left. */

import { channelAt as L, CHANNEL_ROW } from '../channelLog.ts';
import { channelIds } from '../market.ts';
import { poissonOfHalf } from '../math/counts.ts';
import { INDICES_PER_QUARTER, mix4, unit } from '../math/keys.ts';
import { tableExp } from '../math/tableExp.ts';
import { purpose } from '../purposes.ts';
import { consentFor, consentState, type Records } from '../records/records.ts';
import { BYTE } from './columns.ts';
import { type CompanyTouches, keyOf, type QuarterContext, rowOf } from './context.ts';
import { timesOdds } from './formulas.ts';
import { T } from './treatment.ts';
import { recordAtHand, recordState } from './usable.ts';

const WEB = channelIds.indexOf('web');
const EMAIL = channelIds.indexOf('email');
const lanes = new Uint32Array(4);

/** Parameters of the loop, read once a block. */
export interface OnlineRates {
  opened: number;
  /** Clicked of those opened. */
  clicked: number;
  unsubscribed: number;
  fit: number;
  fatigue: number;
  abandoned: number;
  convenience: number;
}

export const onlineRates = ({ parameters: p }: QuarterContext): OnlineRates => ({
  opened: p['online.opened'],
  clicked: p['online.opened'] > 0 ? Math.min(1, p['online.clicked'] / p['online.opened']) : 0,
  unsubscribed: p['online.unsubscribed'],
  fit: p['online.fit'],
  fatigue: p['online.fatigue'],
  abandoned: p['online.abandoned'],
  convenience: p['online.abandonedConvenience'],
});

/** E-mails go to whom the firm knows and may write to; a send of these contacts is opened, clicked or answered by leaving the list. */
export function sendEmails(
  c: QuarterContext,
  own: Records,
  k: number,
  i: number,
  contacts: number,
  buys: boolean,
  rates: OnlineRates,
  touch: CompanyTouches,
): void {
  const consent = consentFor(own, i, 1);
  const allowed = consent === consentState.valid || (consent === consentState.claimed && !own.onlyValidConsent);
  if (own.held[i] === 0 || !allowed) return;
  const { columns } = c;
  const log = touch.channels;
  const row = EMAIL * CHANNEL_ROW;
  const over = Math.max(0, contacts - columns.tolerated[i]! / 16);
  const appeal = tableExp(rates.fit * fitWon(c, own, k, i) - rates.fatigue * over);
  const opened = timesOdds(rates.opened, appeal);
  const clicked = timesOdds(rates.clicked, appeal);
  const leaves = timesOdds(rates.unsubscribed * (0.5 + columns.privacyConcern[i]! / BYTE), tableExp(rates.fatigue * over));
  let clicks = 0;
  for (let send = 0; send < contacts; send += 1) {
    mix4(lanes, i, c.quarter * INDICES_PER_QUARTER + 64 * k + send, purpose.email, c.market.luckSeed);
    log[row + L.sent]! += 1;
    if (unit(lanes[0]!) < opened) {
      log[row + L.opened]! += 1;
      if (unit(lanes[1]!) < clicked) clicks += 1;
    }
    if (unit(lanes[2]!) < leaves) {
      log[row + L.unsubscribed]! += 1;
      touch.unsubscribed[i] = 1;
      break;
    }
  }
  log[row + L.clicked]! += clicks;
  if (clicks > 0 && buys) log[row + L.bought]! += 1;
}

/** Fit of an offer over that of the segment's mean, -1 to 1: what the record at hand adds by grain, or spoils where it is wrong. */
function fitWon(c: QuarterContext, own: Records, k: number, i: number): number {
  const grain = c.rows[rowOf(c, k, c.columns.segment[i]!) + T.grain]!;
  if (grain === 0) return 0;
  const { rollout, adoption } = c.offers[k]!;
  const state = recordAtHand(rollout, own, c.columns, i);
  if (state === recordState.closed) return 0;
  const won = 0.5 * c.seen.distance[c.columns.kind[i]!]! * adoption * grain;
  return state === recordState.right ? won : -won;
}

/** Baskets begun on the web: those bought, and those left for each of them. */
export function fillBaskets(c: QuarterContext, k: number, i: number, purchases: number, rates: OnlineRates, log: Float64Array): void {
  const row = rowOf(c, k, c.columns.segment[i]!) + T.convenience;
  const convenience = c.rows[row]! - c.market.reference[row]!;
  const left = timesOdds(rates.abandoned, tableExp(-rates.convenience * convenience));
  mix4(lanes, i, keyOf(c, k), purpose.basket, c.market.luckSeed);
  const abandoned = poissonOfHalf(lanes[0]! & 0xffff, (purchases * left) / (1 - left));
  const at = WEB * CHANNEL_ROW;
  log[at + L.baskets]! += purchases + abandoned;
  log[at + L.abandoned]! += abandoned;
}
