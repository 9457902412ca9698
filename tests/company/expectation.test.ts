import { describe, expect, test } from 'vitest';
import { expectationJudged, expectationSet, projectsShort } from '../../src/company/expectation.ts';
import type { FirmState } from '../../src/company/firm.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { planWith, startedBank } from './fixtures.ts';

const bank = (more: Partial<FirmState> = {}): FirmState => ({ ...startedBank(), quarter: 3, recentResults: [90, 110], ...more });
const promised = (within: 'q4' | 'q8' | 'q12', firm = bank()): FirmState => expectationSet(firm, planWith({ 'crm.expect': within }), p);
/** The firm after these results, one a quarter from the approval on. */
const after = (firm: FirmState, results: readonly number[]): FirmState =>
  results.reduce((now, result, i) => expectationJudged({ ...now, quarter: firm.quarter + i }, result, p), firm);

describe('A promise of when a programme pays back', () => {
  test('names its day and what a usual quarter brought, and nothing where nothing is promised', () => {
    expect(promised('q8').expectation).toEqual({ since: 3, due: 10, usual: 100, gain: 0, met: null });
    expect(expectationSet(bank(), planWith({}), p).expectation).toBeNull();
    expect(expectationSet(bank(), planWith({}), p).stocks).toEqual(bank().stocks);
  });

  test('wins the board the more, the sooner the money is to come', () => {
    const won = (['q4', 'q8', 'q12'] as const).map((within) => promised(within).stocks.L - bank().stocks.L);
    expect(won[0]).toBeCloseTo(p['expect.promise'], 12);
    expect(won[0]!).toBeGreaterThan(won[1]!);
    expect(won[1]!).toBeGreaterThan(won[2]!);
    expect(won[2]!).toBeGreaterThan(0);
  });

  test.each([
    ['kept to the unit', [60, 120, 120, 100], true],
    ['missed by one', [60, 120, 120, 99], false],
  ] as const)('is judged once, on its day: %s', (_, results, met) => {
    const firm = promised('q4');
    expect(after(firm, results.slice(0, 3)).expectation!.met).toBeNull();
    const judged = after(firm, results);
    expect(judged.expectation!.met).toBe(met);
    expect(firm.stocks.L - judged.stocks.L).toBeCloseTo(met ? 0 : p['expect.disappointed'], 12);
    const later = after(firm, [...results, -500, -500]);
    expect(later.stocks.L).toBe(judged.stocks.L);
    expect(later.expectation).toEqual(judged.expectation);
  });

  test('stands until its day: the next programme neither wipes it out nor wins the board again', () => {
    const open = promised('q8');
    for (const next of ['none', 'q4', 'q12'] as const) {
      const again = expectationSet({ ...open, quarter: 6 }, planWith({ 'crm.expect': next }), p);
      expect([again.expectation, again.stocks.L]).toEqual([open.expectation, open.stocks.L]);
    }
    const judged = after(promised('q4'), [60, 120, 120, 99]);
    expect(promised('q4', { ...judged, quarter: 7 }).expectation).toMatchObject({ since: 7, due: 10, met: null });
  });

  test('made before any result is known is held against the first quarter that is', () => {
    const firm = promised('q4', bank({ recentResults: [] }));
    expect(after(firm, [80, 90]).expectation).toMatchObject({ usual: 80, gain: 10 });
  });

  test('costs more when broken than it won, so that promising blindly does not pay at the base rate', () => {
    const worst = projectsShort.low * p['expect.disappointed'] - p['expect.promise'] * (4 / 12);
    expect(worst).toBeGreaterThan(0);
  });
});

test('results of the last four quarters are kept, with a promise or without', () => {
  expect(after(bank({ recentResults: [] }), [1, 2, 3, 4, 5]).recentResults).toEqual([2, 3, 4, 5]);
});
