import { beforeEach, describe, expect, test } from 'vitest';
import { begunPaths, type OtherWayCompared, type OtherWaysComparison } from '../../src/game/otherWays.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { pairedDifference } from '../../src/game/pairs.ts';
import { marginalSentences, tradeSentences, twinAndStay, wayRows } from '../../src/ui/debrief/otherWays.ts';
import { Engine } from '../../src/ui/engine.ts';
import { unmarked } from '../../src/ui/glassBox/opening.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { vorasBank } from '../game/shippedScenario.ts';

const zero = pairedDifference([0, 0, 0], [0, 0, 0]);
const won = pairedDifference([2e6, 2.1e6, 2.2e6], [0, 0, 0]);
const lost = pairedDifference([-1e6, -1.1e6, -1.2e6], [0, 0, 0]);
const unsure = pairedDifference([3e6, -2e6, 1e6], [0, 0, 0]);
const compared = (way: OtherWayCompared['way'], equityDifference = zero, more: Partial<OtherWayCompared> = {}): OtherWayCompared => ({
  way,
  own: false,
  equity: 100e6 + equityDifference.mean,
  equityDifference,
  valueDifference: equityDifference,
  moved: 0,
  perMoved: null,
  level: 'l1',
  started: 0,
  planned: 0,
  ...more,
});
const keep = compared({ kind: 'split', shift: -10 }, won, { moved: 4e6, perMoved: 0.525 });
const acquire = compared({ kind: 'split', shift: 10 }, unsure, { moved: -4e6, perMoved: 0.17 });
const own = compared({ kind: 'path', path: 'p13' }, zero, { own: true, level: 'l3', started: 3 });
const service = (difference: typeof zero, more: Partial<OtherWayCompared> = {}): OtherWayCompared =>
  compared({ kind: 'path', path: 'p12' }, difference, { level: 'l2', started: 3, ...more });
const of = (...ways: OtherWayCompared[]): OtherWaysComparison => ({
  seeds: 3,
  equity: 100e6,
  level: 'l3',
  trade: { purchases: 9.06, contribution: 20.5, unitCost: 0.55 },
  ways,
});

beforeEach(() => language.start(['en']));

describe('the table', () => {
  test('has the run first, its own path without a difference, and each difference with its interval', () => {
    const rows = wayRows(of(keep, own, service(lost)), 'EUR');
    expect(rows.map(({ name }) => name)).toEqual([
      'Your run',
      '10 points of marketing money from winning to keeping',
      'P13 · data first (your path)',
      'P12 · service first',
    ]);
    expect(rows[0]).toMatchObject({ equity: '€100M', difference: null });
    const { said, range } = rows[1]!.difference!;
    expect({ said: unmarked(said), range }).toEqual({ said: '+\u2060€2.1M', range: '(+\u2060€1.85M to\u00a0+\u2060€2.35M)' });
    expect(rows[2]).toMatchObject({ difference: null, value: null });
    expect(rows[3]!.notes).toEqual(['ends as Service, support']);
  });

  test.each([
    [0, ['never let through by the guards']],
    [2, ['let through in 2 of 3 draws', 'ends as Service, support']],
  ])('a path let through in %i of 3 draws says so', (started, notes) => {
    expect(wayRows(of(service(zero, { started })), 'EUR')[1]!.notes).toEqual(notes);
  });
});

describe('the path that was taken', () => {
  const refused = compared({ kind: 'path', path: 'p13' }, zero, { own: true, started: 0 });
  const notes = (way: OtherWayCompared, ...course: Parameters<typeof begunPaths>[0][number][]): readonly string[] =>
    wayRows(of(way), 'EUR', begunPaths(course))[1]!.notes;

  test('is not called refused where the run as played began it and other luck refused it', () => {
    expect(notes(refused, { state: 'rollingOut', path: 'p13' })).toEqual([
      'begun in the run you played; with other luck let through in 0 of 3 draws',
    ]);
  });

  test('is called planned where it was planned and never approved, and refused where it was not even that', () => {
    const span = { state: 'planning', path: 'p13' } as const;
    expect(notes({ ...refused, planned: 3 }, span)).toEqual(['planned, but never approved to begin']);
    expect(notes(refused, span)).toEqual(['never let through by the guards']);
  });
});

