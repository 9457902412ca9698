import { describe, expect, test } from 'vitest';
import type { Estimate, KnownReport, TruthReport } from '../../src/game/reports.ts';
import { analysisRows } from '../../src/ui/cockpit/analysisRows.ts';
import { analysesSince } from '../../src/ui/cockpit/news.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { unheardFinding, unheardRows, unheardWords } from '../../src/ui/unheard.ts';
import { vorasBank } from '../game/shippedScenario.ts';

const none: Estimate = { value: null, low: null, high: null, n: 0, asOf: 0, method: 'none', why: 'neverAsked' };
const asked = (value: number, low: number, high: number, asOf: number): Estimate => ({ value, low, high, n: 300, asOf, method: 'survey' });
const believed = { voiced: asked(0.2, 0.16, 0.25, 3), leftSilent: asked(0.1, 0.05, 0.15, 3) };

describe('One complaint stands for so many troubles', () => {
  test.each([
    ['nobody asked', { voiced: none, leftSilent: none }],
    ['the engine was older', undefined],
    ['nobody who was asked had spoken', { voiced: asked(0, 0, 0.01, 3), leftSilent: none }],
  ])('is not said where %s', (_, unheard) => {
    expect(unheardWords(unheard)).toBeUndefined();
  });

  test.each([
    ['en', ['about 5 ', '4 to 6.3', 'quarter 3']],
    ['vi', ['khoảng 5 ', 'từ 4 đến 6,3', 'quý 3']],
  ] as const)('is the inverse of the share that spoke, with its ends, and the quarter it was asked in (%s)', (locale, parts) => {
    language.start([locale]);
    for (const part of parts) expect(unheardWords(believed)).toContain(part);
  });
});

describe('What was unheard, quarter by quarter', () => {
  const truth = [1, 2, 3, 4].map((quarter) => ({
    quarter,
    unheard: quarter === 1 ? undefined : { felt: 100, voiced: quarter === 2 ? 0 : 22, claims: 1, left: 50, leftSilent: 20 },
  })) as unknown as TruthReport[];
  const known = [1, 2, 3, 4].map((quarter) => ({
    quarter,
    unheard: quarter < 3 ? { voiced: none, leftSilent: none } : believed,
  })) as unknown as KnownReport[];
  const rows = unheardRows(truth, known);

  test('leaves out quarters of older engines, and shows a belief in the quarter of the asking alone', () => {
    expect(rows.map(({ quarter }) => quarter)).toEqual([2, 3, 4]);
    expect(rows.map((row) => row.known !== null)).toEqual([false, true, false]);
    expect(rows.map(({ voiced, leftSilent }) => [voiced, leftSilent])).toEqual([
      [0, 0.4],
      [0.22, 0.4],
      [0.22, 0.4],
    ]);
  });

  test('sums up, and counts the intervals that held the truth', () => {
    // .22 lies in .16 to .25, .4 not in .05 to .15.
    expect(unheardFinding(rows)).toEqual({
      felt: 300,
      voiced: 44,
      claims: 3,
      left: 150,
      leftSilent: 60,
      asked: [3],
      intervals: 2,
      inside: 1,
    });
    expect(unheardFinding([])).toMatchObject({ felt: 0, asked: [], intervals: 0 });
  });
});

test.each(['vi', 'en'] as const)('The bought analysis shows two shares in words of %s, each with the ends of its interval', (locale) => {
  language.start([locale]);
  const figures = {
    voiced: 0.2,
    'voiced.low': 0.16,
    'voiced.high': 0.25,
    leftSilent: 0.1,
    'leftSilent.low': 0.05,
    'leftSilent.high': 0.15,
  };
  const rows = analysisRows({ id: 'unheard', figures }, vorasBank().scenario);
  expect(rows).toHaveLength(2);
  for (const { name, figure } of rows) {
    expect(name).not.toMatch(/voiced|leftSilent|‹/);
    expect(figure.match(/\d+%/g)).toHaveLength(3);
  }
});

test('The answers of a round are those of all its quarters, though it shows only the last of them', () => {
  const bought = (id: string) => [{ id, figures: { voiced: 0.2 } }];
  const history = [bought('needs'), bought('unheard'), []].map((analyses) => ({ analyses })) as unknown as KnownReport[];
  expect(analysesSince(history, 2).map(({ id }) => id)).toEqual(['unheard']);
  expect(analysesSince(history, 1)).toEqual([]);
});
