import { describe, expect, test } from 'vitest';
import { exp } from '../../../src/sim/math/elementary.ts';
import { TABLE_EXP_ERROR, tableExp } from '../../../src/sim/math/tableExp.ts';

describe('tableExp', () => {
  test('stays within its stated relative error of exp over its whole range', () => {
    let worst = 0;
    for (let i = 0; i <= 400_000; i += 1) {
      const x = -708 + (1417 * i) / 400_000;
      worst = Math.max(worst, Math.abs(tableExp(x) / exp(x) - 1));
    }
    expect(worst).toBeLessThan(TABLE_EXP_ERROR);
    expect(worst).toBeGreaterThan(TABLE_EXP_ERROR / 100);
  });

  test.each([
    [0, 1],
    [-0, 1],
    [NaN, NaN],
  ])('of %d is %d', (x, expected) => {
    expect(tableExp(x)).toBe(expected);
  });

  test.each([
    [-708.5, -708],
    [-Infinity, -708],
    [709.5, 709],
    [Infinity, 709],
  ])('of %d is that of the end %d, so that nothing becomes infinite or nothing at all', (x, end) => {
    expect(tableExp(x)).toBe(tableExp(end));
    expect(tableExp(x)).toBeGreaterThan(0);
    expect(tableExp(x)).toBeLessThan(Infinity);
  });

  test('rises across the borders of its table cells', () => {
    for (let cell = -200; cell <= 200; cell += 1) {
      const border = ((cell + 0.5) * Math.LN2) / 256;
      expect(tableExp(border + 1e-11)).toBeGreaterThan(tableExp(border - 1e-11));
    }
  });
});
