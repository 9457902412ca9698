/** What goes on between channels: who is met where, and hand-overs with or without the context. Noted channel by channel. */

import { mix4, unit } from '../math/keys.ts';
import { channelAt as L, CHANNEL_ROW } from '../channelLog.ts';
import { channelIds } from '../market.ts';
import { purpose } from '../purposes.ts';
import type { Records } from '../records/records.ts';
import { type ChannelPlay, foldChannelPlay } from './channelPlay.ts';
import { keyOf, type QuarterContext } from './context.ts';
import { listRelationsOf, wasMet } from './met.ts';
import { fillBaskets, type OnlineRates, onlineRates, sendEmails } from './online.ts';
import { countNamed } from './otherChannels.ts';
import { customerOf, H, M, MOST_COMPANIES, relations, setMet } from './relations.ts';
import { MOST_SERVICE } from './serviceTable.ts';
import { tables } from './tables.ts';

const CHANNELS = channelIds.length;
const WEB = channelIds.indexOf('web');
const EMAIL = channelIds.indexOf('email');
const HALF = 1 / 65536;
const lanes = new Uint32Array(4);
/** Counts of the quarter by company, see tables.ts; and customers with a single service contact, by the bits of `Single` and the answering
 *  channel above them. */
const LOG = CHANNELS * CHANNEL_ROW;
const log = new Float64Array(MOST_COMPANIES * LOG);
const SINGLES = CHANNELS << 4;
const singles = new Int32Array(MOST_COMPANIES * SINGLES);
const Single = { wanted: 0, known: 1, failed: 2, noted: 3, channel: 4 } as const;
/** Of the quarter that is being played, by company; null where none are kept. */
const plays: (ChannelPlay | null)[] = [];
let rates: OnlineRates | null = null;

/** Plays what happens between the channels of company k, which keeps records, in a block; before failures, after records were read. */
export function playChannels(c: QuarterContext, own: Records, k: number): void {
  const touch = c.touches[k]!;
  const play = plays[k]!;
  const online = rates!;
  const concerned = listRelationsOf(k);
  const { pair, listed, happened, draws, bought, purchases } = relations;
  const { channel: channels } = c.columns;
  const { answers, logged, others } = play;
  const drawn = logged < 1;
  const key = keyOf(c, k);
  const seed = c.market.luckSeed;
  const { failing } = tables;
  const single = k * (MOST_SERVICE + 1) + 1;
  const { channels: kept } = touch;
  const first = k * LOG;
  const firstSingle = k * SINGLES;
  for (let n = 0; n < concerned; n += 1) {
    const r = listed[n]!;
    const event = happened[r]!;
    const i = customerOf(pair[r]!);
    const calls = event & H.calls;
    const contacts = (event >>> H.contacts) & 0xff;
    const channel = channels[i]!;
    const row = first + channel * CHANNEL_ROW;
    log[row + L.customers]! += 1;
    log[row + L.purchases]! += purchases[r]!;
    log[row + L.contacts]! += contacts;
    // Money is no whole number: it is summed in the order of customers.
    kept[channel * CHANNEL_ROW + L.revenue]! += bought[r]!;
    if (calls === 1) {
      const answering = answers[channel]!;
      if (drawn) mix4(lanes, i, key, purpose.handOver, seed);
      const bits =
        (answering === channel ? 1 << Single.wanted : 0) |
        (((event >>> H.known) & 1) << Single.known) |
        // The same draw that the failure of the quarter hangs on.
        ((draws[4 * r + 2]! & 0xffff) < failing[single]! ? 1 << Single.failed : 0) |
        (!drawn || unit(lanes[1]!) < logged ? 1 << Single.noted : 0);
      singles[firstSingle + ((answering << Single.channel) | bits)]! += 1;
    } else if (calls > 1) meetCalls(c, k, r, i, calls, play);
    if (others) countNamed(own, touch, i, channel);
    // The firm's own online work does not reach into channels that others run.
    if (channel < WEB || channel > EMAIL) continue;
    if (contacts > 0) sendEmails(c, own, k, i, contacts, purchases[r]! > 0, online, touch);
    if (purchases[r]! > 0) fillBaskets(c, k, i, purchases[r]!, online, kept);
  }
  if (play.treats) treatChannels(c, play.extra, concerned);
}

/** Begins a quarter. */
export function openChannels(c: QuarterContext): void {
  for (let k = 0; k < c.companies; k += 1) plays[k] = c.records[k] === null ? null : foldChannelPlay(c, k);
  rates = onlineRates(c);
  log.fill(0);
  singles.fill(0);
}

/** Hands the counts of the quarter to the companies that keep records. */
export function closeChannels(c: QuarterContext): void {
  c.touches.forEach((touch, k) => {
    if (touch === null) return;
    countSingles(k);
    for (let at = 0; at < LOG; at += 1) touch.channels[at]! += log[k * LOG + at]!;
  });
}

