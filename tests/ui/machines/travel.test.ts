import { describe, expect, test } from 'vitest';
import { graphOf } from '../../../src/ui/machines/shipped.ts';
import { quarterWords } from '../../../src/ui/machines/machineWords.ts';
import { spans, travelOf } from '../../../src/ui/machines/travel.ts';

const programme = graphOf('programme');
const edges = (...states: string[]): readonly string[] => [...travelOf(programme, states).edges].sort();

describe('the way a run has taken', () => {
  test('states are kept with the quarters at whose end they held', () => {
    const { quarters } = travelOf(programme, ['idle', 'idle', 'planning', 'idle']);
    expect([...quarters]).toEqual([
      ['idle', [0, 1, 3]],
      ['planning', [2]],
    ]);
  });

  test('an edge between two reports counts as taken', () => {
    expect(edges('rollingOut', 'stalled', 'rollingBack', 'idle')).toEqual([
      'rollingBack-idle',
      'rollingOut-stalled',
      'stalled-rollingBack',
    ]);
  });

  test('a quarter in which nothing moved takes no edge', () => {
    expect(edges('stalled', 'stalled')).toEqual([]);
  });

  test('several steps in a quarter: all of them where there is no other way', () => {
    expect(edges('idle', 'planning')).toEqual(['analysing-checking', 'checking-planning', 'idle-analysing']);
    expect([...travelOf(programme, ['idle', 'planning']).passed].sort()).toEqual(['analysing', 'checking']);
  });

  test('and only the certain ones where the way parts: a roll-out may have had a pilot or not', () => {
    expect(edges('planning', 'rollingOut')).toEqual(['planning-approved']);
    const { passed } = travelOf(programme, ['planning', 'rollingOut']);
    expect([passed.has('approved'), passed.has('piloting')]).toEqual([true, false]);
  });

  test('a run that has not begun has gone nowhere', () => {
    expect(edges('idle')).toEqual([]);
    expect(edges()).toEqual([]);
  });
});

test.each([
  [[], []],
  [[3], [[3, 3]]],
  [
    [1, 2, 3, 7],
    [
      [1, 3],
      [7, 7],
    ],
  ],
] as const)('quarters %j are the spells %j', (quarters, found) => {
  expect(spans(quarters)).toEqual(found);
});

test.each([
  [[0], undefined, 'at the start'],
  [[0, 1], undefined, 'quarter 1'],
  [[0, 1, 2], undefined, 'quarters 1–2'],
  [[0, 3, 4, 9], undefined, 'at the start, quarters 3–4, 9'],
  [[0, 3, 4, 9], 2, '… quarters 3–4, 9'],
] as const)('quarters %j, the last %s spells, read %s', (quarters, most, words) => {
  expect(quarterWords(quarters, most)).toBe(words);
});
