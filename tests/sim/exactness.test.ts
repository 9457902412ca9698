import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relations, type Relation } from '../../src/sim/market.ts';
import type { CompanyOffer, SegmentOffer } from '../../src/sim/offer.ts';
import { parameterIds, type ParameterId } from '../../src/sim/parameters.ts';
import type { Records } from '../../src/sim/records/records.ts';
import { columnNames, NOBODY, type Columns } from '../../src/sim/truth/columns.ts';
import { Digest, digestMarket } from '../../src/sim/truth/digest.ts';
import { copyMarket } from '../../src/sim/truth/market.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { marketSpec, plainOffer, plainSegmentOffer, segmentSpec } from './markets.ts';
import { playGame, plainActions, plainRecords, startGame, type Game, type Played } from './playing.ts';

const PEOPLE = 400;
const QUARTERS = 5;
const CHANGED_IN = 3;
const segments = [segmentSpec('families', 500), segmentSpec('firms', 300), segmentSpec('young', 200, { toleratedContacts: 1 })];
/** No word of mouth, and awareness of this quarter only. */
const uncoupled: Partial<Record<ParameterId, number>> = { 'wordOfMouth.brand': 0, 'acquisition.referral': 0, 'acquisition.memory': 0 };
const closelyCoupled: Partial<Record<ParameterId, number>> = { 'wordOfMouth.brand': 8, 'acquisition.referral': 0.8 };
const levers = ['contacts', 'grain', 'retention', 'depth', 'acquisition', 'priority'] as const satisfies readonly (keyof SegmentOffer)[];
const newValue = { contacts: 5, grain: 0.75, retention: 9, depth: 2, acquisition: 60, priority: 0.2 };

/** A game in which the own company changes one lever for one segment from the third quarter on; segment -1 = nothing changes. */
function game(relation: Relation, coupled: boolean, segment: number, lever: (typeof levers)[number], luck: number): Game {
  const capacity = coupled ? 120 : 1e12;
  const plain: CompanyOffer = plainOffer({ capacity, usable: null, adoption: 0.8, rollout: 0.8, failureRate: 0.4 }, {}, segments.length);
  const changed: CompanyOffer = {
    ...plain,
    segments: plain.segments.map((own, s) => (s === segment ? { ...plainSegmentOffer, [lever]: newValue[lever] } : own)),
  };
  const rivals = [1, 2, 3].map(() => plainOffer({ capacity, failureRate: 0.4 }, {}, segments.length));
  return {
    spec: marketSpec({ relation, segments, parameters: coupled ? closelyCoupled : uncoupled }),
    offers: (quarter) => [quarter >= CHANGED_IN ? changed : plain, ...rivals],
    people: PEOPLE,
    quarters: QUARTERS,
    seeds: { population: 5, luck },
    // One list and many channels: duplicates come and go.
    records: { ...plainRecords, silos: 1, linkage: 0.2 },
    actions: { ...plainActions, duplicate: 0.6, falseMerges: 0.3, cleaning: 2 },
  };
}

/** A game in which the own company offers something else from the third quarter on; rivals frozen, capacity slack. */
function changedGame(
  relation: Relation,
  luck: number,
  change: (plain: CompanyOffer) => CompanyOffer,
  own: Partial<Record<ParameterId, number>>,
): Game {
  const plain = game(relation, false, -1, 'contacts', luck);
  return {
    ...plain,
    spec: marketSpec({ relation, segments, parameters: { ...uncoupled, ...own } }),
    offers: (quarter) => {
      const [first, ...rivals] = plain.offers(quarter);
      return [quarter >= CHANGED_IN ? change(first) : first, ...rivals];
    },
  };
}

/** Customers whose columns differ in any bit. */
function differing(a: Columns, b: Columns): Set<number> {
  const people = new Set<number>();
  for (const name of columnNames) {
    for (let n = 0; n < a[name].length; n += 1) {
      if (Object.is(a[name][n], b[name][n])) continue;
      // The columns by company hold one block a company.
      people.add(n % PEOPLE);
    }
  }
  return people;
}

