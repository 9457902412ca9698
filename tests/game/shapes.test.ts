import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { levelIds, type LevelId } from '../../src/company/firm.ts';
import { startPlan } from '../../src/company/plan.ts';
import { autoplay } from '../../src/game/autoplay.ts';
import { pathNow } from '../../src/game/players/shapePath.ts';
import { levelAtStart, shapePlayer, shapesFrom, type ShapeId } from '../../src/game/players/shapes.ts';
import type { KnownReport } from '../../src/game/reports.ts';
import { knownReport } from './knownReports.ts';
import { shippedNames, shippedScenario, vorasBank } from './shippedScenario.ts';
import { turns } from '../turns.ts';

const { scenario } = vorasBank();
const start = startPlan(
  scenario.startPlan,
  scenario.market.segments.map(({ id }) => id),
);
const planOf = (shape: ShapeId, known: KnownReport, quarter: number, generic?: QuarterPlan['biz.generic']): Partial<QuarterPlan> => {
  const [entry] = shapePlayer(scenario, shape, generic)(known, start, quarter);
  return entry!.kind === 'plan' ? entry!.data.plan : {};
};

test('a level offers staying and the shapes whose first path begins on it: eight on the first', () => {
  expect(shapesFrom('l1')).toEqual(['stay', 'p12', 'p13', 'p14', 'p12>p24', 'p13>p34', 'p12>p23', 'p13>p32']);
  expect(shapesFrom('l2')).toEqual(['stay', 'p24', 'p23', 'p23>p34']);
  expect(shapesFrom('l3')).toEqual(['stay', 'p34', 'p32', 'p32>p24']);
  expect(shapesFrom('l4')).toEqual(['stay']);
  expect(levelIds).toContain(levelAtStart(scenario));
});

const standing = (state: KnownReport['programme']['state'], path: KnownReport['programme']['path'], level: LevelId): KnownReport => {
  const known = knownReport(8);
  return { ...known, programme: { ...known.programme, state, path }, matrix: { ...known.matrix, level } };
};

test.each<[KnownReport['programme']['state'], KnownReport['programme']['path'], LevelId, string]>([
  ['idle', 'stay', 'l1', 'p12'],
  ['piloting', 'p12', 'l1', 'p12'],
  ['stalled', 'p12', 'l1', 'p12'],
  ['rollingOut', 'p12', 'l1', 'p24'],
  ['embedding', 'p12', 'l2', 'p24'],
  ['idle', 'p12', 'l2', 'p24'],
  ['rollingOut', 'p24', 'l2', 'p24'],
  ['idle', 'p24', 'l4', 'stay'],
  ['idle', 'p12', 'l3', 'stay'],
])('of two paths, %s on %s at %s, the one to walk or to prepare is %s', (state, path, level, expected) => {
  expect(pathNow(['p12', 'p24'], standing(state, path, level))).toBe(expected);
});

test('what is not part of the path is the same in every shape: reviews, complaints, records and leadership', () => {
  const shared = (shape: ShapeId): Partial<QuarterPlan> =>
    Object.fromEntries(
      Object.entries(planOf(shape, knownReport(8), 9)).filter(([id]) => /^(evl|svc|biz\.vision|crm\.goal|dat\.consent)/.test(id)),
    );
  for (const shape of shapesFrom('l1')) expect(shared(shape)).toEqual(shared('stay'));
  expect(Object.keys(shared('stay')).length).toBeGreaterThan(15);
});

test('a strategy variant changes the strategy, and names a core at once where it is a focus', () => {
  expect(planOf('p12', knownReport(0), 1)).not.toHaveProperty(['biz.generic']);
  expect(planOf('p12', knownReport(0), 1, 'differentiation')['biz.generic']).toBe('differentiation');
  const focused = planOf('p12', knownReport(0), 1, 'focus');
  expect([focused['biz.generic'], focused['cus.core']?.length]).toEqual(['focus', 1]);
});

describe.each(shippedNames().map((id, place) => [id, place] as const))('In %s', (id, place) => {
  const folder = shippedScenario(id);
  for (const [some, options] of turns(shapesFrom(levelAtStart(folder.scenario)), 8, place)) {
    test.each(some)('the shape %s plays to the end and is refused nothing', options, (shape) => {
      const run = autoplay(
        folder.scenario,
        { customers: 300, world: 0, populationSeed: 1, luckSeed: 1 },
        shapePlayer(folder.scenario, shape),
        { reports: false },
      );
      expect(run.playing.world.quarter).toBe(folder.scenario.quarters);
      expect(run.playing.skipped).toEqual([]);
    });
  }
});

test.each<[ShapeId, string]>([
  ['p13>p34', 'p34'],
  ['p13>p32', 'p32'],
])('a prepared bank reaches the second path of its shape within the run: %s', (shape, second) => {
  const { reports } = autoplay(scenario, { customers: 2000, world: 0, populationSeed: 1, luckSeed: 1001 }, shapePlayer(scenario, shape));
  expect(reports.map(({ known }) => known.programme.path)).toContain(second);
});
