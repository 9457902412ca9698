/**
 * One customer played by himself in a quarter that has been played before: all draws are keyed and customers meet only through totals of
 * the quarter before, so he does what he did, bit for bit; and whatever he is spared touches nobody else.
 */

import type { CompanyOffer } from '../offer.ts';
import { copyRecords, type Records } from '../records/records.ts';
import { movingColumns, type Columns } from './columns.ts';
import { copyMarket, type Market } from './market.ts';
import { openQuarter, playBlock } from './quarter.ts';
import type { QuarterContext } from './context.ts';
import { H, relations } from './relations.ts';
import { relationOf } from './spared.ts';
import { priceLossOn, pullOn } from './staying.ts';

/** All that the market of a quarter is played with. */
export interface MarketMoment {
  market: Market;
  offers: readonly CompanyOffer[];
  records: readonly (Records | null)[];
  quarter: number;
}

/** A copy to keep: the quarter goes on with the first. */
export function keepMoment({ market, offers, records, quarter }: MarketMoment): MarketMoment {
  return { market: copyMarket(market), offers, records: records.map((own) => own && copyRecords(own)), quarter };
}

/** What moves of one customer: a number a moving column, or one a company. */
export type CustomerState = readonly number[];

/** What a customer met with one company in a quarter. */
export interface Dealings {
  calls: number;
  contacts: number;
  /** Contacts beyond what is welcome. */
  over: number;
  waited: boolean;
  /** A failure that was felt; kept to himself. */
  failed: boolean;
  silent: boolean;
  /** How a complaint ended: 0 none, 1 settled, 2 not; always 0 with a company that keeps no records. */
  complained: number;
  /** The right record was at hand. */
  known: boolean;
  /** Log odds of leaving by the own price over that of the start, and by what else draws him elsewhere; 0 or more. */
  price: number;
  rivals: number;
}

export interface PlayedAlone {
  after: CustomerState;
  /** Null where he had nothing to do with the company. */
  dealings: Dealings | null;
}

/** Whether a customer in such a state is one of the company's. */
export const isWith = (state: CustomerState, company: number): boolean => ((state[ACTIVE]! >>> company) & 1) === 1;
/** Columns by company come after it. */
const ACTIVE = movingColumns.indexOf('active');

/** What moves of customer i as the columns hold it. */
export function stateOf({ columns, people, companyIds }: Market, i: number): CustomerState {
  return movingColumns.flatMap((name) => placesOf(columns, name, people, companyIds.length, i).map((place) => columns[name][place]!));
}

function placesOf(columns: Columns, name: keyof Columns, people: number, companies: number, i: number): number[] {
  return columns[name].length === people * companies && companies > 1 ? Array.from({ length: companies }, (_, k) => k * people + i) : [i];
}

function putState({ columns, people, companyIds }: Market, i: number, state: CustomerState): void {
  let next = 0;
  for (const name of movingColumns) {
    for (const place of placesOf(columns, name, people, companyIds.length, i)) columns[name][place] = state[next++]!;
  }
}

/** Opens a kept quarter for customers who are played alone; only the one opened last may be played. */
export const openAlone = ({ market, offers, records, quarter }: MarketMoment): QuarterContext =>
  openQuarter(market, offers, records, quarter);

/**
 * Plays customer i in the quarter opened last and puts everything back.
 * @param company whose dealings are told, and with whom he is spared; @param before what he was when the quarter began; null = as he was
 * @param what bits of SPARE
 */
export function playAlone(c: QuarterContext, i: number, company: number, before: CustomerState | null = null, what = 0): PlayedAlone {
  const { market } = c;
  const kept = stateOf(market, i);
  if (before !== null) putState(market, i, before);
  // Rows of complaints are kept by customer: nothing of another spare must be left.
  const touch = c.touches[company] ?? null;
  if (touch) touch.complained[i] = 0;
  const price = Math.max(0, priceLossOn(c, i, company));
  const rivals = Math.max(0, pullOn(c, i, company) - price);
  c.spared = what === 0 ? null : { customer: i, company, what };
  playBlock(c, i, i + 1);
  c.spared = null;
  const r = relationOf(i, company);
  const after = stateOf(market, i);
  putState(market, i, kept);
  if (r < 0) return { after, dealings: null };
  const event = relations.happened[r]!;
  const contacts = (event >>> H.contacts) & 0xff;
  const dealings: Dealings = {
    calls: event & H.calls,
    contacts,
    over: Math.max(0, contacts - c.columns.tolerated[i]! / 16),
    waited: ((event >>> H.waited) & 1) === 1,
    failed: ((event >>> H.felt) & 1) === 1,
    silent: ((event >>> H.silent) & 1) === 1,
    complained: touch?.complained[i] ?? 0,
    known: ((event >>> H.known) & 1) === 1,
    price,
    rivals,
  };
  return { after, dealings };
}
