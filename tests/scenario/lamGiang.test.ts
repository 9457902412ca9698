import { expect, test, describe } from 'vitest';
import { shippedScenario } from '../game/shippedScenario.ts';
import {
  expectNothingTwice,
  expectRivalOfEachStrategy,
  expectShortBrief,
  expectStart,
  expectThreeWorldsApart,
  expectWholeCostLines,
} from './firmTests.ts';

const { scenario, playbooks, expected } = shippedScenario('lam-giang');
const { segments } = scenario.market;
const [post] = scenario.firms;

/** The paths that a playbook names, in order. */
const pathsOf = (name: string): unknown[] => {
  const { start, changes } = playbooks[name]!;
  return [start, ...changes.map(({ plan }) => plan)].map((plan) => plan?.['crm.path']).filter(Boolean);
};

describe('Lam Giang starts where the scenario table puts it', () => {
  test('level, records, individualisation, readiness and cash have the values of the table', () => {
    expectStart(post, {
      level: 'l1',
      records: { coverage: 0.6, depth: 0.3, accuracy: 0.35, linkage: 0.1, consent: 0.4 },
      individualisation: 25,
      stocks: { S: 40, L: 45, X: 20, H: 35, T: 30, Q: 30 },
      cash: 120,
    });
  });

  test('four departments keep four lists', () => {
    expect(post.records?.silos).toBe(4);
  });

  test('a line is hardest to give up, and sellers who ship send the most and the most unevenly', () => {
    const most = (of: (segment: (typeof segments)[0]) => number): string => [...segments].sort((a, b) => of(b) - of(a))[0]!.id;
    expect(most(({ switchingCost }) => switchingCost)).toBe('lines');
    expect(most(({ rate }) => rate.mean)).toBe('shippers');
    expect(most(({ rate }) => -rate.shape)).toBe('shippers');
  });

  test('country people seldom complain: nobody less than the elders', () => {
    const elders = segments.find(({ id }) => id === 'elders')!;
    expect(elders.complaintPropensity).toBe(Math.min(...segments.map(({ complaintPropensity }) => complaintPropensity)));
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

  test('most quarrels are between departments', () => {
    const between = scenario.disputes!.filter(({ kind }) => kind === 'department');
    expect(between.length).toBeGreaterThan(scenario.disputes!.length / 2);
  });
});

test('the textbook goes P12 and stops there; each trap that can be played has its playbook', () => {
  expect(pathsOf('textbook')).toEqual(['p12']);
  for (const { playbook } of scenario.traps) if (playbook !== undefined) expect(playbooks).toHaveProperty(playbook);
});

test('where the young go south the best known way begins no programme', () => {
  expect(pathsOf(expected!.bestIn!['the-young-go-south']!)).toEqual(['stay']);
});

test('three hidden worlds differ in who pays, why people leave, the rivals and the days of events', () => {
  expectThreeWorldsApart(scenario);
});
