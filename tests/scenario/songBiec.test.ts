import { expect, test, describe } from 'vitest';
import { channelIds } from '../../src/sim/market.ts';
import { shippedScenario } from '../game/shippedScenario.ts';
import {
  expectNothingTwice,
  expectRivalOfEachStrategy,
  expectShortBrief,
  expectStart,
  expectThreeWorldsApart,
  expectWholeCostLines,
} from './firmTests.ts';

const { scenario, playbooks } = shippedScenario('song-biec');
const { segments } = scenario.market;
const [resorts] = scenario.firms;

describe('Sóng Biếc starts where the scenario table puts it', () => {
  test('level, records, individualisation, readiness and cash have the values of the table', () => {
    expectStart(resorts, {
      level: 'l3',
      records: { coverage: 0.65, depth: 0.6, accuracy: 0.7, linkage: 0.6, consent: 0.65 },
      individualisation: 38,
      stocks: { S: 55, L: 55, X: 45, H: 50, T: 55, Q: 50 },
      cash: 110,
    });
  });

  test('a stay costs 2 to 20 million dong, and the year has its rains', () => {
    for (const { spend } of segments) {
      expect(spend.mean).toBeGreaterThanOrEqual(2_000_000);
      expect(spend.mean).toBeLessThanOrEqual(20_000_000);
    }
    const [, , summer, rains] = scenario.market.season;
    expect(rains).toBeLessThan(0.6 * summer);
  });

  test('it sells through all eight channels, the app and the coach operators among them', () => {
    expect(channelIds.filter((channel) => segments.some(({ channels }) => (channels[channel] ?? 0) > 0))).toEqual([...channelIds]);
  });

  test('points are given from the first day on', () => {
    expect([scenario.startPlan['idc.loyal'], scenario.startPlan['idc.loyal.cost']]).toEqual(['points', 2]);
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

test('the textbook goes P34; each trap that can be played has its playbook', () => {
  expect(playbooks['textbook'].changes.map(({ plan }) => plan?.['crm.path']).filter(Boolean)).toEqual(['p34']);
  for (const { playbook } of scenario.traps) if (playbook !== undefined) expect(playbooks).toHaveProperty(playbook);
});

test('three hidden worlds differ in who pays, why people leave, the rivals and the days of events', () => {
  expectThreeWorldsApart(scenario);
});