/** Puts those with a single service contact into the counts of company k. */
function countSingles(k: number): void {
  for (let place = 0; place < SINGLES; place += 1) {
    const customers = singles[k * SINGLES + place]!;
    if (customers === 0) continue;
    const row = k * LOG + (place >>> Single.channel) * CHANNEL_ROW;
    const full = (place >>> Single.known) & 1;
    const right = (place >>> Single.failed) & 1 ? 0 : customers;
    log[row + L.calls]! += customers;
    if ((place >>> Single.wanted) & 1) log[row + L.wanted]! += customers;
    log[row + (full === 1 ? L.full : L.partial)]! += customers;
    log[row + (full === 1 ? L.fullRight : L.partialRight)]! += right;
    if (((place >>> Single.noted) & 1) === 0) continue;
    log[row + L.loggedCalls]! += customers;
    log[row + (full === 1 ? L.loggedFull : L.loggedPartial)]! += customers;
    log[row + (full === 1 ? L.loggedFullRight : L.loggedPartialRight)]! += right;
  }
}

/** Service contacts of a customer who had several: hand-overs, context lost or kept, and whether things were right the first time. */
function meetCalls(
  c: QuarterContext,
  k: number,
  r: number,
  i: number,
  calls: number,
  { answers, logged, synced, loss, second }: ChannelPlay,
): void {
  const { happened, draws } = relations;
  const channel = c.columns.channel[i]!;
  const answering = answers[channel]!;
  const known = (happened[r]! >>> H.known) & 1;
  const handOvers = calls - 1;
  mix4(lanes, i, keyOf(c, k), purpose.handOver, c.market.luckSeed);
  const noted = unit(lanes[1]!) < logged ? 1 : 0;
  let saved = 0;
  let lost = 0;
  if (known === 0) {
    const next = unit(lanes[0]!) < c.parameters['channel.other'] ? channelAtShare(second, lanes[2]! * (1 / 4294967296)) : answering;
    if (((synced >>> answering) & (synced >>> next) & 1) === 1) {
      saved = handOvers;
      // Nobody has to tell it again where the context goes along.
      happened[r]! &= ~(1 << H.several);
    } else lost = contextLost(c, k, i, handOvers, Math.max(loss[answering]!, loss[next]!));
  }
  const full = known === 1 || saved > 0 ? 1 : 0;
  // The same draw that the failure of the quarter hangs on.
  const failed = (draws[4 * r + 2]! & 0xffff) < tables.failing[k * (MOST_SERVICE + 1) + calls]! ? 1 : 0;
  const right = Math.max(0, calls - lost - failed);
  const again = lost > 0 ? 1 : 0;
  const row = k * LOG + answering * CHANNEL_ROW;
  log[row + L.calls]! += calls;
  if (answering === channel) log[row + L.wanted]! += calls;
  log[row + L.handOvers]! += handOvers;
  log[row + L.saved]! += saved;
  log[row + L.lost]! += lost;
  log[row + L.several]! += 1;
  log[row + L.toldAgain]! += again;
  log[row + (full === 1 ? L.full : L.partial)]! += calls;
  log[row + (full === 1 ? L.fullRight : L.partialRight)]! += right;
  if (noted === 0) return;
  log[row + L.loggedCalls]! += calls;
  log[row + L.loggedHandOvers]! += handOvers;
  log[row + L.loggedLost]! += lost;
  log[row + L.loggedSeveral]! += 1;
  log[row + L.loggedToldAgain]! += again;
  log[row + (full === 1 ? L.loggedFull : L.loggedPartial)]! += calls;
  log[row + (full === 1 ? L.loggedFullRight : L.loggedPartialRight)]! += right;
}

function channelAtShare(sums: Float64Array, u: number): number {
  let channel = 0;
  while (channel < CHANNELS - 1 && u >= sums[channel]!) channel += 1;
  return channel;
}

/** Hand-overs of so many at which the context is lost, each by that chance. */
function contextLost(c: QuarterContext, k: number, i: number, handOvers: number, chance: number): number {
  let lost = 0;
  for (let n = 0; n < handOvers; n += 1) {
    if (n % 8 === 0) mix4(lanes, i, keyOf(c, k) + 1 + n / 8, purpose.handOver, c.market.luckSeed);
    const word = lanes[(n % 8) >> 1]!;
    const half = (n & 1) === 0 ? word & 0xffff : word >>> 16;
    if ((half + 0.5) * HALF < chance) lost += 1;
  }
  return lost;
}

/** What a channel's role and prices do to those who prefer it; it stands where a wrong record would, as a loss with the opposite sign. */
function treatChannels(c: QuarterContext, extra: Float64Array, concerned: number): void {
  const { pair, happened, met, listed } = relations;
  for (let n = 0; n < concerned; n += 1) {
    const r = listed[n]!;
    const event = happened[r]!;
    const spoiled = wasMet(r, M.spoiled) - extra[c.columns.channel[customerOf(pair[r]!)]!]!;
    setMet(met, r, spoiled, 0, 0, wasMet(r, M.tie));
    happened[r] = event | (1 << H.met);
  }
}
