/** What records and habit do, each against a market without: who is taken for whom, and waits that customers are used to. */

import { expect, test } from 'vitest';
import { relations } from '../../src/sim/market.ts';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { makeRecords, type Records } from '../../src/sim/records/records.ts';
import { USUAL_SERVICE } from '../../src/sim/truth/columns.ts';
import { createMarket, settleMarket } from '../../src/sim/truth/market.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { companyIds, plainOffer } from './markets.ts';
import { everybody, none, one, rightRecords, startGame, sumOver } from './playing.ts';

test.each(relations)('personal offers sell more by right records than by none, and less by wrong ones, in a %s market', (relation) => {
  const people = 2000;
  const parameters = {
    'contact.response': 0.3,
    'contact.fitLogit': 9,
    'contact.wrongBase': 0,
    'contact.wrongGrain': 0,
    'purchase.satisfactionLift': 0,
    'choice.satisfaction': 0,
    'choice.relationship': 0,
    'choice.value': 0,
    'choice.needSpread': 5,
  };
  const sold = (own: Records, grain: number): number => {
    const offers = (to: number): readonly CompanyOffer[] => everybody({ usable: null, adoption: 1, rollout: 1 }, { grain: to });
    const market = createMarket(one({ relation, parameters }), companyIds, people, 4, { population: 6, luck: 6 });
    const records = companyIds.map(() => own);
    settleMarket(market, offers(0), records);
    return sumOver(playMarketQuarter(market, offers(grain), records, 1).tallies, 'purchases');
  };
  const wrong = rightRecords(people);
  wrong.wrong.fill(15);
  const [byRight, byNone, byWrong] = [rightRecords(people), makeRecords(people), wrong].map((records) => sold(records, 1));
  expect(byRight).toBeGreaterThan(1.05 * byNone);
  expect(byWrong).toBeLessThan(0.95 * byNone);
  // Without grain the firm believes the mean of the segment, whatever it has on file.
  expect(new Set([rightRecords(people), makeRecords(people), wrong].map((records) => sold(records, 0))).size).toBe(1);
});

test('customers are used to waits as long as those of the start', () => {
  const people = 4000;
  // Excess counts as much as shortfall: else the luck of who waits weighs by itself.
  const even = { 'experience.excess': 0.5, 'experience.shortfall': 0.5, 'experience.noise': 0, 'experience.spread': 0 };
  const spec = one({ parameters: { ...even, 'experience.waitLoss': 0.3, 'leaving.scale': 0 } }, { serviceContacts: 2 });
  const satisfied = (load: number): { satisfaction: number; waits: number } => {
    const shares = spec.segments[0].suppliers;
    const offers = companyIds.map((id) =>
      plainOffer({ capacity: ((shares[id] / 1000) * people * 2) / load, failureRate: 0, contextLoss: 0 }, { acquisition: 0 }, 1),
    );
    const { market } = startGame({ spec, offers: () => offers, people, quarters: 4 });
    market.columns.service.fill(USUAL_SERVICE);
    let waits = 0;
    let tallies: Float64Array = new Float64Array();
    for (let quarter = 1; quarter <= 4; quarter += 1)
      ({
        tallies,
        waits: [waits],
      } = playMarketQuarter(market, offers, none, quarter));
    return { satisfaction: sumOver(tallies, 'satisfaction') / sumOver(tallies, 'customers'), waits };
  };
  const [slack, busy] = [satisfied(0.01), satisfied(0.9)];
  expect(slack.waits).toBeLessThan(0.01);
  expect(busy.waits).toBeGreaterThan(0.2);
  expect(Math.abs(busy.satisfaction - slack.satisfaction)).toBeLessThan(0.01);
});
