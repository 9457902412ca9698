import { expect, test } from 'vitest';
import { spread } from '../../src/cli/statistics.ts';
import { numbers, table } from '../../src/cli/table.ts';

test('a table sets names to the left and figures to the right', () => {
  expect(
    table(
      ['name', 'n'],
      [
        ['a', '1'],
        ['longer', '200'],
      ],
    ),
  ).toEqual(['name      n', 'a         1', 'longer  200']);
});

test('numbers follow the language', () => {
  expect(numbers('en', 1)(1234.56)).toBe('1,234.6');
  expect(numbers('vi', 1)(1234.56)).toBe('1.234,6');
});

test('the spread is mean and sample deviation; one number has none, no number no mean', () => {
  expect(spread([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, sd: Math.sqrt(32 / 7) });
  expect(spread([3])).toEqual({ mean: 3, sd: 0 });
  expect(() => spread([])).toThrow(RangeError);
});
