/** A quarter against what it should come to: sums over customers of the chances that each of them has. */

import { describe, expect, test } from 'vitest';
import { relations } from '../../src/sim/market.ts';
import { makeRecords } from '../../src/sim/records/records.ts';
import { NOBODY, USUAL_SERVICE, WORD } from '../../src/sim/truth/columns.ts';
import { CustomerValues } from '../../src/sim/truth/equity.ts';
import { createMarket, settleMarket } from '../../src/sim/truth/market.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { readTally } from '../../src/sim/truth/tallies.ts';
import { reachOfSpend } from '../../src/sim/truth/formulas.ts';
import { companyIds, plainOffer } from './markets.ts';
import { counted, everybody, none, one, playGame, rightRecords, startGame, sumOver } from './playing.ts';

const ERRORS = 4;

describe.each(relations)('In a %s market', (relation) => {
  test('purchases follow the season of the year, and the years are alike', () => {
    const season = [0.5, 1, 1.5, 2] as const;
    const spec = one({ relation, season, parameters: { 'leaving.scale': 0, 'complaint.exit': 0, 'purchase.satisfactionLift': 0 } });
    const played = playGame({ spec, offers: () => everybody(), people: 4000, quarters: 8 });
    const bought = (quarter: number): number => companyIds.reduce((sum, _, k) => sum + counted(played, 'purchases', k, quarter), 0);
    for (let quarter = 1; quarter <= 8; quarter += 1) {
      const error = ERRORS * Math.sqrt(1 / bought(quarter) + 1 / bought(2));
      expect(Math.abs(bought(quarter) / bought(2) / season[(quarter - 1) % 4] - 1), `quarter ${quarter}`).toBeLessThan(error);
    }
  });

  test('luck from quarter to quarter does not move satisfaction in the mean, though bad quarters weigh more', () => {
    const last = (noise: number): number => {
      const spec = one({ relation, parameters: { 'experience.noise': noise, 'experience.spread': 0, 'leaving.scale': 0 } });
      const played = playGame({ spec, offers: () => everybody({ failureRate: 0, contextLoss: 0 }), people: 4000, quarters: 5 });
      return counted(played, 'satisfaction', 0, 5) / counted(played, 'customers', 0, 5);
    };
    expect(Math.abs(last(0.1) - last(0))).toBeLessThan(0.006);
  });

  test('who calls often meets failures as often as his calls say', () => {
    for (const serviceContacts of [1, 4, 20]) {
      const people = 3000;
      const failureRate = 0.03;
      const spec = one({ relation }, { serviceContacts, serviceShape: 2, rate: { mean: 500, shape: 20 } });
      const { market } = startGame({ spec, offers: () => everybody({ failureRate }), people, quarters: 4 });
      const { columns } = market;
      // Everybody deals with the first company alone, and buys.
      columns.active.fill(1);
      if (relation === 'contractual') columns.supplier.fill(0);
      columns.taste.fill(WORD, 0, people);
      let expected = 0;
      let calls = 0;
      columns.service.forEach((level) => {
        const mean = (serviceContacts * level) / USUAL_SERVICE;
        calls += mean;
        // One contact more than calls: the product.
        expected += 1 - (1 - failureRate) * Math.exp(-failureRate * mean);
      });
      const { tallies } = playMarketQuarter(market, everybody({ failureRate }), none, 1);
      const tally = readTally(tallies, 1, 0, 0);
      expect(Math.abs(tally.failures - expected), `${serviceContacts} calls`).toBeLessThan(ERRORS * Math.sqrt(expected));
      // Sixty-three calls are the most that are counted: a few in a thousand of the busiest.
      expect(Math.abs(tally.serviceContacts / calls - 1)).toBeLessThan(serviceContacts === 20 ? 0.02 : ERRORS / Math.sqrt(calls));
    }
  });

  test('the expected chance to stay is that with which customers stay, failures included', () => {
    const people = 8000;
    const parameters = {
      'complaint.hurt': 0,
      'complaint.paradox': 0,
      'leaving.satisfaction': 0,
      'leaving.convexity': 0,
      'leaving.relationship': 0,
      'experience.spread': 0,
      'choice.relationship': 0,
      'purchase.satisfactionLift': 0,
    };
    const spec = one({ relation, parameters }, { serviceContacts: 2 });
    const offers = everybody({ failureRate: 0.1 });
    const { market } = startGame({ spec, offers: () => offers, people, quarters: 4 });
    let lost = 0;
    let calm = 0;
    companyIds.forEach((_, k) => {
      const values = new CustomerValues(market, offers, none, 0, k);
      const safe = new CustomerValues(
        market,
        offers.map((offer) => ({ ...offer, failureRate: 0 })),
        none,
        0,
        k,
      );
      for (let i = 0; i < people; i += 1) {
        if (!values.has(i)) continue;
        lost += 1 - values.keep(i);
        calm += 1 - safe.keep(i);
      }
    });
    const { tallies } = playMarketQuarter(market, offers, none, 1);
    expect(Math.abs(sumOver(tallies, 'lost') - lost)).toBeLessThan(ERRORS * Math.sqrt(lost) + 0.02 * lost);
    // The failures are a good part of it.
    expect(lost).toBeGreaterThan(1.3 * calm);
  });

  test('whom a record follows need not tell it all again; without one, loss of context costs satisfaction', () => {
    const people = 1500;
    const spec = one({ relation, parameters: { 'experience.contextLoss': 0.9 } }, { serviceContacts: 5 });
    const satisfied = (contextLoss: number, known: boolean): Uint16Array => {
      const offers = everybody({ contextLoss, usable: null, adoption: 1, rollout: 1 });
      const market = createMarket(spec, companyIds, people, 4, { population: 6, luck: 6 });
      const records = companyIds.map(() => (known ? rightRecords(people) : makeRecords(people)));
      settleMarket(market, offers, records);
      for (let quarter = 1; quarter <= 2; quarter += 1) playMarketQuarter(market, offers, records, quarter);
      return market.columns.satisfaction;
    };
    const mean = (words: Uint16Array): number => words.reduce((sum, word) => sum + word, 0) / words.length / WORD;
    expect(satisfied(0.5, true)).toEqual(satisfied(0, true));
    expect(satisfied(0, true)).toEqual(satisfied(0, false));
    expect(mean(satisfied(0.5, false))).toBeLessThan(mean(satisfied(0, false)) - 0.02);
  });
});

