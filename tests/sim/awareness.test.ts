import { describe, expect, test } from 'vitest';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { parameters } from '../../src/sim/parameters.ts';
import { copyMarket } from '../../src/sim/truth/market.ts';
import { reachOfSpend } from '../../src/sim/truth/formulas.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { companyIds, marketSpec, plainOffer } from './markets.ts';
import { startGame } from './playing.ts';

const none = companyIds.map(() => null);
const offers = (spend: number): readonly CompanyOffer[] =>
  companyIds.map((_, k) => plainOffer({ capacity: 1e9 }, { acquisition: k === 0 ? spend : 5 }));

describe('Awareness of a company', () => {
  test.each([0, 0.35, parameters['acquisition.memory'].high])('with a memory of %d follows new spending as an adstock does', (memory) => {
    const spec = marketSpec({ parameters: { 'acquisition.memory': memory, 'acquisition.referral': 0 } });
    const { market } = startGame({ spec, offers: () => offers(5), people: 500, quarters: 6 });
    const reached = (spend: number): number => reachOfSpend(spend, market.parameters) * market.parameters['acquisition.prospectResponse'];
    const [before, after] = [reached(5), reached(60)];
    let left = 1;
    for (let quarter = 1; quarter <= 5; quarter += 1) {
      playMarketQuarter(market, offers(60), none, quarter);
      left *= memory;
      // Both segments of the first company; the others go on as before.
      for (const cell of [0, 1]) expect(market.carry.awareness[cell]).toBeCloseTo(left * before + (1 - left) * after, 12);
      for (const cell of [2, 7]) expect(market.carry.awareness[cell]).toBeCloseTo(before, 12);
    }
  });

  test('lasts when the money stops, and a copy of the market forgets on its own', () => {
    const { market } = startGame({ spec: marketSpec(), offers: () => offers(60), people: 500, quarters: 6 });
    const start = [...market.carry.awareness];
    const copy = copyMarket(market);
    playMarketQuarter(copy, offers(0), none, 1);
    expect([...market.carry.awareness]).toEqual(start);
    expect(copy.carry.awareness[0]).toBeGreaterThan(0.3 * start[0]);
    expect(copy.carry.awareness[0]).toBeLessThan(0.5 * start[0]);
  });
});
