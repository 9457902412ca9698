/** What contacts bring and what substitutes take, each against the same market and luck without them. */

import { describe, expect, test } from 'vitest';
import { relations } from '../../src/sim/market.ts';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { WORD } from '../../src/sim/truth/columns.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { readTally } from '../../src/sim/truth/tallies.ts';
import { everybody, none, one, playGame, counted, plainRecords, startGame, sumOver } from './playing.ts';
import { turns } from '../turns.ts';

for (const [some, options] of turns(relations, 2, 0))
  test.each(some)(
    'purchases that contacts are said to have brought are those that are missing without contacts, in a %s market',
    options,
    (relation) => {
      const parameters = { 'contact.response': 0.3, 'purchase.satisfactionLift': 0, 'choice.relationship': 0, 'choice.satisfaction': 0 };
      const offers = (contacts: number): readonly CompanyOffer[] =>
        everybody({}).map((offer, k) => (k > 0 ? offer : { ...offer, segments: [{ ...offer.segments[0], contacts }] }));
      const play = (contacts: number) =>
        playGame({
          spec: one({ relation, parameters }),
          // Customers are used to two contacts a quarter.
          offers: (quarter) => offers(quarter === 0 ? 2 : contacts),
          people: 20_000,
          quarters: 1,
          records: plainRecords,
        });
      const [silent, usual, loud] = [0, 2, 3].map(play);
      for (const played of [usual!, loud!]) {
        const missing = counted(played, 'purchases') - counted(silent!, 'purchases');
        expect(missing).toBeGreaterThan(0);
        expect(counted(played, 'responses') / missing).toBeGreaterThan(0.9);
        expect(counted(played, 'responses') / missing).toBeLessThan(1.1);
      }
      expect(counted(silent!, 'responses')).toBe(0);
    },
  );

describe('substitutes', () => {
  const play = (substitutes: number, tie: number | null, relation: (typeof relations)[number] = 'contractual', outOfMarket = 0) => {
    const offers = (pull: number): readonly CompanyOffer[] => everybody({ failureRate: 0, substitutes: pull });
    // A relationship that is given stays as it is.
    const parameters = { 'experience.tiePace': 0, 'leaving.outOfMarket': outOfMarket };
    const { market } = startGame({ spec: one({ relation, parameters }), offers: () => offers(0), people: 20_000, quarters: 2 });
    if (tie !== null) market.columns.relationship.fill(tie * WORD);
    return playMarketQuarter(market, offers(substitutes), none, 1).tallies;
  };

  test.each(relations)('take customers who would have stayed, and those name them, in a %s market', (relation) => {
    const [without, with_] = [play(0, null, relation), play(0.8, null, relation)];
    const named = (tallies: Float64Array): number =>
      [0, 1, 2, 3].reduce((sum, k) => sum + readTally(tallies, 1, k, 0).lostBy.substitute, 0);
    expect(named(without)).toBe(0);
    expect(named(with_)).toBeGreaterThan(0);
    expect(sumOver(with_, 'lost')).toBeGreaterThan(sumOver(without, 'lost'));
  });

  test('take nobody whose relationship is whole, and most where there is none', () => {
    expect(sumOver(play(0.8, 1), 'lost')).toBe(sumOver(play(0, 1), 'lost'));
    const taken = (tie: number): number => sumOver(play(0.8, tie), 'lost') / sumOver(play(0, tie), 'lost');
    expect(taken(0)).toBeGreaterThan(taken(0.5));
    expect(taken(0.5)).toBeGreaterThan(1);
  });

  test('take customers out of the market where life events do', () => {
    const served = (outOfMarket: number): number => sumOver(play(2, 0, 'contractual', outOfMarket), 'gained');
    expect(served(1)).toBeLessThan(served(0));
  });
});
