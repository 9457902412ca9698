/** What all steps of one quarter share: the market, the offers folded into rows and tables, counters, and scratch room. */

import { INDICES_PER_QUARTER } from '../math/keys.ts';
import { SpendFactors } from '../math/spendOfPurchases.ts';
import { makeChannelLog } from '../channelLog.ts';
import type { CompanyOffer } from '../offer.ts';
import type { ParameterValues } from '../parameters.ts';
import type { Records } from '../records/records.ts';
import type { CampaignTouch } from './campaignTouch.ts';
import { foldCells } from './cells.ts';
import { WORD, type Columns } from './columns.ts';
import { clamp01, talk, updateWeights } from './formulas.ts';
import { needIds } from '../market.ts';
import type { Market } from './market.ts';
import { foldFailing } from './serviceTable.ts';
import { foldOtherChannels } from './otherSales.ts';
import { foldSeen, type Seen } from './seen.ts';
import type { Spared } from './spare.ts';
import { startTallies } from './tallies.ts';
import { foldTreatments, T, TREATMENT_ROW, waiting } from './treatment.ts';

/** Indices of draws between one customer and one company in a quarter. */
export const KEYS_PER_COMPANY = 16;

/**
 * What a company with records could note of each customer: contacts (capped at 63), withdrawal of consent, purchases (capped at 255) and
 * money booked, and how a complaint ended (1 settled, 2 not).
 */
export interface CompanyTouches {
  contacts: Uint8Array;
  withdrew: Uint8Array;
  purchases: Uint8Array;
  revenue: Float32Array;
  complained: Uint8Array;
  /** 1 = left the list of e-mails. */
  unsubscribed: Uint8Array;
  /** See channelLog.ts. */
  channels: Float64Array;
  /** What a campaign did; null where there was none. */
  campaign: CampaignTouch | null;
}
export const MOST_CONTACTS = 63;

export interface QuarterContext {
  readonly market: Market;
  readonly columns: Columns;
  readonly parameters: ParameterValues;
  readonly offers: readonly CompanyOffer[];
  readonly records: readonly (Records | null)[];
  readonly quarter: number;
  readonly people: number;
  readonly companies: number;
  readonly segments: number;
  /** Treatment rows of the quarter, and the same less those of the start: what has changed for customers. */
  readonly rows: Float64Array;
  readonly changes: Float64Array;
  readonly seen: Seen;
  readonly load: Float64Array;
  readonly waits: Float64Array;
  /** 65536 x `waits`. */
  readonly waitShare: Int32Array;
  readonly tallies: Float64Array;
  readonly touches: readonly (CompanyTouches | null)[];
  /** Scratch of one draw, and of the weights of companies in a choice. */
  readonly lanes: Uint32Array;
  readonly weights: Float64Array;
  readonly counts: Int32Array;
  /** Log odds of leaving by the louder call of rivals, by company and segment. */
  readonly poached: Float64Array;
  /** What chance alone takes from satisfaction, since a bad quarter weighs more than a good one: customers are used to it. */
  readonly upsAndDowns: number;
  readonly season: number;
  /** See foldCells. */
  readonly cells: Float64Array;
  /** 65536 x chance of a failure at [company * 64 + calls]. */
  readonly failing: Int32Array;
  /** By segment: satisfaction at the start, and the mean of each need (NEEDS a segment), shares 0-1. */
  readonly starts: Float64Array;
  readonly needMeans: Float64Array;
  /** By tenure in quarters: weight of the newest quarter in satisfaction. */
  readonly updateWeights: Float64Array;
  /** By segment: chance that no company reaches a prospect this quarter, 0-1. */
  readonly unreached: Float64Array;
  /** By the upper byte of satisfaction: share who talk; and the satisfaction, as stored, below which talk is blame. */
  readonly talkBy: Float64Array;
  readonly talkMiddle: number;
  readonly spendFactors: SpendFactors;
  /** 1 where contacts or personal offers change what is bought, by company and segment. */
  readonly responds: Uint8Array;
  /** True where a campaign of any company acts. */
  readonly campaigning: boolean;
  /** See foldOtherChannels. */
  readonly otherChannels: Float64Array | null;
  /** What one customer is spared; null while a run is played. */
  spared: Spared | null;
}

