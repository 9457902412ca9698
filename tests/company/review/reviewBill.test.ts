/** What a review costs: nothing where none falls, then its sample, its frame and each method. */

import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../../src/company/controls.ts';
import { usualParameters as p } from '../../../src/company/parameters.ts';
import { startPlan } from '../../../src/company/plan.ts';
import { reviewItems, samplePrice, type ReviewOrder } from '../../../src/company/review/reviewBill.ts';
import { externalMethodIds, internalMethodIds, reviewFrameIds, reviewSizeIds } from '../../../src/company/review/reviewOptions.ts';

/** Nothing asked for but what a case names. */
const plan = (changes: Partial<QuarterPlan> = {}): QuarterPlan =>
  startPlan({ 'evl.baseline': 'no', 'evl.internal': [], ...changes }, ['all']);
const bill = (changes: Partial<QuarterPlan>, order: ReviewOrder | null): readonly (readonly [string, number])[] =>
  reviewItems(plan(changes), plan(), order, p).map(({ card, units }) => [card, units]);
const sum = (items: readonly (readonly [string, number])[]): number => items.reduce((total, [, units]) => total + units, 0);

describe('the bill of a review', () => {
  test('is nil where no review falls in the quarter, and where only an external half was asked for that cannot be held', () => {
    expect(bill({}, null)).toEqual([]);
    expect(bill({}, { external: false })).toEqual([]);
  });

  test('holds the sample and each external method once', () => {
    expect(bill({ 'evl.external': ['satisfaction', 'valueMap'] }, { external: true })).toEqual([
      ['evl.sample', 0.5],
      ['evl.methods', 1],
      ['evl.methods', 2],
    ]);
  });

  test('holds as many files for the methods that look into them, once for both', () => {
    const both = bill({ 'evl.internal': ['data', 'targets', 'tco'], 'evl.size': 'n400' }, { external: false });
    expect(both).toEqual([
      ['evl.sample', 1.5],
      ['evl.methods', 1],
      ['evl.methods', 0.5],
      ['evl.methods', 0.5],
    ]);
    expect(bill({ 'evl.internal': ['retention'] }, { external: false })).toEqual([['evl.methods', 0.5]]);
  });

  test('charges a baseline its sample in the quarter that first asks for it, and never again', () => {
    const wave = { 'evl.baseline': 'yes', 'evl.size': 'n400', 'evl.frame': 'known' } as const;
    expect(bill(wave, null)).toEqual([['evl.plan', 1.5 * 1.25]]);
    expect(reviewItems(plan(wave), plan(wave), null, p)).toEqual([]);
  });

  test('grows with the number asked and with how far they have to be looked for', () => {
    const prices = reviewFrameIds.map((frame) =>
      reviewSizeIds.map((size) => samplePrice(plan({ 'evl.frame': frame, 'evl.size': size }), p)),
    );
    for (const row of prices) expect(row).toEqual([...row].sort((a, b) => a - b));
    for (const column of reviewSizeIds.keys()) {
      const down = prices.map((row) => row[column]!);
      expect(down).toEqual([...down].sort((a, b) => a - b));
      expect(new Set(down).size).toBe(reviewFrameIds.length);
    }
  });

  test('of everything with the largest sample of everybody is a fifth of the war chest at most', () => {
    const all = {
      'evl.external': externalMethodIds,
      'evl.internal': internalMethodIds,
      'evl.frame': 'everyone',
      'evl.size': 'n1000',
    } as const;
    const most = sum(bill(all, { external: true }));
    expect(most).toBeGreaterThan(15);
    expect(most).toBeLessThan(25);
  });
});
