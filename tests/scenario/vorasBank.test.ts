import { describe, expect, test } from 'vitest';
import { controls } from '../../src/company/controls.ts';
import { resolveWorld } from '../../src/scenario/worlds.ts';
import { vorasFolder } from './vorasFolder.ts';
import { expectRivalOfEachStrategy, expectShortBrief, expectStart, expectWholeCostLines } from './firmTests.ts';

const { scenario, playbooks } = vorasFolder();
const [voras] = scenario.firms;

describe('Voras Bank starts where the scenario table puts it', () => {
  test('level, records, individualisation, readiness and cash have the values of the table', () => {
    expectStart(voras, {
      level: 'l1',
      records: { coverage: 0.7, depth: 0.35, accuracy: 0.45, linkage: 0.15, consent: 0.7 },
      individualisation: 35,
      stocks: { S: 50, L: 60, X: 30, H: 40, T: 35, Q: 40 },
      cash: 100,
    });
  });

  test('of the people in the market at the start Voras serves about 420,000', () => {
    const { people, represents, segments } = scenario.market;
    const customers = segments.reduce(
      (sum, { share, suppliers, entrants }) => sum + (share / 1000) * (1 - entrants / 1000) * (suppliers['voras'] / 1000),
      0,
    );
    expect(Math.abs((people * represents * customers) / 420_000 - 1)).toBeLessThan(0.03);
  });

  test('a customer brings a plausible sum a quarter: a small firm about 170, a household 45, a mortgage 90, a young saver 12 euros', () => {
    const income = Object.fromEntries(scenario.market.segments.map(({ id, rate, spend }) => [id, rate.mean * spend.mean]));
    expect(income).toEqual({ households: 45, 'young-savers': 12, 'small-firms': 171, 'mortgage-hunters': 90 });
  });

  test('between 1.5 and 4 per cent of the customers of each segment leave in a first quarter', () => {
    for (const { leaving } of scenario.market.segments) {
      const mean = leaving.alpha / (leaving.alpha + leaving.beta);
      expect(mean).toBeGreaterThan(0.015);
      expect(mean).toBeLessThanOrEqual(0.041);
    }
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

  test('no rival or person carries the name of a bank of the region', () => {
    const real =
      /alpha|piraeus|eurobank|national bank|attica|optima|pancreta|egnatia|marfin|laiki|geniki|emporiki|cyprus|kozani|serres|drama/i;
    expect(scenario.firms.map(({ name }) => name.en).filter((name) => real.test(name))).toEqual([]);
  });
});

describe('The course of the game', () => {
  test('stage k opens in quarter k, and every card opens', () => {
    const stages = Object.fromEntries(controls.map(({ card, stage }) => [card, stage]));
    expect(Object.fromEntries(scenario.unlocks.map(({ card, quarter }) => [card, quarter]))).toEqual(stages);
  });

  test('the scripted events come in their quarters', () => {
    expect(scenario.events.map(({ kind, quarter }) => [quarter, kind])).toEqual([
      [3, 'vendorOffer'],
      [5, 'notesWithheld'],
      [7, 'merger'],
      [9, 'rivalStrike'],
      [11, 'creditLoss'],
      [13, 'serviceWave'],
    ]);
  });

  test('all six playbooks are there, and each names only quarters of the run', () => {
    expect(Object.keys(playbooks).sort()).toEqual(['counter-first', 'leap', 'price-war', 'spend-everything', 'stay', 'textbook']);
    expect(playbooks['textbook'].changes.map(({ plan }) => plan?.['crm.path']).filter(Boolean)).toEqual(['p13', 'p34']);
    expect(playbooks['stay'].changes).toEqual([]);
  });
});

describe('Hidden worlds', () => {
  const [first, second] = scenario.worlds.map((_, i) => resolveWorld(scenario, i));
  const segment = (world: typeof scenario, id: string) => world.market.segments.find((each) => each.id === id);

  test('each world is a whole scenario of its own, and the scenario as written stays as it was', () => {
    const before = JSON.stringify(scenario);
    for (const world of [first, second]) {
      expect(Object.keys(world).sort()).toEqual(Object.keys(scenario).sort());
      expect(world.market.segments.reduce((sum, { share }) => sum + share, 0)).toBe(1000);
    }
    expect(JSON.stringify(scenario)).toBe(before);
  });

  test('the world led by price has evener values, a stronger cost leader, a later merger and dearer data work', () => {
    expect(segment(second, 'small-firms')?.spend.q).toBeGreaterThan(segment(first, 'small-firms')?.spend.q ?? Infinity);
    expect(segment(second, 'small-firms')?.spend.mean).toBe(segment(first, 'small-firms')?.spend.mean);
    expect(second.firms[1].offer.price).toBeLessThan(first.firms[1].offer.price);
    expect(second.firms[1].offer.convenience).toBe(first.firms[1].offer.convenience);
    expect(second.events.find(({ id }) => id === 'merger')?.quarter).toBe(8);
    expect(second.firms[0].costLines).toMatchObject({ dataMigration: 3, licence: 5 });
    expect(second.market.parameters).toMatchObject({ 'leaving.relationship': 1.4 });
  });

  test('a world that the scenario does not have is refused', () => {
    expect(() => resolveWorld(scenario, 3)).toThrow(RangeError);
  });
});
