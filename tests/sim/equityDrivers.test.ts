import { describe, expect, test } from 'vitest';
import { relations, type Relation } from '../../src/sim/market.ts';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { WORD } from '../../src/sim/truth/columns.ts';
import { customerEquity } from '../../src/sim/truth/equity.ts';
import { equityDrivers, type EquityDrivers } from '../../src/sim/truth/equityDrivers.ts';
import type { Market } from '../../src/sim/truth/market.ts';
import { companyIds, marketSpec, plainOffer } from './markets.ts';
import { playGame, startGame } from './playing.ts';

const PEOPLE = 1500;
const none = companyIds.map(() => null);
const alike: readonly CompanyOffer[] = companyIds.map(() => plainOffer({ capacity: 1e9 }));
const driverIds = ['value', 'brand', 'relationship'] as const;

/** A market in which nobody feels closer to one company than to another. */
function evenMarket(relation: Relation): Market {
  const { market } = startGame({ spec: marketSpec({ relation }), offers: () => alike, people: PEOPLE, quarters: 4 });
  market.columns.satisfaction.fill(Math.round(0.7 * WORD));
  market.columns.relationship.fill(Math.round(0.5 * WORD));
  return market;
}

function withOwn(change: Partial<CompanyOffer>): readonly CompanyOffer[] {
  return alike.map((offer, k) => (k === 0 ? { ...offer, ...change } : offer));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, own) => sum + own, 0);
}

describe.each(relations)('The drivers of equity in a %s market', (relation) => {
  test('sum to the equity, for every company, after quarters in which all differ', () => {
    const offers = alike.map((offer, k) => ({ ...offer, quality: 0.5 + 0.1 * k, brand: 0.8 - 0.1 * k, care: 0.2 + 0.15 * k }));
    const game = { spec: marketSpec({ relation }), offers: (q: number) => (q === 0 ? alike : offers), people: PEOPLE, quarters: 3 };
    const { market } = playGame(game);
    companyIds.forEach((_, k) => {
      const { value, brand, relationship, rest } = equityDrivers(market, offers, none, 3, k);
      const equity = sumOf(customerEquity(market, offers, none, 3, k));
      expect(Math.abs((value + brand + relationship + rest) / equity - 1)).toBeLessThan(1e-9);
      for (const part of [value, brand, relationship]) expect(Math.abs(part)).toBeGreaterThan(1e-6 * equity);
    });
  });

  test('are nothing where all companies are alike: all is rest', () => {
    const market = evenMarket(relation);
    companyIds.forEach((_, k) => {
      const drivers = equityDrivers(market, alike, none, 0, k);
      expect(drivers.rest).toBeGreaterThan(0);
      for (const id of driverIds) expect(Math.abs(drivers[id] / drivers.rest), id).toBeLessThan(1e-9);
    });
  });

  const better: [string, (typeof driverIds)[number], Partial<CompanyOffer>, ((market: Market) => void)?][] = [
    ['a lower price', 'value', { price: 0.9 }],
    ['better quality', 'value', { quality: 0.8 }],
    ['more convenience', 'value', { convenience: 0.8 }],
    ['a better known brand', 'brand', { brand: 0.8 }],
    ['more care', 'relationship', { care: 0.7 }],
    ['closer customers', 'relationship', {}, ({ columns }) => columns.relationship.fill(Math.round(0.6 * WORD), 0, PEOPLE)],
    ['more content customers', 'relationship', {}, ({ columns }) => columns.satisfaction.fill(Math.round(0.8 * WORD), 0, PEOPLE)],
  ];

  test.each(better)('show %s as %s and as nothing else, for the company and against it', (_, driver, change, feel) => {
    const market = evenMarket(relation);
    feel?.(market);
    const offers = withOwn(change);
    const own: EquityDrivers = equityDrivers(market, offers, none, 0, 0);
    const rival: EquityDrivers = equityDrivers(market, offers, none, 0, 1);
    expect(own[driver] / own.rest).toBeGreaterThan(1e-3);
    expect(rival[driver] / rival.rest).toBeLessThan(0);
    for (const id of driverIds) {
      if (id === driver) continue;
      expect(Math.abs(own[id] / own.rest), id).toBeLessThan(1e-9);
      expect(Math.abs(rival[id] / rival.rest), id).toBeLessThan(1e-9);
    }
  });
});