test('money moved is told for each hundred, and where it may be luck', () => {
  const [kept, acquired] = marginalSentences(of(keep, acquire), 'EUR').map(unmarked);
  expect(kept).toBe('Each €100 moved from winning to keeping changed customer equity by +\u2060€52.5.');
  expect(acquired).toMatch(/^Each €100 moved from keeping to winning changed it by \+\u2060€17\. That may be luck\.$/);
  expect(marginalSentences(of(compared({ kind: 'split', shift: -10 })), 'EUR')).toEqual(['There was nothing left to move that way.']);
});

test.each([
  ['surely better', won, 'the best end was P12 · service first: +\u2060€2.1M of equity against your run.'],
  ['perhaps better', unsure, 'P12 · service first ended best, +\u2060€667K against your run, but that may be luck.'],
  ['worse', lost, 'no other path ended with more equity than yours.'],
] as const)('the trade stands before the path that ended best: %s', (_, difference, ending) => {
  const [trade, best] = tradeSentences(of(own, service(difference)), 'Retail banking', 'EUR').map(unmarked);
  expect(trade).toBe(
    'Retail banking: at the start a customer buys 9.1 times a quarter, direct cost takes 55% of the price, and a customer brings €20.5 a quarter.',
  );
  expect(best).toContain(ending);
});

describe('value created', () => {
  const third = (equity: typeof zero, valueDifference: typeof zero, path: 'p12' | 'stay' = 'p12'): string =>
    unmarked(tradeSentences(of(own, compared({ kind: 'path', path }, equity, { valueDifference })), 'Retail banking', 'EUR')[2]!);

  test.each([
    [
      'points apart from equity',
      lost,
      won,
      'the best was P12 · service first: +\u2060€2.1M against your run (equity −\u2060€1.1M). The two measures point apart.',
    ],
    ['says the same of a better path', won, won, 'was higher too: +\u2060€2.1M.'],
    ['is lost by the path with more equity', won, lost, 'that path created −\u2060€1.1M of value against your run'],
    ['says the same of the own path', lost, lost, 'Nor did any other path create more value'],
    ['may be luck', lost, unsure, 'The two measures point apart. That may be luck.'],
  ] as const)('%s', (_, equity, value, ending) => {
    expect(third(equity, value)).toContain(ending);
  });

  test('is told together with the twin where CRM paid and staying would have paid more, and only there', () => {
    const stay = (value: typeof zero): OtherWaysComparison =>
      of(own, compared({ kind: 'path', path: 'stay' }, lost, { valueDifference: value }));
    expect(unmarked(twinAndStay(stay(won), { value: won }, 'EUR')!)).toContain('created €2.1M more value than your run');
    expect(twinAndStay(stay(unsure), { value: won }, 'EUR')).toBeNull();
    expect(twinAndStay(stay(won), { value: lost }, 'EUR')).toBeNull();
    expect(twinAndStay(stay(won), null, 'EUR')).toBeNull();
  });
});

describe('the engine', () => {
  const folder = vorasBank();
  const setting = { customers: 400, world: 0, populationSeed: 5, luckSeed: 3 };
  const opened = (quarters: number): Engine => {
    const engine = new Engine(() => Promise.resolve());
    const short = { ...folder, scenario: { ...folder.scenario, quarters } };
    const entries = playbookLog(folder.scenario, folder.playbooks['textbook']!).slice(0, 2);
    engine.open({ folder: short, setting, entries }, () => undefined);
    return engine;
  };

  test('refuses the other ways while quarters are left', async () => {
    await expect(opened(16).otherWays(() => undefined)).rejects.toThrow('runOpen');
  });

  test('stops when asked and keeps the draws that are whole', async () => {
    const engine = opened(2);
    let heard = 0;
    const result = await engine.otherWays(() => {
      heard += 1;
      if (heard === 9) engine.cancelOtherWays();
    });
    expect(heard).toBe(9);
    expect(result!.seeds).toBe(1);
  });
});