/** @param noted whether companies note what happens: where a quarter is played, not where somebody only looks at the market */
export function makeContext(
  market: Market,
  offers: readonly CompanyOffer[],
  records: readonly (Records | null)[],
  quarter: number,
  noted = false,
): QuarterContext {
  const { columns, spec, parameters, people, carry } = market;
  const segments = spec.segments.length;
  const companies = offers.length;
  const { load, waits } = waiting(offers, carry.serviceContacts, parameters);
  const rows = foldTreatments(offers, spec.segments, waits, carry.brandShift, carry.praise, parameters);
  moveAttention(rows, market.reference);
  rememberAwareness(rows, carry.awareness, parameters['acquisition.memory']);
  const changes = rows.map((value, place) => value - market.reference[place]!);
  const poached = foldPoaching(changes, companies, segments, parameters['acquisition.poaching']);
  const needMeans = Float64Array.from(spec.segments.flatMap((segment) => needIds.map((need) => segment.needs[need] / 1000)));
  const starts = Float64Array.from(spec.segments, (segment) => segment.satisfaction);
  const season = spec.season[(quarter - 1) % 4]!;
  return {
    market,
    columns,
    parameters,
    offers,
    records,
    quarter,
    people,
    companies,
    segments,
    rows,
    changes,
    seen: foldSeen(market.needProfiles, needMeans, rows, changes, market.reference, poached, companies, segments, parameters),
    load,
    waits,
    waitShare: Int32Array.from(waits, (share) => Math.round(65536 * share)),
    tallies: startTallies(),
    touches: records.map((own) => (own === null || !noted ? null : makeTouches(people))),
    lanes: new Uint32Array(4),
    weights: new Float64Array(companies),
    counts: new Int32Array(companies),
    poached,
    // Half the mean size of a normal noise is sd / sqrt(2 pi).
    upsAndDowns:
      (parameters['experience.shortfall'] - parameters['experience.excess']) * parameters['experience.noise'] * INVERSE_ROOT_OF_TWO_PI,
    season,
    cells: foldCells(rows, market.reference, offers, starts, jeopardyOf(market), season, parameters),
    failing: foldFailing(offers),
    starts,
    needMeans,
    updateWeights: updateWeights(parameters),
    unreached: foldUnreached(rows, companies, segments),
    talkBy: foldTalk(parameters),
    talkMiddle: asWord(parameters['wordOfMouth.middle']),
    spendFactors: new SpendFactors(spec.segments.map((segment) => segment.spend.p)),
    responds: foldResponds(rows, market.reference, records, offers, segments),
    campaigning: offers.some(({ campaign }, k) => campaign && records[k] !== null),
    otherChannels: foldOtherChannels(offers, rows, market.reference, segments, parameters),
    spared: null,
  };
}
const INVERSE_ROOT_OF_TWO_PI = 0.3989422804014327;

/**
 * Factor on leaving so that a market in which nobody acts keeps its shares: whoever leaves cannot choose the old supplier again, so a
 * supplier of share s must lose in proportion to 1 - s. Double jeopardy: Ehrenberg, Goodhardt & Barwise 1990.
 */
export function jeopardyOf(market: Market): Float64Array {
  const { segments, relation } = market.spec;
  const factors = new Float64Array(market.companyIds.length * segments.length).fill(1);
  if (relation === 'repertoire') return factors;
  segments.forEach((segment, s) => {
    const shares = market.companyIds.map((id) => segment.suppliers[id] ?? 0);
    const served = shares.reduce((sum, share) => sum + share, 0);
    if (served === 0) return;
    const mean = shares.reduce((sum, share) => sum + (share / served) * (1 - share / served), 0);
    if (mean > 0) shares.forEach((share, k) => (factors[k * segments.length + s] = (1 - share / served) / mean));
  });
  return factors;
}

