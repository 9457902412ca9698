/** The cut to ten weeks, the shares of the grade, and how long a session takes. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseWeeks } from '../../src/classroom/courseMap.ts';
import { gradeParts } from '../../src/classroom/courseRow.ts';
import { partWeights, playMinutes, sessionsOf, shared } from '../../src/classroom/courseViews.ts';

const firm = (quarters: number, classHour: number) => ({ quarters, quartersPerRound: 2 as const, minutes: { classHour, full: 120 } });

test('the short course takes the weeks of the plan, 4 with 5 and 13 with 14', () => {
  const short = sessionsOf('short');
  expect(short.map(({ rows }) => rows.map(({ place }) => place))).toEqual([[1], [3], [4, 5], [6], [7], [9], [10], [11], [13, 14], [15]]);
  expect(short.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test.each(['full', 'short'] as const)('in the %s course each part of the grade keeps its weight', (view) => {
  expect(partWeights(sessionsOf(view))).toEqual(gradeParts);
});

test('the marks of the mid-term that is left out go to the league, which has the same kind of mark', () => {
  const outputs = sessionsOf('short').flatMap(({ rows }) => rows.flatMap((row) => row.outputs));
  expect(outputs.filter(({ part }) => part === 'quality')).toEqual([{ id: 'leagueScore', part: 'quality', weight: 30 }]);
});

test('cutting the course leaves the whole one as it is', () => {
  sessionsOf('short');
  expect(sessionsOf('full').flatMap(({ rows }) => rows)).toEqual(courseWeeks);
});

test('nothing is graded in the two days', () => {
  expect(partWeights(sessionsOf('days'))).toEqual({ log: 0, quality: 0, report: 0, reflection: 0 });
  expect(sessionsOf('days')).toHaveLength(4);
});

test('shares are whole, add up, and lie within one of the exact proportion', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 100 }), (given, total) => {
      const parts = shared(given, total);
      const sum = given.reduce((all, each) => all + each, 0);
      expect(parts.reduce((all, each) => all + each, 0)).toBe(total);
      parts.forEach((part, place) => {
        expect(Number.isInteger(part)).toBe(true);
        expect(Math.abs(part - (given[place]! * total) / sum)).toBeLessThan(1);
      });
    }),
  );
});

test.each([
  ['each firm read for five minutes', { rounds: 0, how: 'each' as const }, [firm(12, 45), firm(16, 45)], 10],
  ['a class hour for a whole run', { rounds: 'whole' as const, how: 'each' as const }, [firm(12, 45)], 45],
  ['its part for two rounds of six, to the next five', { rounds: 2, how: 'each' as const }, [firm(12, 45)], 15],
  ['the longest firm where groups part the class', { rounds: 'whole' as const, how: 'groups' as const }, [firm(12, 45), firm(14, 50)], 50],
  ['the longest firm where one is chosen', { rounds: 'whole' as const, how: 'one' as const }, [firm(14, 50), firm(12, 45)], 50],
  ['nothing without a firm', { rounds: 0, how: 'each' as const }, [], 0],
])('play takes %s', (_, row, firms, minutes) => {
  expect(playMinutes(row, firms)).toBe(minutes);
});
