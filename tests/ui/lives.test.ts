import { describe, expect, test } from 'vitest';
import type { Dealings } from '../../src/sim/truth/alone.ts';
import type { LifeStory, StoryQuarter } from '../../src/game/lives/lifeStory.ts';
import { foundBy } from '../../src/ui/debrief/lives/search.ts';
import { answerRows, ifRows, storyChart, storyLines, storyTitle } from '../../src/ui/debrief/lives/storyWords.ts';
import { overviewOf, sketchOf } from '../../src/ui/debrief/veil/overview.ts';

const calm: Dealings = {
  calls: 0,
  contacts: 0,
  over: 0,
  waited: false,
  failed: false,
  silent: false,
  complained: 0,
  known: true,
  price: 0,
  rivals: 0,
};
const quarterOf = (quarter: number, more: Partial<StoryQuarter> = {}): StoryQuarter => ({
  quarter,
  satisfaction: 60,
  relationship: 30,
  revenue: 100,
  dealings: calm,
  events: [],
  named: false,
  ...more,
});
const life = (more: Partial<LifeStory>): LifeStory => ({
  customer: 7,
  segment: 'a',
  namedSince: 0,
  start: { satisfaction: 62, relationship: 30 },
  quarters: [1, 2, 3].map((quarter) => quarterOf(quarter)),
  leaving: null,
  answered: [],
  ...more,
});
const scene = { currency: 'EUR', firms: ['Own', 'Other'] };

describe('A life in words', () => {
  test('the title is what tipped it: the first change that would have kept him, else that nothing single would', () => {
    const leaving = { quarter: 3, cause: 'failure' as const, byCase: false, keptByAll: true };
    const tipped = life({ leaving: { ...leaving, tried: [{ what: 'failure', quarter: 2, kept: true }] } });
    expect(storyTitle(tipped)).toMatch(/giọt nước|tipped/);
    const alone = life({ leaving: { ...leaving, tried: [{ what: 'failure', quarter: 2, kept: false }] } });
    expect(storyTitle(alone)).toMatch(/riêng lẻ|single/);
    expect(storyTitle(life({}))).toMatch(/ở lại|stayed/);
    expect(storyTitle(life({ answered: [{ quarter: 1, left: 2 }] }))).toMatch(/khiếu nại|complaint/);
    const never = life({ start: null, quarters: [quarterOf(1, { satisfaction: null, relationship: null, revenue: 0, dealings: null })] });
    expect(storyTitle(never)).toMatch(/chưa bao giờ|never/);
  });

  test('quarters of mere payments stand together with their sum; one in which something happened stands alone', () => {
    const failed = quarterOf(3, { dealings: { ...calm, failed: true, silent: true } });
    const lines = storyLines(life({ quarters: [quarterOf(1), quarterOf(2), failed, quarterOf(4)] }), scene);
    expect(lines.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(lines[0]!.words.join()).toMatch(/200/);
    expect(lines[1]!.words).toHaveLength(2);
  });

  test('each trial is a line with its outcome, and all together follow where there were several', () => {
    const tried = [
      { what: 'failure' as const, quarter: 2, kept: true },
      { what: 'rivals' as const, quarter: 3, kept: false },
    ];
    const rows = ifRows(life({ leaving: { quarter: 3, cause: 'failure', byCase: false, tried, keptByAll: true } }));
    expect(rows.map(({ kept }) => kept)).toEqual([true, false, true]);
    expect(ifRows(life({ leaving: { quarter: 3, cause: 'failure', byCase: true, tried: [], keptByAll: false } }))).toEqual([]);
    expect(answerRows(life({ answered: [{ quarter: 1, left: null }] }))[0]!.kept).toBe(true);
  });

  test('the mark of leaving stands on the last point before it', () => {
    const gone = quarterOf(3, { satisfaction: null, relationship: null });
    const left = { quarter: 3, cause: 'price' as const, byCase: false, tried: [], keptByAll: false };
    const { lines } = storyChart(life({ quarters: [quarterOf(1), quarterOf(2), gone], leaving: left }));
    expect(lines[0]!.mark?.index).toBe(2);
    expect(lines[0]!.values).toEqual([62, 60, 60, null]);
  });
});

describe('Looking up a customer', () => {
  const names: Record<number, string> = { 3: 'Đỗ Quang Huy', 5: 'Lê Minh Châu', 9: 'Đỗ Hạnh' };
  const find = (asked: string): number[] => foundBy(asked, 10, [3, 5, 9], (customer) => names[customer] ?? '');

  test('by number finds that one, by part of a name all who bear it, marks or not', () => {
    expect(find('4')).toEqual([4]);
    expect(find('10')).toEqual([]);
    expect(find('do')).toEqual([3, 9]);
    expect(find('Minh Chau')).toEqual([5]);
    expect(find('  ')).toEqual([]);
  });
});

describe('The figures known beside true', () => {
  test('the sketch keeps all that it draws within its box', () => {
    const known = { value: 12, low: 5, high: 20, n: 10, asOf: 1, method: 'survey' } as never;
    const { truth, dots } = sketchOf([
      { quarter: 1, truth: 10, framed: 10, known },
      { quarter: 2, truth: 14, framed: 14, known: null },
    ]);
    expect(truth).toMatch(/^M4 /);
    expect(dots).toHaveLength(1);
    for (const { low, high, y } of dots) for (const at of [low, high, y]) expect(at >= 0 && at <= 40).toBe(true);
  });

  test('with nothing played there is nothing measured and nothing missed', () => {
    expect(overviewOf({ truth: [], known: [] })).toMatchObject({ measured: 0, missed: 0, intervals: 0, worst: null });
  });
});
