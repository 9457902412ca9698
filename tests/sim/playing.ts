/** Plays the small markets of the tests: the same offers every quarter unless a test changes them. */

import { type ChannelCount, overChannels } from '../../src/sim/channelLog.ts';
import type { MarketSpec } from '../../src/sim/market.ts';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { fieldMask } from '../../src/sim/records/quality.ts';
import { playRecordsQuarter } from '../../src/sim/records/quarter.ts';
import type { FieldId, RecordActions, RecordsSpec } from '../../src/sim/records/recordActions.ts';
import { BLOCKS, consentState, copyRecords, makeRecords, type Records } from '../../src/sim/records/records.ts';
import { startRecords, type StartCustomers } from '../../src/sim/records/start.ts';
import { copyColumns, type Columns } from '../../src/sim/truth/columns.ts';
import { createMarket, settleMarket, type Market } from '../../src/sim/truth/market.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { at, readTally, total, type FullSegmentTally, type TallyField } from '../../src/sim/truth/tallies.ts';
import { siloOfChannel, silosByChannel } from '../../src/sim/truth/usable.ts';
import { companyIds, marketSpec, plainOffer, segmentSpec } from './markets.ts';

export const usefulFields: readonly FieldId[] = ['name', 'phone', 'purchases', 'needs', 'household', 'channel', 'complaints', 'returns'];

export const plainRecords: RecordsSpec = { coverage: 0.7, depth: 0.5, accuracy: 0.6, linkage: 0.4, consent: 0.6, silos: 3, usefulFields };

export const plainActions: RecordActions = {
  wantedFields: fieldMask(usefulFields),
  capture: 0.3,
  falseEntry: 0.1,
  identify: 0.1,
  cleaning: 3,
  missedMerges: 0.1,
  falseMerges: 0.05,
  linkageCeiling: 0.7,
  joinRate: 0.45,
  consentAsk: 0.1,
  duplicate: 0.1,
  rollout: 0.8,
};

export interface Game {
  spec: MarketSpec;
  /** Offers of quarter 1, 2, ...; quarter 0 gives what customers are used to. */
  offers: (quarter: number) => readonly CompanyOffer[];
  people: number;
  quarters: number;
  seeds?: { population: number; luck: number };
  /** The first company keeps records. */
  records?: RecordsSpec;
  actions?: RecordActions;
}

export interface Played {
  market: Market;
  records: Records | null;
  /** Customers of the first company at the start. */
  own: readonly number[];
  /** Counters by quarter. */
  tallies: Float64Array[];
  waits: number[];
  /** Counts by channel of the first company, by quarter; none without records. */
  channels: Float64Array[];
  /** Columns after each quarter; index 0 is the start. */
  after: Columns[];
  recordsAfter: (Records | null)[];
}

const seedsOfTests = { population: 11, luck: 23 };

/** Customers of the first company as its records see them at the start. */
export function ownCustomers(market: Market): StartCustomers {
  const { columns, people } = market;
  const own: number[] = [];
  for (let i = 0; i < people; i += 1) {
    if (columns.entry[i] === 0 && (market.spec.relation === 'repertoire' || columns.supplier[i] === 0)) own.push(i);
  }
  const logs = own.map((i) => Math.log(Math.max(1e-6, columns.rate[i])));
  const mean = logs.reduce((sum, log) => sum + log, 0) / own.length;
  const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) * (log - mean), 0) / own.length);
  return {
    people,
    own,
    rateScore: (i) => (Math.log(Math.max(1e-6, columns.rate[i])) - mean) / deviation,
    silo: (i) => siloOfChannel(columns.channel[i]),
  };
}

/** A market before its first quarter, with the first company's records if asked for. */
export function startGame(game: Game): { market: Market; records: Records | null } {
  const market = createMarket(game.spec, companyIds, game.people, Math.max(4, game.quarters), game.seeds ?? seedsOfTests);
  const records = game.records
    ? startRecords(game.records, ownCustomers(market), market.parameters['records.tilt'], market.populationSeed)
    : null;
  settleMarket(market, game.offers(0), [records, null, null, null]);
  return { market, records };
}

/** Plays all quarters; `keepColumns` also keeps the state after each. */
export function playGame(game: Game, keepColumns = false): Played {
  const { market, records } = startGame(game);
  const { columns } = market;
  const own: number[] = [];
  for (let i = 0; i < market.people; i += 1) if ((columns.active[i] & 1) !== 0) own.push(i);
  const played: Played = { market, records, own, tallies: [], waits: [], channels: [], after: [], recordsAfter: [] };
  const keep = (): void => {
    if (!keepColumns) return;
    played.after.push(copyColumns(columns));
    played.recordsAfter.push(records && copyRecords(records));
  };
  keep();
  for (let quarter = 1; quarter <= game.quarters; quarter += 1) {
    const result = playMarketQuarter(market, game.offers(quarter), [records, null, null, null], quarter);
    played.tallies.push(result.tallies);
    played.waits.push(result.waits[0]);
    const touched = result.touches[0];
    if (touched) played.channels.push(touched.channels);
    if (records && touched && game.actions) {
      const synced = game.offers(quarter)[0]!.channels?.synced ?? 0;
      const touches = { ...touched, synced, silos: 4, channel: columns.channel, siloOf: silosByChannel(4), own: columns.active, ownBit: 1 };
      playRecordsQuarter(records, game.actions, touches, market.parameters, market.people, quarter, market.luckSeed);
    }
    keep();
  }
  return played;
}

/** Sum of a counter of one company over its segments, in one quarter (1 = first) or in all. */
export function counted(played: Played, field: TallyField, company = 0, quarter?: number): number {
  const { length } = played.market.spec.segments;
  const chosen = quarter === undefined ? played.tallies : [played.tallies[quarter - 1]];
  return chosen.reduce((sum, tallies) => sum + total(tallies, length, company, at[field]), 0);
}

/** Sum of a count over the channels and quarters of the first company. */
export const overAll = (played: Played, count: ChannelCount): number =>
  played.channels.reduce((sum, log) => sum + overChannels(log, count), 0);

/** No company keeps records. */
export const none = companyIds.map(() => null);

/** The same offer of every company to a market of one segment, with capacity for all. */
export function everybody(own: Partial<CompanyOffer> = {}, segment: Parameters<typeof plainOffer>[1] = {}): readonly CompanyOffer[] {
  return companyIds.map(() => plainOffer({ capacity: 1e9, ...own }, segment, 1));
}

/** A market of one segment that nobody enters. */
export function one(own: Partial<MarketSpec> = {}, segment: Parameters<typeof segmentSpec>[2] = {}): MarketSpec {
  return marketSpec({ segments: [segmentSpec('all', 1000, { entrants: 0, ...segment })], ...own });
}

/** A counter of a market of one segment over all companies. */
export function sumOver(tallies: Float64Array, field: keyof Omit<FullSegmentTally, 'lostBy' | 'told'>): number {
  return companyIds.reduce((sum, _, k) => sum + readTally(tallies, 1, k, 0)[field], 0);
}

/** Records that hold everybody rightly, in all lists, joined and allowed. */
export function rightRecords(people: number): Records {
  const records = makeRecords(people);
  records.held.fill(15);
  records.joined.fill(15);
  records.fields.fill(4095);
  records.age.fill(0, 0, people * BLOCKS);
  records.consent.fill(consentState.valid * 21);
  return records;
}