test('people without a supplier are reached by each company alone and then choose by reach and taste, or nobody', () => {
  const people = 8000;
  const offers = companyIds.map((_, k) => plainOffer({ capacity: 1e9 }, { acquisition: 10 + 20 * k }, 1));
  const market = createMarket(one(), companyIds, people, 4, { population: 9, luck: 10 });
  market.columns.supplier.fill(NOBODY);
  market.columns.active.fill(0);
  settleMarket(market, offers, none);
  const p = market.parameters;
  const reach = offers.map((offer) => reachOfSpend(offer.segments[0].acquisition, p) * p['acquisition.prospectResponse']);
  const unreached = reach.reduce((product, own) => product * (1 - own), 1);
  const expected = companyIds.map(() => 0);
  for (let i = 0; i < people; i += 1) {
    const weights = reach.map((own, k) => own * Math.max(0.02, market.columns.taste[k * people + i] / WORD));
    const sum = weights.reduce((total, weight) => total + weight, p['choice.none']);
    weights.forEach((weight, k) => (expected[k] += ((1 - unreached) * weight) / sum));
  }
  const { tallies } = playMarketQuarter(market, offers, none, 1);
  companyIds.forEach((id, k) => {
    const { gained } = readTally(tallies, 1, k, 0);
    expect(expected[k]).toBeGreaterThan(20);
    expect(Math.abs(gained - expected[k]), id).toBeLessThan(ERRORS * Math.sqrt(expected[k]));
  });
});
