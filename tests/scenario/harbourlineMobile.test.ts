import { describe, expect, test } from 'vitest';
import { controls } from '../../src/company/controls.ts';
import { resolveWorld } from '../../src/scenario/worlds.ts';
import { wardrobeFor } from '../../src/ui/map/names.ts';
import { shippedScenario } from '../game/shippedScenario.ts';
import { expectNothingTwice, expectRivalOfEachStrategy, expectShortBrief, expectStart, expectWholeCostLines } from './firmTests.ts';

const { scenario, playbooks } = shippedScenario('harbourline-mobile');
const { segments } = scenario.market;
const [operator] = scenario.firms;

describe('Harbourline Mobile starts where the scenario table puts it', () => {
  test('level, records, individualisation, readiness and cash have the values of the table', () => {
    expectStart(operator, {
      level: 'l2',
      records: { coverage: 0.85, depth: 0.55, accuracy: 0.6, linkage: 0.25, consent: 0.6 },
      individualisation: 62,
      stocks: { S: 50, L: 55, X: 35, H: 50, T: 50, Q: 50 },
      cash: 160,
    });
  });

  test('the highest bills are not those that leave most after service', () => {
    const bill = (id: string): number => segments.filter((each) => each.id === id).map(({ rate, spend }) => rate.mean * spend.mean)[0]!;
    const { unitCost, serviceCost } = operator.money!;
    const left = (id: string): number =>
      segments.filter((each) => each.id === id).map((each) => bill(id) * (1 - unitCost) - each.serviceContacts * serviceCost)[0]!;
    const by = (of: (id: string) => number): string => segments.map(({ id }) => id).reduce((best, id) => (of(id) > of(best) ? id : best));
    expect([by(bill), by(left)]).toEqual(['travellers', 'families']);
  });

  test('the three rivals follow the three generic strategies', () => {
    expectRivalOfEachStrategy(scenario);
  });

  test('its cost lines sum to the 20 units they are a split of', () => {
    expectWholeCostLines(scenario);
  });
});

describe('The shipped words', () => {
  test('the brief has at most 350 words in each language', () => {
    expectShortBrief(scenario);
  });

  test('nothing that is told in a run is told twice', () => {
    const told = [
      scenario.brief,
      scenario.events,
      scenario.cases,
      scenario.complaints,
      scenario.disputes,
      scenario.opportunities,
      scenario.hypotheses,
      scenario.debrief,
      segments,
      scenario.firms.map(({ about }) => about),
    ];
    expectNothingTwice(told);
  });

  test('customers bear names of the place, the family name first', async () => {
    const dress = await wardrobeFor(scenario.names, 7, scenario.towns);
    const people = Array.from({ length: 500 }, (_, person) => dress(person));
    expect(new Set(people.map(({ name }) => name)).size).toBeGreaterThan(300);
    for (const { name, town } of people) {
      expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+$/);
      expect(scenario.towns).toContain(town);
    }
  });
});

describe('The course of the game', () => {
  test('stage k opens in quarter k, and every card opens', () => {
    const stages = Object.fromEntries(controls.map(({ card, stage }) => [card, stage]));
    expect(Object.fromEntries(scenario.unlocks.map(({ card, quarter }) => [card, quarter]))).toEqual(stages);
  });

  test('events come in order', () => {
    const quarters = scenario.events.map(({ quarter }) => quarter);
    expect(quarters).toEqual([...quarters].sort((a, b) => a - b));
  });

  test('the textbook goes P24 and the other good path stays; every trap that names a playbook has one', () => {
    const paths = (name: string): unknown[] => playbooks[name]!.changes.map(({ plan }) => plan?.['crm.path']).filter(Boolean);
    expect([paths('textbook'), paths('hold-the-line')]).toEqual([['p24'], ['stay']]);
    const trapped = scenario.traps.flatMap(({ playbook }) => playbook ?? []);
    expect(Object.keys(playbooks).sort()).toEqual([...trapped, 'hold-the-line', 'stay', 'textbook'].sort());
  });
});

test('three hidden worlds differ in who pays, why people leave, readiness, the rivals, the cost lines and the days of events', () => {
  const worlds = scenario.worlds.map((_, i) => resolveWorld(scenario, i));
  expect(worlds).toHaveLength(3);
  const differs = (of: (world: typeof scenario) => unknown): void =>
    expect(new Set(worlds.map((world) => JSON.stringify(of(world)))).size).toBeGreaterThan(1);
  differs((world) => world.market.segments.map(({ spend }) => spend));
  differs((world) => world.market.parameters);
  differs((world) => world.firms[0].stocks);
  differs((world) => world.firms[0].costLines);
  differs((world) => world.firms.slice(1).map(({ offer }) => offer));
  differs((world) => world.events.map(({ quarter }) => quarter));
});
