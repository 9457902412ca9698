import { expect, test, describe } from 'vitest';
import { resolveWorld } from '../../src/scenario/worlds.ts';
import { shippedScenario } from '../game/shippedScenario.ts';
import {
  expectNothingTwice,
  expectRivalOfEachStrategy,
  expectShortBrief,
  expectStart,
  expectThreeWorldsApart,
  expectWholeCostLines,
} from './firmTests.ts';

const { scenario, playbooks, expected } = shippedScenario('truong-luy');
const { segments } = scenario.market;
const [distributor] = scenario.firms;

describe('Trường Lũy starts where the scenario table puts it', () => {
  test('level, records, individualisation, readiness and cash have the values of the table', () => {
    expectStart(distributor, {
      level: 'l1',
      records: { coverage: 0.8, depth: 0.3, accuracy: 0.4, linkage: 0.1, consent: 0.7 },
      individualisation: 50,
      stocks: { S: 45, L: 55, X: 30, H: 40, T: 40, Q: 45 },
      cash: 80,
    });
  });

  test('an order costs 4 to 50 million dong, and plants differ most in what they buy where sixty accounts decide', () => {
    for (const { spend } of segments) {
      expect(spend.mean).toBeGreaterThanOrEqual(4_000_000);
      expect(spend.mean).toBeLessThanOrEqual(50_000_000);
    }
    const tails = resolveWorld(scenario, 0).market.segments.map(({ spend }) => spend.q);
    expect(tails[0]).toBe(Math.min(...tails));
  });

  test('contractors are visited and served the most, and weigh the price above all', () => {
    const contractors = segments.find(({ id }) => id === 'contractors')!;
    expect(contractors.serviceContacts).toBe(Math.max(...segments.map(({ serviceContacts }) => serviceContacts)));
    expect(contractors.needs.price).toBe(Math.max(...segments.map(({ needs }) => needs.price)));
  });

  test('whoever buys from a dealer is reached through one, and anybody may give a rebate on the first day', () => {
    expect(segments.find(({ id }) => id === 'through-dealers')!.channels.agents).toBeGreaterThan(500);
    expect(distributor.agents).toBe('chin-nga');
    expect(scenario.startPlan['biz.discount']).toBe('anyone');
  });

  test('the three rivals follow the three generic strategies, and the cost lines sum to 20 units', () => {
    expectRivalOfEachStrategy(scenario);
    expectWholeCostLines(scenario);
  });
});

describe('The shipped words', () => {
  test('the brief has at most 350 words in each language', () => {
    expectShortBrief(scenario);
  });

  test('nothing that is told in a run is told twice', () => {
    const { brief, events, cases, complaints, disputes, opportunities, hypotheses, debrief } = scenario;
    expectNothingTwice([brief, events, cases, complaints, disputes, opportunities, hypotheses, debrief, segments]);
  });
});

test('the textbook goes P12 and then P24; each trap that can be played has its playbook', () => {
  expect(playbooks['textbook'].changes.map(({ plan }) => plan?.['crm.path']).filter(Boolean)).toEqual(['p12', 'p24']);
  for (const { playbook } of scenario.traps) if (playbook !== undefined) expect(playbooks).toHaveProperty(playbook);
});

test('where the lowest of three quotes wins the best known way begins no programme', () => {
  const best = playbooks[expected!.bestIn!['lowest-of-three-quotes']!]!;
  expect([best.start, ...best.changes.map(({ plan }) => plan)].map((plan) => plan?.['crm.path']).filter(Boolean)).toEqual(['stay']);
});

test('three hidden worlds differ in who pays, why people leave, the rivals and the days of events', () => {
  expectThreeWorldsApart(scenario);
});
