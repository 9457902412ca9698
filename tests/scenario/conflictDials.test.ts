import { describe, expect, test } from 'vitest';
import { createWorld } from '../../src/game/startWorld.ts';
import { advance, noDecisions } from '../../src/game/playQuarter.ts';
import type { ConflictDials, Scenario } from '../../src/scenario/scenario.ts';
import { dialledParameters, resolveWorld } from '../../src/scenario/worlds.ts';
import { parameterValues, parameters } from '../../src/sim/parameters.ts';
import { at, total } from '../../src/sim/truth/tallies.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';

const manners = { customer: { distributive: 200, procedural: 200, interactional: 600 } };
const inQuiet = (scenario: Scenario, conflict: ConflictDials): Scenario => ({
  ...scenario,
  conflict,
  cases: [],
  complaints: [],
  disputes: [],
});

/** Share of felt failures that are voiced, and of complaints made good, in the first four quarters. */
function heard(scenario: Scenario, conflict: ConflictDials): { felt: number; voiced: number; settled: number } {
  const world = createWorld(inQuiet(scenario, conflict), 0, { population: 3, luck: 4 }, 6000);
  const sums = { felt: 0, voiced: 0, settled: 0 };
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    const { market } = advance(world, new Map([[world.played[0]!.spec.id, noDecisions]]), false);
    const count = (offset: number): number => total(market.tallies, world.market.spec.segments.length, 0, offset);
    sums.felt += count(at.felt);
    sums.voiced += count(at.voiced);
    sums.settled += count(at.recovered);
  }
  return { felt: sums.felt, voiced: sums.voiced / sums.felt, settled: sums.settled / sums.voiced };
}

describe('Dials of conflict', () => {
  test('at their usual places change no parameter of the market by a bit', () => {
    const usual = { harmony: 30, justice: { customer: { distributive: 350, procedural: 350, interactional: 300 } } };
    expect(parameterValues(dialledParameters(usual))).toEqual(parameterValues());
    expect(dialledParameters({})).toEqual({});
  });

  test('set harmony and the weights of the three justices within their ranges', () => {
    const set = dialledParameters({ harmony: 80, justice: manners });
    expect(set).toEqual({
      'complaint.harmony': 0.8,
      'complaint.weightDistributive': 0.2,
      'complaint.weightProcedural': 0.2,
      'complaint.weightInteractional': 0.6,
    });
    for (const harmony of [0, 100]) {
      const value = dialledParameters({ harmony })['complaint.harmony']!;
      expect([value >= parameters['complaint.harmony'].low, value <= parameters['complaint.harmony'].high]).toEqual([true, true]);
    }
  });

  test.each([vorasBank(), tiemNang()])('give way to what $scenario.id or one of its worlds sets by name', ({ scenario }) => {
    const dialled = { ...scenario, conflict: { harmony: 80, justice: manners } };
    const named = { ...dialled, market: { ...scenario.market, parameters: { ...scenario.market.parameters, 'complaint.harmony': 0.6 } } };
    const worlds = [{ ...scenario.worlds[0]!, parameters: { 'complaint.harmony': 0.1, 'complaint.weightProcedural': 0.5 } }];
    const harmonyIn = (of: Scenario) => resolveWorld(of, 0).market.parameters!['complaint.harmony'];
    expect(harmonyIn(dialled)).toBe(0.8);
    expect(harmonyIn(named)).toBe(0.6);
    expect(harmonyIn({ ...named, worlds })).toBe(0.1);
    const { parameters: kept } = resolveWorld({ ...named, worlds }, 0).market;
    expect(kept).toMatchObject({ ...scenario.market.parameters, 'complaint.weightProcedural': 0.5, 'complaint.weightInteractional': 0.6 });
  });

  test.each([vorasBank(), tiemNang()])(
    'a culture of harmony voices less of what is felt in $scenario.id, and one of plain speech more',
    ({ scenario }) => {
      const [plain, usual, harmonious] = [0, 30, 100].map((harmony) => heard(scenario, { harmony }));
      expect(harmonious!.voiced).toBeLessThan(0.5 * usual!.voiced);
      expect(plain!.voiced).toBeGreaterThan(1.2 * usual!.voiced);
      // What is felt is no less: it only stays unheard.
      expect(Math.abs(harmonious!.felt / usual!.felt - 1)).toBeLessThan(0.1);
    },
  );

  test('where manners weigh most, staff who care little settle less', () => {
    const { scenario } = vorasBank();
    const cold: Scenario = {
      ...scenario,
      firms: [{ ...scenario.firms[0], stocks: { ...scenario.firms[0].stocks!, H: 10 } }, ...scenario.firms.slice(1)],
    };
    expect(heard(cold, { justice: manners }).settled).toBeLessThan(heard(cold, {}).settled - 0.05);
  });
});
