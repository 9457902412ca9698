import { beforeAll, describe, expect, test } from 'vitest';
import { planErrors, startPlan } from '../../src/company/plan.ts';
import { compareOtherWays, type OtherWayCompared, type OtherWaysComparison } from '../../src/game/otherWays.ts';
import { otherWaysOf, pathTaken, splitMoved } from '../../src/game/otherWayLogs.ts';
import { originOf, type LoggedEntry } from '../../src/game/replay.ts';
import { live } from '../../src/game/twin.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { log, logOf, oneQuarter, playbookNames, scenario, small } from './plays.ts';
import { turns } from '../turns.ts';

const seeds = [3, 4];
const segments = scenario.market.segments.map(({ id }) => id);
const startSplit = startPlan(scenario.startPlan, segments)['biz.split'];

function compared(entries: readonly LoggedEntry[], of: Scenario = scenario): OtherWaysComparison {
  let last: OtherWaysComparison | null = null;
  for (const { comparison } of compareOtherWays(of, small, entries, seeds)) last = comparison;
  return last!;
}
const pathOf = ({ ways }: OtherWaysComparison, path: string): OtherWayCompared =>
  ways.find(({ way }) => way.kind === 'path' && way.path === path)!;
const splitOf = ({ ways }: OtherWaysComparison, shift: number): OtherWayCompared =>
  ways.find(({ way }) => way.kind === 'split' && way.shift === shift)!;

const textbook = logOf('textbook');
let told: OtherWaysComparison;
beforeAll(() => {
  told = compared(textbook);
});

test('compared are ten points either way, and staying and each path from the level before play', () => {
  expect(otherWaysOf(scenario)).toEqual([
    { kind: 'split', shift: -10 },
    { kind: 'split', shift: 10 },
    ...['stay', 'p12', 'p13', 'p14'].map((path) => ({ kind: 'path', path })),
  ]);
  const higher = { ...scenario, firms: [{ ...scenario.firms[0], level: 'l3' as const }, ...scenario.firms.slice(1)] } as Scenario;
  expect(
    otherWaysOf(higher)
      .flatMap((way) => (way.kind === 'path' ? [way.path] : []))
      .sort(),
  ).toEqual(['p32', 'p34', 'stay']);
});

describe('the split moved', () => {
  test('moves what the learner said of it, and what he began with, within 0 and 100, and nothing else', () => {
    const rival = { seq: 9, firm: 'somebody', kind: 'plan', data: { plan: { 'biz.split': 40 } } } as LoggedEntry;
    const own = log([
      { kind: 'plan', data: { plan: { 'biz.split': 5, 'biz.price': 5 } } },
      oneQuarter,
      { kind: 'plan', data: { plan: { 'biz.price': 0 } } },
      oneQuarter,
    ]);
    const [start, first, ...rest] = splitMoved(scenario, [...own, rival], startSplit, -10);
    expect(start!.data).toEqual({ plan: { 'biz.split': startSplit - 10 } });
    expect(first!.data).toEqual({ plan: { 'biz.split': 0, 'biz.price': 5 } });
    expect(rest).toEqual([...own.slice(1), rival]);
  });

  for (const [some, options] of turns(playbookNames, 3, 1))
    test.each(some)('by nothing is the run %s itself, bit for bit, and by ten points it is legal', options, (name) => {
      const origin = originOf(scenario, small);
      const entries = logOf(name);
      // One entry more says what the firm began with; nothing but their number may tell the two apart.
      const uncounted = (log: readonly LoggedEntry[]) => {
        const life = live(scenario, small, log, origin);
        return { ...life, outcome: { ...life.outcome, conduct: { ...life.outcome.conduct, entries: 0 } } };
      };
      expect(uncounted(splitMoved(scenario, entries, startSplit, 0))).toEqual(uncounted(entries));
      for (const shift of [-10, 10]) {
        for (const { kind, data } of splitMoved(scenario, entries, startSplit, shift)) {
          if (kind === 'plan') expect(planErrors((data as { plan: object }).plan, segments)).toEqual([]);
        }
      }
    });

  test('takes money from winning or gives it there, and its worth is told for each unit of it', () => {
    const [keep, acquire] = [splitOf(told, -10), splitOf(told, 10)];
    expect(keep.moved).toBeGreaterThan(0);
    expect(acquire.moved).toBeLessThan(0);
    expect(keep.perMoved).toBeCloseTo(keep.equityDifference.mean / keep.moved, 9);
    expect(acquire.perMoved).toBeCloseTo(acquire.equityDifference.mean / -acquire.moved, 9);
  });

  test('where all money keeps customers already there is none to move there', () => {
    const entries = log([{ kind: 'plan', data: { plan: { 'biz.split': 0 } } }, ...Array.from({ length: 3 }, () => oneQuarter)]);
    expect(splitOf(compared(entries, { ...scenario, quarters: 3 }), -10)).toMatchObject({
      moved: 0,
      perMoved: null,
      equityDifference: { mean: 0, sd: 0 },
    });
  });
});

