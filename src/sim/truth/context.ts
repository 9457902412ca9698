/** What all steps of one quarter share: the market, the offers folded into rows, counters, and scratch room for draws. */

import { exp } from '../math/elementary.ts';
import { INDICES_PER_QUARTER } from '../math/keys.ts';
import type { CompanyOffer } from '../offer.ts';
import type { ParameterValues } from '../parameters.ts';
import type { Records } from '../records/records.ts';
import { WORD, type Columns } from './columns.ts';
import { CauseWeights } from './leaving.ts';
import type { Market } from './market.ts';
import { makeTallies } from './tallies.ts';
import { foldTreatments, T, TREATMENT_ROW, waiting } from './treatment.ts';

const KEYS_PER_COMPANY = 16;

/**
 * What a company with records could note of each customer: contacts (capped at 63), withdrawal of consent, money booked, and how a
 * complaint ended (1 settled, 2 not).
 */
export interface CompanyTouches {
  contacts: Uint8Array;
  withdrew: Uint8Array;
  revenue: Float32Array;
  complained: Uint8Array;
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
  readonly rows: Float64Array;
  /** Treatment rows less those of the start: what has changed for customers. */
  readonly changes: Float64Array;
  readonly load: Float64Array;
  readonly waits: Float64Array;
  readonly tallies: Float64Array;
  readonly touches: readonly (CompanyTouches | null)[];
  /** Scratch of one draw, and of the weights of companies in a choice. */
  readonly lanes: Uint32Array;
  readonly weights: Float64Array;
  readonly causes: CauseWeights;
  /** Sum of reach over companies by segment, now and at the start. */
  readonly reachSum: Float64Array;
  readonly referenceReachSum: Float64Array;
  /** What chance alone takes from satisfaction, since a bad quarter weighs more than a good one: customers are used to it. */
  readonly upsAndDowns: number;
  /** Factor on leaving by company and segment: small suppliers lose a larger share, as choice alone makes it (see jeopardyOf). */
  readonly jeopardy: Float64Array;
  /** Factor on purchases by company, from its price. */
  readonly priceFactor: Float64Array;
  readonly season: number;
  /** Left by `experience` for the leaving step: log odds by an unanswered failure, contacts too many, whether the customer waited. */
  failureLogit: number;
  /** The failure was not spoken of. */
  silent: boolean;
  overContact: number;
  waited: boolean;
}

export function makeContext(
  market: Market,
  offers: readonly CompanyOffer[],
  records: readonly (Records | null)[],
  quarter: number,
): QuarterContext {
  const { columns, spec, parameters, people, carry } = market;
  const segments = spec.segments.length;
  const { load, waits } = waiting(offers, carry.serviceContacts, parameters);
  const rows = foldTreatments(offers, spec.segments, waits, carry.brandShift, carry.praise, parameters);
  moveAttention(rows, market.reference);
  return {
    market,
    columns,
    parameters,
    offers,
    records,
    quarter,
    people,
    companies: offers.length,
    segments,
    rows,
    changes: rows.map((value, place) => value - market.reference[place]!),
    load,
    waits,
    tallies: makeTallies(offers.length, segments),
    touches: records.map((own) => (own === null ? null : makeTouches(people))),
    lanes: new Uint32Array(4),
    weights: new Float64Array(offers.length),
    causes: new CauseWeights(),
    reachSum: sumOfReach(rows, offers.length, segments),
    referenceReachSum: sumOfReach(market.reference, offers.length, segments),
    // Half the mean size of a triangular noise is sd / sqrt(6).
    upsAndDowns: ((parameters['experience.shortfall'] - parameters['experience.excess']) * parameters['experience.noise']) / Math.sqrt(6),
    jeopardy: jeopardyOf(market),
    priceFactor: Float64Array.from(offers, (offer) => exp(-parameters['purchase.priceElasticity'] * (offer.price - 1))),
    season: spec.season[(quarter - 1) % 4]!,
    failureLogit: 0,
    silent: false,
    overContact: 0,
    waited: false,
  };
}

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
    revenue: new Float32Array(people),
    complained: new Uint8Array(people),
  };
}

function sumOfReach(rows: Float64Array, companies: number, segments: number): Float64Array {
  const sums = new Float64Array(segments);
  for (let k = 0; k < companies; k += 1) {
    for (let s = 0; s < segments; s += 1) sums[s]! += rows[(k * segments + s) * TREATMENT_ROW + T.reach]!;
  }
  return sums;
}

/** Attention that strangers expect of a company: what its customers were used to, moved as far as service as a whole has moved. */
function moveAttention(rows: Float64Array, reference: Float64Array): void {
  for (let row = 0; row < rows.length; row += TREATMENT_ROW) {
    rows[row + T.attention] = clamp01(reference[row + T.attention]! + rows[row + T.service]! - reference[row + T.service]!);
  }
}

export function clamp01(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}

/** A share 0-1 as a column stores it. */
export function asWord(share: number): number {
  return Math.round(clamp01(share) * WORD);
}

/** First key of the draws between a customer and company k in this quarter. */
export function keyOf(c: QuarterContext, k: number): number {
  return c.quarter * INDICES_PER_QUARTER + k * KEYS_PER_COMPANY;
}

/** Start of the treatment row of company k in segment s. */
export function rowOf(c: QuarterContext, k: number, s: number): number {
  return (k * c.segments + s) * TREATMENT_ROW;
}
