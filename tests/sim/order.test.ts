import { describe, expect, test } from 'vitest';
import { relations, type MarketSpec, type Relation } from '../../src/sim/market.ts';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { parameterValues, type ParameterId } from '../../src/sim/parameters.ts';
import { makeRecords } from '../../src/sim/records/records.ts';
import { columnNames, NOBODY, type Columns } from '../../src/sim/truth/columns.ts';
import { Digest, digestMarket } from '../../src/sim/truth/digest.ts';
import { createMarket, settleMarket, type Market } from '../../src/sim/truth/market.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { companyIds, marketSpec, plainOffer, segmentSpec } from './markets.ts';

const QUARTERS = 3;
const NEVER = 255;
const segments = [segmentSpec('families', 600), segmentSpec('firms', 400, { serviceContacts: 4 })];

/** Offers that change after the start and meet every pass: contacts, grain, failures, prices. */
function offersOf(quarter: number, capacity: number): readonly CompanyOffer[] {
  return companyIds.map((_, k) =>
    quarter === 0
      ? plainOffer({ capacity, usable: k === 0 ? null : 0.2 })
      : plainOffer(
          { capacity, usable: k === 0 ? null : 0.2, price: 1 + 0.05 * k, failureRate: 0.2, quality: 0.7 - 0.1 * k },
          { contacts: 3.5, grain: 0.5, acquisition: 10 * k },
        ),
  );
}

describe.each(relations)('In a %s market', (relation) => {
  describe('who else is in the market, and so where a customer stands in a block, leaves him untouched', () => {
    const people = 3000;
    const alone: Partial<Record<ParameterId, number>> = { 'wordOfMouth.brand': 0, 'acquisition.referral': 0 };

    function playWithout(gone: (i: number) => boolean): { columns: Columns; noted: Uint8Array; booked: Float32Array } {
      const spec = marketSpec({ relation, segments, parameters: alone });
      const market = createMarket(spec, companyIds, people, QUARTERS, { population: 7, luck: 8 });
      const { columns } = market;
      for (let i = 0; i < people; i += 1) {
        if (!gone(i)) continue;
        columns.entry[i] = NEVER;
        columns.supplier[i] = NOBODY;
        columns.active[i] = 0;
      }
      const records = [makeRecords(people, 7), null, null, null];
      settleMarket(market, offersOf(0, 1e12), records);
      const noted = new Uint8Array(people);
      const booked = new Float32Array(people);
      for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
        const touched = playMarketQuarter(market, offersOf(quarter, 1e12), records, quarter).touches[0]!;
        for (let i = 0; i < people; i += 1) {
          noted[i] += touched.contacts[i];
          booked[i] += touched.revenue[i];
        }
      }
      return { columns, noted, booked };
    }

    const all = playWithout(() => false);
    test.each<[string, (i: number) => boolean]>([
      ['the last thousand', (i) => i >= 2000],
      ['the first thousand', (i) => i < 1000],
      ['every third', (i) => i % 3 === 0],
      ['all but those about the border of a block', (i) => i < 1014 || i >= 1034],
    ])('without %s', (_, gone) => {
      const fewer = playWithout(gone);
      const touched = new Set<number>();
      for (const name of columnNames) {
        for (let n = 0; n < all.columns[name].length; n += 1) {
          const i = n % people;
          if (!gone(i) && !Object.is(all.columns[name][n], fewer.columns[name][n])) touched.add(i);
        }
      }
      for (let i = 0; i < people; i += 1) {
        if (!gone(i) && (all.noted[i] !== fewer.noted[i] || all.booked[i] !== fewer.booked[i])) touched.add(i);
      }
      expect([...touched]).toEqual([]);
    });
  });

  test('the order of keys in parameters, segments and offers does not show in the digest, a value does', () => {
    const own: Partial<Record<ParameterId, number>> = { 'choice.value': 5, 'experience.noise': 0.05, 'complaint.felt': 0.05 };
    const spec = marketSpec({ relation, segments, parameters: own });
    const offers = (quarter: number): readonly CompanyOffer[] => offersOf(quarter, 300);
    const plain = digestOf(relation, spec, offers, (market) => market);
    const turned: MarketSpec = turnedRound(spec);
    expect(Object.keys(turned.parameters!)).toEqual(Object.keys(own).reverse());
    expect(Object.keys(turned.segments[0].suppliers)).toEqual([...companyIds].reverse());
    const turnedMarket = digestOf(
      relation,
      turned,
      (quarter) => offers(quarter).map((offer) => turnedRound(offer)),
      (market) => {
        market.parameters = turnedRound(parameterValues(own));
        return market;
      },
    );
    expect(turnedMarket).toBe(plain);
    expect(digestOf(relation, { ...spec, parameters: { ...own, 'choice.value': 7 } }, offers, (market) => market)).not.toBe(plain);
  });
});

/** The same with all keys of all plain objects in it in reverse order. */
function turnedRound<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => turnedRound(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, own]): [string, unknown] => [key, turnedRound(own as unknown)]),
  ) as T;
}

function digestOf(
  relation: Relation,
  spec: MarketSpec,
  offers: (quarter: number) => readonly CompanyOffer[],
  changed: (market: Market) => Market,
): string {
  const people = 800;
  const market = changed(createMarket({ ...spec, relation }, companyIds, people, QUARTERS, { population: 7, luck: 8 }));
  const records = [makeRecords(people, 7), null, null, null];
  settleMarket(market, offers(0), records);
  for (let quarter = 1; quarter <= QUARTERS; quarter += 1) playMarketQuarter(market, offers(quarter), records, quarter);
  const digest = new Digest();
  digestMarket(digest, market, records);
  return digest.toString();
}
