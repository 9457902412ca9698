import { beforeEach, describe, expect, test } from 'vitest';
import { pairedDifference } from '../../src/game/pairs.ts';
import type { Criterion, Score } from '../../src/game/reports.ts';
import { criteriaApart, partWays, whyWords as markedWords } from '../../src/ui/debrief/mirrorWhy.ts';
import { unmarked } from '../../src/ui/glassBox/opening.ts';
import type { MirrorLine } from '../../src/ui/debrief/mirrorWords.ts';
import { language } from '../../src/ui/language.svelte.ts';

const whyWords = (...lives: Parameters<typeof markedWords>): string[] => markedWords(...lives).map(unmarked);
const criterion = (id: Criterion['id'], points: number, value?: number): Criterion =>
  ({
    ...{ id, of: 10, points, level: 3, evidence: [] },
    ...(value !== undefined && { measured: { value, worst: 0, stay: 1, best: 2, s: 0 } }),
  }) as unknown as Criterion;

/** A life with points in three criteria, value created, and equity at the end over or under that of the run. */
function life(
  name: string,
  points: { X1: number; X2: number; N1: number },
  value: number,
  ahead: number,
  judged: Partial<Score> = {},
): MirrorLine {
  const total = points.X1 + points.X2 + points.N1;
  const score = {
    total,
    criteria: [criterion('X1', points.X1), criterion('X2', points.X2, value), criterion('N1', points.N1)],
    halves: { result: points.X1 + points.X2, practice: points.N1, of: 50, bound: 100 },
    caps: [],
    ...judged,
  } as unknown as Score;
  const behind = pairedDifference([100, 101], [100 + ahead, 101 + ahead]);
  return { letter: 'A', name, told: '', life: { score: score.total, judged: score, behind } as unknown as MirrorLine['life'] };
}
const run = life('Your run', { X1: 9, X2: 12, N1: 20 }, 5e6, 0);
beforeEach(() => language.start(['en']));

describe('a life with more score and less equity', () => {
  const other = life('The textbook path', { X1: 8, X2: 16, N1: 26 }, 9e6, -20);
  test('is told as such, with the halves, the criteria that made it, those against it, and value created', () => {
    expect(partWays(run, other)).toBe(true);
    const words = whyWords(run, other, 'EUR').join('\n');
    expect(words).toContain('“The textbook path” scores more although its customers are worth less');
    expect(words).toContain('results: 21.0 here, 24.0 there; for practice: 20.0 here, 26.0 there');
    expect(words).toMatch(/Most of the difference: N1 [^,]+\+6, X2 [^,.]+\+4\. Against it: X1 /);
    expect(words).toContain('€5M here, €9M there');
  });

  test('the criteria stand from the largest difference to the least', () => {
    expect(criteriaApart(run.life.judged!, other.life.judged!)).toEqual([
      { id: 'N1', points: 6 },
      { id: 'X2', points: 4 },
      { id: 'X1', points: -1 },
    ]);
  });
});

test('less score with more equity is told the other way round; where both lead alike neither is claimed', () => {
  const less = life('Leap', { X1: 9, X2: 12, N1: 10 }, 5e6, 20);
  expect(whyWords(run, less, 'EUR')[0]).toContain('“Leap” scores less although its customers are worth more');
  const both = life('Leap', { X1: 9, X2: 12, N1: 10 }, 5e6, -20);
  expect(partWays(run, both)).toBe(false);
  expect(whyWords(run, both, 'EUR')[0]).toContain('Points for results');
});

test('nothing is told of lives that score alike, or where there is no score', () => {
  expect(whyWords(run, life('Same', { X1: 9, X2: 12, N1: 20 }, 5e6, 9), 'EUR')).toEqual([]);
  const none = { ...run, life: { ...run.life, judged: null, score: null } };
  expect(whyWords(run, none, 'EUR')).toEqual([]);
});

test.each(['en', 'vi'] as const)('a total that the smaller half or a cap holds down is said to be held (%s)', (locale) => {
  language.start([locale]);
  const bound = life('Bound', { X1: 15, X2: 20, N1: 5 }, 5e6, 9, {
    total: 30,
    halves: { result: 35, practice: 5, of: 50, bound: 30 } as unknown as NonNullable<Score['halves']>,
  });
  expect(whyWords(run, bound, 'EUR').at(-1)).toMatch(locale === 'en' ? /“Bound” is held to 30\.0/ : /“Bound” bị giữ ở 30,0/);
  const capped = life('Capped', { X1: 15, X2: 20, N1: 25 }, 5e6, 9, {
    total: 40,
    caps: [{ id: 'insolvent', limit: 40 }] as unknown as Score['caps'],
  });
  expect(whyWords(run, capped, 'EUR').at(-1)).toMatch(
    locale === 'en' ? /“Capped” gets no more than 40 because/ : /“Capped” chỉ được tối đa 40 điểm vì/,
  );
});
