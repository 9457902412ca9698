import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../src/game/reports.ts';
import { chartScale, lastPoint, spreadLabels, type ChartLine } from '../../src/ui/chart/chartData.ts';
import { type KnownReport, kpiIds, type KpiId } from '../../src/game/reports.ts';
import { historyFinding, openingKpi } from '../../src/ui/cockpit/kpiHistory.ts';

const line = (values: (number | null)[], ranges?: ChartLine['ranges']): ChartLine => ({
  name: 'line',
  look: 'own',
  values,
  ...(ranges ? { ranges } : {}),
});

describe('the three values of an axis', () => {
  test.each([
    ['points', [61, 64, 58], [55, 60, 65]],
    ['shares from nothing', [0, 0.031], [0, 0.02, 0.04]],
    ['money', [9.4e6, 11.2e6], [8e6, 10e6, 12e6]],
    ['gains and losses', [-3, 5], [-5, 0, 5]],
    ['a value that stays', [40, 40], [35, 40, 45]],
    ['zero alone', [0], [0, 0.1, 0.2]],
    ['nothing', [null], [0, 0.5, 1]],
  ])('of %s are round', (_, values, expected) => {
    expect(chartScale([line(values)])).toEqual(expected);
  });

  test('hold every value and every interval, waste little, and begin at nothing or above where nothing is below', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 8 }), value, (values, end) => {
        const low = Math.min(...values, end);
        const high = Math.max(...values, end);
        fc.pre(high - low > 1e-3);
        const [bottom, middle, top] = chartScale([line(values, [[Math.min(values[0], end), Math.max(values[0], end)]])]);
        const dust = 1e-6 * (high - low) + 1e-9;
        expect(bottom).toBeLessThanOrEqual(low + dust);
        expect(top).toBeGreaterThanOrEqual(high - dust);
        expect(top - bottom).toBeLessThanOrEqual(5 * (high - low) + dust);
        expect(middle - bottom).toBeCloseTo(top - middle, 6);
        if (low >= 0) expect(bottom).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('never read alike, however close the values lie', () => {
    const say = (value: number): string => `${(value * 100).toFixed(1)}%`;
    expect(new Set(chartScale([line([0.02781, 0.02783])], say).map(say)).size).toBe(3);
  });
});

test('the last point of a line is the last that has a value', () => {
  expect([lastPoint(line([1, 2, null])), lastPoint(line([null]))]).toEqual([1, -1]);
});

describe('labels at the ends of lines', () => {
  test('that meet give way alike', () => {
    expect(spreadLabels([100, 100], 30, 0, 200)).toEqual([85, 115]);
    expect(spreadLabels([110, 100], 30, 0, 200)).toEqual([120, 90]);
  });

  test('that have room stay where they are', () => {
    expect(spreadLabels([20, 180, 90], 30, 0, 200)).toEqual([20, 180, 90]);
  });

  test('keep their distance, their order and the frame as long as there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 260 }), { minLength: 1, maxLength: 5 }), (wanted) => {
        const placed = spreadLabels(wanted, 30, 0, 240);
        const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
        order.forEach((index, rank) => {
          expect(placed[index]).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[index]).toBeLessThanOrEqual(240 + 1e-9);
          if (rank > 0) expect(placed[index] - placed[order[rank - 1]]).toBeGreaterThanOrEqual(30 - 1e-9);
        });
      }),
    );
  });
});

describe('the finding over a history', () => {
  const known = (value: number | null, half = 0): Estimate =>
    value === null
      ? { value, low: null, high: null, n: 0, asOf: 0, method: 'none', why: 'noAudit' }
      : { value, low: value - half, high: value + half, n: 100, asOf: 1, method: 'survey' };
  test.each([
    ['unknown', [known(null), known(null)], null, null],
    ['once', [known(null), known(4, 1)], 4, 4],
    ['same', [known(4, 1), known(5, 1), known(4, 1)], 4, 4],
    ['up', [known(4, 1), known(null), known(8, 1)], 4, 8],
    ['down', [known(8, 1), known(4, 1)], 8, 4],
    ['swings', [known(4), known(8), known(6)], 4, 6],
    ['swings', [known(4, 1), known(7, 1), known(8, 1)], 4, 8],
    ['blurred', [known(4, 2), known(6, 2), known(null)], 4, 6],
  ])('is %s', (course, estimates, first, last) => {
    expect(historyFinding(estimates.map((estimate, quarter) => ({ quarter, known: estimate })))).toEqual({ course, first, last });
  });
});

test('the history opens with churn where it was ever measured, else with the first figure that was', () => {
  const report = (...measured: KpiId[]): KnownReport =>
    ({ kpi: Object.fromEntries(kpiIds.map((id) => [id, { value: measured.includes(id) ? 1 : null }])) }) as unknown as KnownReport;
  expect(openingKpi([report(), report('revenue', 'churn'), report()])).toBe('churn');
  expect(openingKpi([report('revenue', 'satisfaction')])).toBe(kpiIds.find((id) => id === 'satisfaction' || id === 'revenue'));
  expect(openingKpi([report()])).toBe('churn');
});
