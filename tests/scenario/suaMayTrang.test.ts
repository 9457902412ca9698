import { expect, test, describe } from 'vitest';
import { gapOf, paths } from '../../src/company/paths.ts';
import { completeness } from '../../src/sim/records/quality.ts';
import { shippedScenario } from '../game/shippedScenario.ts';
import {
  expectNothingTwice,
  expectRivalOfEachStrategy,
  expectShortBrief,
  expectStart,
  expectThreeWorldsApart,
  expectWholeCostLines,
} from './firmTests.ts';

const { scenario, playbooks, expected } = shippedScenario('sua-may-trang');
const { segments } = scenario.market;
const [dairy] = scenario.firms;

describe('Mây Trắng starts where the scenario table puts it', () => {
  test('level, records, individualisation, readiness and cash have the values of the table', () => {
    expectStart(dairy, {
      level: 'l1',
      records: { coverage: 0.08, depth: 0.1, accuracy: 0.5, linkage: 0.1, consent: 0.5 },
      individualisation: 10,
      stocks: { S: 55, L: 55, X: 35, H: 40, T: 45, Q: 50 },
      cash: 180,
    });
  });

  test('what it knows is too little for the path to data, while only its people are short for the path to service', () => {
    const { coverage, depth, accuracy, linkage, consent } = dairy.records!;
    expect(completeness(coverage, depth, accuracy, linkage, consent)).toBeLessThan(paths.p13.information);
    expect(gapOf('p12', dairy.stocks!)).toBeCloseTo(0.9, 10);
  });

  test('the brief counts 180,000 shops, and so does the market', () => {
    const { people, represents } = scenario.market;
    expect((segments.find(({ id }) => id === 'shops')!.share / 1000) * people * represents).toBe(180_000);
  });

  test('a distributor orders for millions and a home for less than half a million dong; homes care most for who knows them by name', () => {
    const [distributors, , ...homes] = segments;
    expect(distributors!.spend.mean).toBeGreaterThan(1_000_000);
    for (const { spend, privacyConcern } of homes) {
      expect(spend.mean).toBeLessThan(500_000);
      expect(privacyConcern).toBeGreaterThan(distributors!.privacyConcern);
    }
  });

  test('distributors stand between the firm and its drinkers', () => {
    expect(dairy.agents).toBe('distributors-guild');
    expect(scenario.partners!.map(({ kind }) => kind)).toEqual(['vertical', 'horizontal', 'multichannel']);
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

test('the textbook goes P12 and then P23; each trap that can be played has its playbook', () => {
  const textbook = playbooks['textbook']!;
  expect([textbook.start, ...textbook.changes.map(({ plan }) => plan)].map((plan) => plan?.['crm.path']).filter(Boolean)).toEqual([
    'p12',
    'p23',
  ]);
  for (const { playbook } of scenario.traps) if (playbook !== undefined) expect(playbooks).toHaveProperty(playbook);
});

test('where whoever stands on the shelf is bought the best known way begins no programme', () => {
  const best = playbooks[expected!.bestIn!['who-stands-is-bought']!]!;
  expect([best.start, ...best.changes.map(({ plan }) => plan)].map((plan) => plan?.['crm.path']).filter(Boolean)).toEqual(['stay']);
});

test('three hidden worlds differ in who pays, why people leave, the rivals and the days of events', () => {
  expectThreeWorldsApart(scenario);
});