function makeTouches(people: number): CompanyTouches {
  return {
    contacts: new Uint8Array(people),
    withdrew: new Uint8Array(people),
    purchases: new Uint8Array(people),
    revenue: new Float32Array(people),
    complained: new Uint8Array(people),
    unsubscribed: new Uint8Array(people),
    channels: makeChannelLog(),
    campaign: null,
  };
}

/** Rivals that reach more people than at the start pull customers away from each company. */
function foldPoaching(changes: Float64Array, companies: number, segments: number, strength: number): Float64Array {
  const poached = new Float64Array(companies * segments);
  for (let s = 0; s < segments; s += 1) {
    let all = 0;
    for (let k = 0; k < companies; k += 1) all += changes[(k * segments + s) * TREATMENT_ROW + T.reach]!;
    for (let k = 0; k < companies; k += 1) {
      poached[k * segments + s] = strength * (all - changes[(k * segments + s) * TREATMENT_ROW + T.reach]!);
    }
  }
  return poached;
}

function foldResponds(
  rows: Float64Array,
  reference: Float64Array,
  records: readonly (Records | null)[],
  offers: readonly CompanyOffer[],
  segments: number,
): Uint8Array {
  return Uint8Array.from({ length: records.length * segments }, (_, cell) => {
    const row = cell * TREATMENT_ROW;
    const contacts = rows[row + T.contacts]!;
    if (contacts !== reference[row + T.contacts]) return 1;
    if (contacts === 0) return 0;
    if (offers[Math.floor(cell / segments)]!.lists) return 1;
    const grain = rows[row + T.grain]!;
    return grain !== reference[row + T.grain] || (grain > 0 && records[Math.floor(cell / segments)] !== null) ? 1 : 0;
  });
}

function foldUnreached(rows: Float64Array, companies: number, segments: number): Float64Array {
  const unreached = new Float64Array(segments).fill(1);
  for (let s = 0; s < segments; s += 1) {
    for (let k = 0; k < companies; k += 1) unreached[s]! *= 1 - rows[(k * segments + s) * TREATMENT_ROW + T.reach]!;
  }
  return unreached;
}

/** Share of customers who talk, at the middle of each step of satisfaction. */
function foldTalk(p: ParameterValues): Float64Array {
  return Float64Array.from({ length: 256 }, (_, step) =>
    talk((step + 0.5) / 256 - p['wordOfMouth.middle'], p['wordOfMouth.base'], p['wordOfMouth.praise'], p['wordOfMouth.blame']),
  );
}

/** Awareness lasts: part of last quarter's is kept, the rest follows this quarter's spending and talk. */
function rememberAwareness(rows: Float64Array, awareness: Float64Array, memory: number): void {
  for (let cell = 0; cell < awareness.length; cell += 1) {
    const place = cell * TREATMENT_ROW + T.reach;
    rows[place] = memory * awareness[cell]! + (1 - memory) * rows[place]!;
  }
}

/** Attention that strangers expect of a company: what its customers were used to, moved as far as service as a whole has moved. */
function moveAttention(rows: Float64Array, reference: Float64Array): void {
  for (let row = 0; row < rows.length; row += TREATMENT_ROW) {
    rows[row + T.attention] = clamp01(reference[row + T.attention]! + rows[row + T.service]! - reference[row + T.service]!);
  }
}

/** A share as a column stores it, held to 0-1. */
export const asWord = (share: number): number => {
  const word = (share * WORD + 0.5) | 0;
  return word < 0 ? 0 : word > WORD ? WORD : word;
};

/** First key of the draws between a customer and company k in this quarter. */
export function keyOf(c: QuarterContext, k: number): number {
  return c.quarter * INDICES_PER_QUARTER + k * KEYS_PER_COMPANY;
}

/** Start of the treatment row of company k in segment s. */
export function rowOf(c: QuarterContext, k: number, s: number): number {
  return (k * c.segments + s) * TREATMENT_ROW;
}
