import { expect, test } from 'vitest';
import { balanceOf, clearlyAbove } from '../../src/cli/balance.ts';

const totals = new Map([
  ['trap', [10, 20, 30]],
  ['best', [70, 60, 80]],
  ['stay', [40, 50, 30]],
  ['twin', [40, 50, 30]],
]);
const result = balanceOf(totals);

test('playbooks are ranked by mean, equal ones by name', () => {
  expect(result.playbooks).toEqual([
    { name: 'best', mean: 70, sd: 10, rank: 1 },
    { name: 'stay', mean: 40, sd: 10, rank: 2 },
    { name: 'twin', mean: 40, sd: 10, rank: 3 },
    { name: 'trap', mean: 20, sd: 10, rank: 4 },
  ]);
});

test('differences are taken seed by seed, the better one first', () => {
  expect(result.paired).toHaveLength(6);
  // 70 - 40, 60 - 50, 80 - 30: mean 30, deviation 20; 40 - 10, 50 - 20, 30 - 30: mean 20, deviation sqrt(300).
  expect(result.paired.find(({ a, b }) => a === 'best' && b === 'stay')).toEqual({ a: 'best', b: 'stay', mean: 30, sd: 20 });
  expect(result.paired.find(({ a, b }) => a === 'stay' && b === 'trap')!.sd).toBeCloseTo(Math.sqrt(300), 12);
  expect(result.paired.find(({ a, b }) => a === 'stay' && b === 'twin')).toMatchObject({ mean: 0, sd: 0 });
});

test('a playbook is dominated when another one beats it on every seed', () => {
  expect(result.dominated).toEqual([
    { name: 'stay', by: 'best' },
    { name: 'twin', by: 'best' },
    { name: 'trap', by: 'best' },
  ]);
});

test('clearly above means by more than one standard deviation of the differences, and in this order', () => {
  expect(clearlyAbove(result, 'best', 'stay')).toBe(true);
  expect(clearlyAbove(result, 'stay', 'best')).toBe(false);
  expect(clearlyAbove(result, 'stay', 'twin')).toBe(false);
  expect(
    clearlyAbove(
      balanceOf(
        new Map([
          ['a', [1, 9]],
          ['b', [0, 0]],
        ]),
      ),
      'a',
      'b',
    ),
  ).toBe(false);
});
