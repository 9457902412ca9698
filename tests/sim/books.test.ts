import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causeIds, relations } from '../../src/sim/market.ts';
import type { CompanyOffer, SegmentOffer } from '../../src/sim/offer.ts';
import { parameterIds, parameters, type ParameterId } from '../../src/sim/parameters.ts';
import { makeRecords } from '../../src/sim/records/records.ts';
import { columnNames, NOBODY } from '../../src/sim/truth/columns.ts';
import { createMarket, settleMarket, type Market } from '../../src/sim/truth/market.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { at, readTally, ROW } from '../../src/sim/truth/tallies.ts';
import { companyIds, marketSpec, plainOffer, segmentSpec } from './markets.ts';

const PEOPLE = 300;
const QUARTERS = 3;
const segments = [segmentSpec('families', 600, { entrants: 200 }), segmentSpec('firms', 400, { serviceContacts: 6 })];

const within = (low: number, high: number): fc.Arbitrary<number> => fc.double({ min: low, max: high, noNaN: true });
const share = within(0, 1);
/** Each parameter at its value, at an end of its range, or anywhere in it. */
const anyParameters = fc
  .tuple(
    ...parameterIds.map((id) => {
      const { value, low, high } = parameters[id];
      return fc.oneof({ arbitrary: fc.constant(value), weight: 4 }, fc.constantFrom(low, high), within(low, high));
    }),
  )
  .map((values): Partial<Record<ParameterId, number>> => Object.fromEntries(parameterIds.map((id, n) => [id, values[n]])));
const anySegment: fc.Arbitrary<SegmentOffer> = fc.record({
  contacts: within(0, 20),
  grain: share,
  acquisition: within(0, 500),
  retention: within(0, 100),
  depth: within(0, 3),
  priority: within(0, 2),
});
const anyOffer: fc.Arbitrary<CompanyOffer> = fc
  .record({
    price: within(0.3, 3),
    quality: share,
    convenience: share,
    brand: share,
    promise: within(-0.2, 0.2),
    failureRate: share,
    capacity: fc.constantFrom(0, 100, 1e9),
    care: share,
    adoption: share,
    rollout: share,
    contextLoss: within(0, 0.5),
    complaint: fc.record({
      ease: share,
      hours: within(0, 500),
      remedy: within(0, 1.3),
      authority: share,
      empathy: share,
      apology: share,
      explanation: share,
      byFault: fc.boolean(),
      follow: share,
    }),
    segments: fc.tuple(anySegment, anySegment),
  })
  .map((own) => plainOffer({ ...own, usable: null }));

/** Relations of a company that are live now, of those who are in the market by a quarter: in a repertoire, entrants bring theirs along. */
function liveRelations(market: Market, k: number, quarter: number): number {
  const { active, entry } = market.columns;
  let count = 0;
  for (let i = 0; i < PEOPLE; i += 1) if (entry[i] <= quarter && (active[i] & (1 << k)) !== 0) count += 1;
  return count;
}

describe.each(relations)('Whatever a %s market is set to and is offered', (relation) => {
  test('its columns hold numbers, its books add up, and every count is a part of the one before', () => {
    fc.assert(
      fc.property(
        anyParameters,
        fc.tuple(anyOffer, anyOffer, anyOffer, anyOffer),
        fc.integer({ min: 0, max: 1e6 }),
        (own, offers, luck) => {
          const spec = marketSpec({ relation, segments, parameters: own });
          const market = createMarket(spec, companyIds, PEOPLE, QUARTERS, { population: 4, luck });
          const records = companyIds.map((_, k) => (k < 2 ? makeRecords(PEOPLE, 4) : null));
          const start = companyIds.map(() => plainOffer({ usable: null }));
          settleMarket(market, start, records);
          for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
            const before = companyIds.map((_, k) => liveRelations(market, k, quarter));
            const { tallies, waits } = playMarketQuarter(market, offers, records, quarter);
            for (const name of columnNames)
              expect(
                market.columns[name].every((value) => Number.isFinite(value)),
                name,
              ).toBe(true);
            expect(tallies.every((value) => Number.isFinite(value))).toBe(true);
            companyIds.forEach((_, k) => {
              expect(waits[k]).toBeGreaterThanOrEqual(0);
              expect(waits[k]).toBeLessThanOrEqual(1);
              const rows = segments.map((_, s) => readTally(tallies, segments.length, k, s));
              rows.forEach((row, s) => {
                const [told, known] = [at.leftTold, at.knownContacts].map((offset) => tallies[(k * segments.length + s) * ROW + offset]);
                const { contribution, ...counts } = row;
                expect(Number.isFinite(contribution)).toBe(true);
                for (const value of Object.values(counts)) if (typeof value === 'number') expect(value).toBeGreaterThanOrEqual(0);
                expect(causeIds.reduce((sum, id) => sum + row.lostBy[id], 0)).toBe(row.lost);
                expect(causeIds.reduce((sum, id) => sum + row.told[id], 0)).toBe(told);
                expect(row.felt).toBeLessThanOrEqual(row.failures);
                expect(row.voiced).toBeLessThanOrEqual(row.felt);
                expect(row.recovered).toBeLessThanOrEqual(row.voiced);
                expect(row.claims).toBeLessThanOrEqual(row.failures - row.felt);
                expect(row.silentExits).toBeLessThanOrEqual(row.lostBy.failure);
                expect(known).toBeLessThanOrEqual(row.serviceContacts);
                expect(row.satisfaction).toBeLessThanOrEqual(row.customers + 1e-9);
                expect(row.care).toBeLessThanOrEqual(row.serviceContacts + 1e-9);
              });
              const sum = (field: 'customers' | 'gained' | 'lost'): number => rows.reduce((total, row) => total + row[field], 0);
              expect(sum('customers')).toBe(before[k] + sum('gained') - sum('lost'));
              expect(sum('customers')).toBe(liveRelations(market, k, quarter));
            });
            if (relation === 'repertoire') continue;
            const { supplier, active } = market.columns;
            expect(active.every((bits, i) => bits === (supplier[i] === NOBODY ? 0 : 1 << supplier[i]))).toBe(true);
          }
        },
      ),
      { numRuns: 15, seed: 2027 },
    );
  });
});
