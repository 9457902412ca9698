import { describe, expect, test } from 'vitest';
import { biographiesOf } from '../../src/game/biography.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { applyEntry, finishQuarters, replay, startPlaying } from '../../src/game/replay.ts';
import { at, total } from '../../src/sim/truth/tallies.ts';
import { vorasBank } from './shippedScenario.ts';

const { scenario, playbooks } = vorasBank();

const setting = { world: 0, populationSeed: 3, luckSeed: 5, customers: 1500 };
const entries = playbookLog(scenario, playbooks['textbook']!);

describe('The life of a customer, rebuilt by replay', () => {
  test('all lives together are the run: as many leave and join the firm as its tallies count in every quarter', () => {
    const counted: { lost: number; gained: number }[] = [];
    const playing = startPlaying(scenario, setting);
    const segments = scenario.market.segments.length;
    const onQuarter = (played: { market: { tallies: Float64Array } }): void => {
      counted.push({
        lost: total(played.market.tallies, segments, 0, at.lost),
        gained: total(played.market.tallies, segments, 0, at.gained),
      });
    };
    for (const entry of entries) applyEntry(playing, entry, { onQuarter });
    finishQuarters(playing, { onQuarter });
    const everybody = Array.from({ length: setting.customers }, (_, customer) => customer);
    const lives = biographiesOf(scenario, setting, entries, everybody);
    const seen = (kind: 'left' | 'joined'): number =>
      lives
        .flatMap(({ quarters }) => quarters.flatMap(({ events }) => events))
        .filter((event) => event.kind === kind && event.company === 0).length;
    const all = (of: 'lost' | 'gained'): number => counted.reduce((sum, quarter) => sum + quarter[of], 0);
    expect(all('lost')).toBeGreaterThan(20);
    // Whoever is failed a second time by an answer leaves between two quarters.
    const byCases = playing.world.played[0]!.cases.filter(
      ({ kind, outcome }) => kind === 'customer' && (outcome === 'lost' || outcome === 'doubleDeviation'),
    ).length;
    expect(seen('left')).toBe(all('lost') + byCases);
    expect(seen('joined')).toBe(all('gained'));
  });

  test('each life ends as the columns of the run end, and following it changes nothing', () => {
    const { playing } = replay(scenario, setting, entries);
    const { columns, people } = playing.world.market;
    for (const { customer, quarters } of biographiesOf(scenario, setting, entries, [0, 7, 44, 713, 1499])) {
      expect(quarters.map(({ quarter }) => quarter)).toEqual(Array.from({ length: scenario.quarters }, (_, q) => q + 1));
      const now = scenario.firms.flatMap((_, k) =>
        (columns.active[customer]! & (1 << k)) === 0
          ? []
          : [{ company: k, satisfaction: (100 / 65535) * columns.satisfaction[k * people + customer]! }],
      );
      expect(quarters.at(-1)!.relations.map(({ company }) => company)).toEqual(now.map(({ company }) => company));
      quarters.at(-1)!.relations.forEach(({ satisfaction }, n) => expect(satisfaction).toBeCloseTo(now[n]!.satisfaction, 9));
    }
  });

  test('whoever leaves has a cause, and is with nobody or with another from then on', () => {
    const first = Array.from({ length: 200 }, (_, customer) => customer);
    const leavers = biographiesOf(scenario, setting, entries, first).filter(({ quarters }) =>
      quarters.some(({ events }) => events.some(({ kind }) => kind === 'left')),
    );
    expect(leavers.length).toBeGreaterThan(5);
    for (const { quarters } of leavers) {
      for (const { events, relations } of quarters) {
        for (const event of events) {
          if (event.kind !== 'left') continue;
          expect(event.cause).toMatch(/^[a-z]+$/i);
          expect(relations.some(({ company }) => company === event.company)).toBe(false);
        }
      }
    }
  });

  test('a customer whom the market does not have is refused', () => {
    expect(() => biographiesOf(scenario, setting, entries, [0, 1500])).toThrow(RangeError);
    expect(() => biographiesOf(scenario, setting, entries, [-1])).toThrow(RangeError);
  });
});
