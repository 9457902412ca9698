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

const { scenario, playbooks, expected } = shippedScenario('phuong-lam');
const { segments } = scenario.market;
const [university] = scenario.firms;

const pathsOf = (name: string): unknown[] => {
  const { start, changes } = playbooks[name]!;
  return [start, ...changes.map(({ plan }) => plan)].map((plan) => plan?.['crm.path']).filter(Boolean);
};

describe('Phương Lam starts where the scenario table puts it', () => {
  test('level, records, individualisation, readiness and cash have the values of the table', () => {
    expectStart(university, {
      level: 'l1',
      records: { coverage: 0.9, depth: 0.35, accuracy: 0.6, linkage: 0.1, consent: 0.6 },
      individualisation: 30,
      stocks: { S: 40, L: 45, X: 25, H: 45, T: 40, Q: 40 },
      cash: 70,
    });
  });

  test('students pay by the term, 6 to 21 million dong, and enrol in autumn', () => {
    expect(scenario.market.relation).toBe('contractual');
    for (const { spend } of segments) {
      expect(spend.mean).toBeGreaterThanOrEqual(6_000_000);
      expect(spend.mean).toBeLessThanOrEqual(21_000_000);
    }
    const [autumn, , , summer] = scenario.market.season;
    expect(autumn).toBeGreaterThan(1.3 * summer);
  });

  test('of what is kept on students nothing about family or health is of use, and it may not be bargained over', () => {
    expect(university.records?.usefulFields).not.toContain('household');
    expect(scenario.conflict?.legalDuties).toContain('customerData');
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
  expect(pathsOf('textbook')).toEqual(['p12', 'p24']);
  for (const { playbook } of scenario.traps) if (playbook !== undefined) expect(playbooks).toHaveProperty(playbook);
});

test.each([
  ['near-and-affordable', ['stay']],
  ['seen-not-watched', ['p12']],
])('in the world %s the best known way takes the paths %j', (world, paths) => {
  expect(pathsOf(expected!.bestIn![world]!)).toEqual(paths);
});

test('students who would be seen weigh attention above all, and those who would not be watched mind their data more', () => {
  const [seen, , watched] = [0, 1, 2].map((world) => resolveWorld(scenario, world).market.segments[0]);
  expect(seen!.needs.attention).toBe(Math.max(...Object.values(seen!.needs)));
  expect(watched!.privacyConcern).toBeGreaterThan(seen!.privacyConcern);
});

test('three hidden worlds differ in who pays, why people leave, the rivals and the days of events', () => {
  expectThreeWorldsApart(scenario);
});
