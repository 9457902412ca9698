import { describe, expect, test } from 'vitest';
import { playbookLog } from '../../src/game/grade.ts';
import { applyEntry, finishQuarters, startPlaying, type PlayOptions } from '../../src/game/replay.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { keepMoment, openAlone, playAlone, stateOf, type MarketMoment } from '../../src/sim/truth/alone.ts';
import { copyMarket, type Market } from '../../src/sim/truth/market.ts';
import { playMarketQuarter } from '../../src/sim/truth/quarter.ts';
import { SPARE } from '../../src/sim/truth/spare.ts';
import { shippedScenario } from '../game/shippedScenario.ts';
import { turns } from '../turns.ts';

const setting = { world: 0, populationSeed: 3, luckSeed: 5, customers: 1200 };
const everybody = Array.from({ length: setting.customers }, (_, i) => i);

/** Every quarter of a playbook as its market was about to be played. */
function momentsOf(scenario: Scenario, entries: ReturnType<typeof playbookLog>): MarketMoment[] {
  const moments: MarketMoment[] = [];
  const playing = startPlaying(scenario, setting);
  const options: PlayOptions = {
    looks: false,
    onMarket: (ready) => {
      moments.push(keepMoment(ready));
      return ready.records;
    },
  };
  for (const entry of entries) applyEntry(playing, entry, options);
  finishQuarters(playing, options);
  return moments;
}

/** The market of a moment as it stands after all have been played together. */
function together({ market, offers, records, quarter }: MarketMoment): Market {
  const copy = copyMarket(market);
  playMarketQuarter(copy, offers, records, quarter);
  return copy;
}

for (const [some, options] of turns(['voras-bank', 'tiem-nang'], 2, 1))
  describe.each(some)('A customer of %s played alone', options, (id) => {
    const { scenario, playbooks } = shippedScenario(id);
    const moments = momentsOf(scenario, playbookLog(scenario, playbooks['textbook'] ?? Object.values(playbooks)[0]!));

    test('does what he did among all the others, bit for bit, in every quarter', () => {
      for (const moment of moments) {
        const all = together(moment);
        const c = openAlone(moment);
        const differ = everybody.filter((i) => playAlone(c, i, 0).after.join() !== stateOf(all, i).join());
        expect(differ).toEqual([]);
      }
    });

    test('is spared something without anybody else noticing, and some who left stay', () => {
      let kept = 0;
      for (const moment of moments) {
        const all = together(moment);
        const left = everybody.filter((i) => (moment.market.columns.active[i]! & 1) === 1 && (all.columns.active[i]! & 1) === 0);
        for (const customer of left.slice(0, 20)) {
          const before = stateOf(moment.market, customer);
          const c = openAlone(moment);
          const spared = playAlone(c, customer, 0, null, 127);
          expect(stateOf(moment.market, customer)).toEqual(before);
          const other = (customer + 1) % setting.customers;
          expect(playAlone(c, other, 0).after).toEqual(stateOf(all, other));
          if (spared.after.join() !== stateOf(all, customer).join()) kept += 1;
        }
      }
      expect(kept).toBeGreaterThan(0);
    });

    test('whom nothing happened to is spared nothing: he does what he did', () => {
      const moment = moments[2]!;
      const all = together(moment);
      const c0 = openAlone(moment);
      const calm = everybody.filter((i) => playAlone(c0, i, 0).dealings?.failed === false);
      expect(calm.length).toBeGreaterThan(20);
      for (const customer of calm.slice(0, 50)) {
        expect(playAlone(c0, customer, 0, null, SPARE.answer | SPARE.denied).after).toEqual(stateOf(all, customer));
      }
    });
  });