/** Customers whose records differ in any bit. */
function differingRecords(a: Records, b: Records): Set<number> {
  const people = new Set<number>();
  for (const name of ['held', 'joined', 'fields', 'wrong', 'consent', 'duplicates'] as const) {
    for (let n = 0; n < PEOPLE; n += 1) if (a[name][n] !== b[name][n]) people.add(n);
  }
  for (let n = 0; n < a.age.length; n += 1) if (a.age[n] !== b.age[n]) people.add(Math.floor(n / 4));
  return people;
}

const cases = fc.record({
  segment: fc.integer({ min: 0, max: segments.length - 1 }),
  lever: fc.constantFrom(...levers),
  luck: fc.integer({ min: 0, max: 1e6 }),
});
const runs = { numRuns: 12, seed: 77 };

const tenths = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 10 * most }).map((n) => n / 10);
/** Anything a company may offer a segment, but for contacts about as many as before. */
const anySegmentOffer: fc.Arbitrary<SegmentOffer> = fc.record({
  contacts: tenths(8).filter((contacts) => Math.abs(contacts - plainSegmentOffer.contacts) >= 1),
  grain: fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
  acquisition: tenths(100),
  retention: tenths(20),
  depth: fc.constantFrom(0, 1, 2, 3),
  priority: tenths(2),
});
/** Anything a company may change for all, at least its quality. */
const anyCompanyChange: fc.Arbitrary<Partial<CompanyOffer>> = fc.record({
  price: fc.constantFrom(0.8, 0.95, 1.2),
  quality: fc.constantFrom(0.3, 0.5, 0.9),
  convenience: fc.constantFrom(0.3, 0.7),
  brand: fc.constantFrom(0.4, 0.8),
  promise: fc.constantFrom(-0.1, 0.1),
  failureRate: fc.constantFrom(0, 0.2, 0.8),
  care: fc.constantFrom(0.1, 0.8),
  adoption: tenths(1),
  rollout: tenths(1),
  contextLoss: fc.constantFrom(0, 0.5),
  complaint: fc.constantFrom(
    { ease: 1, hours: 2, remedy: 1, authority: 1, empathy: 1, apology: 1, explanation: 1 },
    { ease: 0, hours: 200, remedy: 0, authority: 0, empathy: 0, apology: 0, explanation: 0 },
  ),
});

/** Who has to do with the first company, or is looking for a supplier, at any time from the changed quarter on. */
function reachable(played: Played, relation: Relation): Set<number> {
  const people = new Set<number>();
  for (let quarter = CHANGED_IN; quarter <= QUARTERS; quarter += 1) {
    const [before, after] = [played.after[quarter - 1], played.after[quarter]];
    for (let i = 0; i < PEOPLE; i += 1) {
      const own = ((before.active[i] | after.active[i]) & 1) !== 0;
      // Whoever is without a supplier or leaves one weighs all offers.
      const looking = relation === 'contractual' && (before.supplier[i] === NOBODY || after.tenure[i] <= before.tenure[i]);
      if (own || looking) people.add(i);
    }
  }
  return people;
}