describe('another path', () => {
  test('the path that was taken is the run itself', () => {
    expect(pathTaken(scenario, textbook)).toBe('p13');
    expect(pathOf(told, 'p13')).toMatchObject({
      own: true,
      equity: told.equity,
      equityDifference: { mean: 0, sd: 0 },
      valueDifference: { mean: 0, sd: 0 },
    });
    expect(told.ways.filter(({ own }) => own)).toHaveLength(1);
  });

  test('of a path that was refused and one that was begun later, the one begun is the path taken', () => {
    const first = textbook.findIndex(({ kind }) => kind === 'commit');
    const refused = { ...textbook[0]!, kind: 'plan', data: { plan: { 'crm.path': 'p14' } } } as LoggedEntry;
    const begun = { ...refused, data: { plan: { 'crm.path': 'p13' } } } as LoggedEntry;
    const entries = [...textbook.slice(0, first), refused, textbook[first]!, begun, ...textbook.slice(first + 1)];
    const comparison = compared(entries);
    expect(pathTaken(scenario, entries.slice(first))).toBe('p14');
    expect(comparison.ways.filter(({ own }) => own)).toEqual([pathOf(comparison, 'p13')]);
    expect(pathOf(comparison, 'p13')).toMatchObject({ started: seeds.length, equityDifference: { mean: 0, sd: 0 } });
  });

  test('what the run as played began counts even where other luck refuses it', () => {
    const none = log([{ kind: 'plan', data: { plan: { 'crm.path': 'p14' } } }, oneQuarter, oneQuarter]);
    const [last] = [...compareOtherWays({ ...scenario, quarters: 2 }, small, none, [3], 'p13')].slice(-1);
    expect(last!.comparison!.ways.filter(({ own }) => own).map(({ way }) => way)).toEqual([{ kind: 'path', path: 'p13' }]);
  });

  test('staying starts no programme and ends on the level before play, a path that is let through ends elsewhere', () => {
    expect(pathOf(told, 'stay')).toMatchObject({ started: 0, level: 'l1' });
    expect(pathOf(told, 'p12').started).toBe(seeds.length);
    expect(pathOf(told, 'p12').equity).not.toBe(pathOf(told, 'stay').equity);
  });

  test('a run that never named a path took none, and the other paths are tried from the start', () => {
    const ready = { ...(textbook.find(({ kind }) => kind === 'plan')!.data as { plan: object }).plan, 'crm.path': 'stay' };
    const entries = log([{ kind: 'plan', data: { plan: ready } }, ...Array.from({ length: 6 }, () => oneQuarter)] as Parameters<
      typeof log
    >[0]);
    expect(pathTaken(scenario, entries)).toBe('stay');
    expect(pathOf(compared(entries, { ...scenario, quarters: 6 }), 'stay').own).toBe(true);
  });

  test('until the learner named a path, the other run is the same, quarter by quarter', () => {
    const plan = { 'biz.forces': ['rivalry', 'buyers'], 'cus.core': ['households'], 'crm.pilot': 'no' };
    const path = { 'crm.path': 'p13' };
    const entries = log([
      { kind: 'plan', data: { plan } },
      oneQuarter,
      oneQuarter,
      { kind: 'plan', data: { plan: path } },
      oneQuarter,
      oneQuarter,
    ] as Parameters<typeof log>[0]);
    const none = log([{ kind: 'plan', data: { plan } }, oneQuarter, oneQuarter, oneQuarter, oneQuarter] as Parameters<typeof log>[0]);
    const short = { ...scenario, quarters: 4 };
    expect(pathOf(compared(entries, short), 'stay').equity).toBe(compared(none, short).equity);
  });
});

test('news comes after each replay, of whole draws only', () => {
  const news = [...compareOtherWays({ ...scenario, quarters: 2 }, small, textbook, seeds)];
  expect(news).toHaveLength(2 * 7);
  expect(news.map(({ comparison }) => comparison?.seeds ?? 0)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2]);
  expect(news.at(-1)).toMatchObject({ done: 2, of: 2 });
});

test('the trade is that of the market: purchases and contribution a customer, direct cost of the firm', () => {
  const { trade } = told;
  expect(trade.unitCost).toBe(scenario.firms[0].money!.unitCost);
  // Means of the segments by hand: category purchases of the scenario, all with one bank.
  const rate = scenario.market.segments.reduce((sum, { share, rate: { mean } }) => sum + (share / 1000) * mean, 0);
  expect(trade.purchases / rate).toBeGreaterThan(0.7);
  expect(trade.purchases / rate).toBeLessThan(1.3);
});