describe.each(relations)('A what-if in a %s market', (relation) => {
  const before = (played: Played): Columns => played.after[CHANGED_IN - 1];
  const end = (played: Played): Columns => played.after[QUARTERS];

  test('without couplings leaves the customers of all other segments as they were, bit for bit, and so their records', () => {
    fc.assert(
      fc.property(cases, ({ segment, lever, luck }) => {
        const base = playGame(game(relation, false, -1, lever, luck), true);
        const what = playGame(game(relation, false, segment, lever, luck), true);
        expect(differing(before(base), before(what)).size).toBe(0);
        const touched = new Set([
          ...differing(end(base), end(what)),
          ...differingRecords(base.recordsAfter[QUARTERS]!, what.recordsAfter[QUARTERS]!),
        ]);
        expect([...touched].filter((i) => base.market.columns.segment[i] !== segment)).toEqual([]);
      }),
      runs,
    );
  });

  test('of anything offered to one segment moves some of it and nobody else, in columns, records and notes of every quarter', () => {
    fc.assert(
      fc.property(anySegmentOffer, cases, (offer, { segment, luck }) => {
        const base = playGame(
          changedGame(relation, luck, (plain) => plain, {}),
          true,
        );
        const change = (plain: CompanyOffer): CompanyOffer => ({
          ...plain,
          segments: plain.segments.map((own, s) => (s === segment ? offer : own)),
        });
        const what = playGame(changedGame(relation, luck, change, {}), true);
        const moved = new Set<number>();
        for (let quarter = 0; quarter <= QUARTERS; quarter += 1) {
          const columns = differing(base.after[quarter], what.after[quarter]);
          if (quarter < CHANGED_IN) expect(columns.size).toBe(0);
          for (const i of columns) moved.add(i);
          for (const i of differingRecords(base.recordsAfter[quarter]!, what.recordsAfter[quarter]!)) moved.add(i);
        }
        expect(moved.size).toBeGreaterThan(0);
        expect([...moved].filter((i) => base.market.columns.segment[i] !== segment)).toEqual([]);
      }),
      { numRuns: 10, seed: 78 },
    );
  });

  test('of anything a company changes for all moves some, and nobody who has to do with rivals only and hears of no other offer', () => {
    const deaf: Partial<Record<ParameterId, number>> = { 'leaving.rivalOffer': 0, 'acquisition.poaching': 0 };
    fc.assert(
      fc.property(anyCompanyChange, fc.integer({ min: 0, max: 1e6 }), (change, luck) => {
        const base = playGame(
          changedGame(relation, luck, (plain) => plain, deaf),
          true,
        );
        const what = playGame(
          changedGame(relation, luck, (plain) => ({ ...plain, ...change }), deaf),
          true,
        );
        const reached = new Set([...reachable(base, relation), ...reachable(what, relation)]);
        const moved = differing(end(base), end(what));
        expect(moved.size).toBeGreaterThan(0);
        expect([...moved].filter((i) => !reached.has(i))).toEqual([]);
        // Not all are within reach, or the test would prove nothing.
        expect(reached.size).toBeLessThan(0.97 * PEOPLE);
      }),
      { numRuns: 8, seed: 79 },
    );
  });

  test.each(levers)('moves at least one of those whose %s changed', (lever) => {
    const base = playGame(game(relation, false, -1, lever, 3), true);
    const what = playGame(game(relation, false, 0, lever, 3), true);
    expect(differing(end(base), end(what)).size).toBeGreaterThan(0);
  });

  test('with couplings reaches other segments, but nobody before the quarter of the change', () => {
    let others = 0;
    fc.assert(
      fc.property(cases, ({ segment, lever, luck }) => {
        const base = playGame(game(relation, true, -1, lever, luck), true);
        const what = playGame(game(relation, true, segment, lever, luck), true);
        for (let quarter = 0; quarter < CHANGED_IN; quarter += 1) {
          expect(differing(base.after[quarter], what.after[quarter]).size).toBe(0);
        }
        for (const i of differing(end(base), end(what))) if (base.market.columns.segment[i] !== segment) others += 1;
      }),
      runs,
    );
    expect(others).toBeGreaterThan(0);
  });

  test('of another luck keeps the people as they are', () => {
    const one = startGame(game(relation, true, -1, 'contacts', 1)).market;
    const other = startGame(game(relation, true, -1, 'contacts', 2)).market;
    expect(differing(one.columns, other.columns).size).toBe(0);
  });

  test('played twice gives the same digest, and a copy plays as the original without touching it', () => {
    const digest = (played: Pick<Played, 'market' | 'records'>): string => {
      const own = new Digest();
      digestMarket(own, played.market, [played.records]);
      return own.toString();
    };
    const plan = game(relation, true, -1, 'contacts', 9);
    expect(digest(playGame(plan))).toBe(digest(playGame(plan)));
    const { market, records } = startGame(plan);
    const start = digest({ market, records });
    const copy = copyMarket(market);
    playMarketQuarter(copy, plan.offers(1), [records, null, null, null], 1);
    expect(digest({ market, records })).toBe(start);
    playMarketQuarter(market, plan.offers(1), [records, null, null, null], 1);
    expect(digest({ market, records })).toBe(digest({ market: copy, records }));
  });
});

test('the switches that uncouple a market are parameters of it', () => {
  expect(parameterIds).toEqual(expect.arrayContaining(Object.keys(uncoupled)));
});
