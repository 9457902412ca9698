/** What is bought of a review where money is short: the sample shrinks before the half is given up, and says so. */

import { describe, expect, test } from 'vitest';
import { buy } from '../../src/company/buying.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { startPlan } from '../../src/company/plan.ts';
import { reviewItems } from '../../src/company/review/reviewBill.ts';
import { startedBank } from './fixtures.ts';

const plan = (changes: Partial<QuarterPlan> = {}): QuarterPlan =>
  startPlan({ 'evl.size': 'n1000', 'evl.frame': 'everyone', 'evl.external': ['satisfaction', 'equity'], 'evl.internal': [], ...changes }, [
    'all',
  ]);
const methods = p['price.reviewSatisfaction'] + p['price.reviewEquity'];
const wide = p['price.reviewEveryone'];

function bought(money: number, changes: Partial<QuarterPlan> = {}) {
  const asked = plan(changes);
  const items = reviewItems(asked, asked, { external: true }, p).map((item) => ({ ...item, kind: 'once' as const }));
  const done = buy(items, asked, { ...startedBank(), lastPlan: asked }, money);
  return { ...done, units: done.bought.reduce((sum, { units }) => sum + units, 0) };
}

describe('the sample of a review that money is short for', () => {
  test.each<[string, number, QuarterPlan['evl.size'], number]>([
    ['all of it', methods + 4 * wide, 'n1000', 4],
    ['four hundred', methods + 1.5 * wide, 'n400', 1.5],
    ['a hundred, a little short of four hundred', methods + 1.5 * wide - 0.01, 'n100', 0.5],
    ['thirty, the least there is', methods + 0.25 * wide, 'n30', 0.25],
  ])('shrinks to what can be paid: %s', (_, money, size, price) => {
    const { plan: held, units, refused } = bought(money);
    expect(held).toMatchObject({ 'evl.size': size, 'evl.external': ['satisfaction', 'equity'] });
    expect(units).toBeCloseTo(methods + price * wide, 10);
    const asked = { n30: 30, n100: 100, n400: 400, n1000: 1000 }[size];
    expect(refused).toEqual(size === 'n1000' ? [] : [{ code: 'budget.sample', actual: asked, required: 1000, card: 'evl.sample' }]);
  });

  test('is given up with its half only where thirty people are too dear; the plan keeps its sample then', () => {
    const { plan: held, units, refused } = bought(methods + 0.25 * wide - 0.01);
    expect(held).toMatchObject({ 'evl.size': 'n1000', 'evl.external': [] });
    expect(units).toBe(0);
    expect(refused).toEqual([
      { code: 'budget', actual: expect.closeTo(methods + 0.25 * wide - 0.01), required: methods + 0.25 * wide, card: 'evl.methods' },
    ]);
  });

  test('makes the number of files looked up smaller with it, and never larger than what was asked', () => {
    const files = p['price.reviewData'] + 1.5;
    const { plan: held, units } = bought(methods + 1.5 * wide + files, { 'evl.internal': ['data'] });
    expect(held).toMatchObject({ 'evl.size': 'n400', 'evl.internal': ['data'] });
    expect(units).toBeCloseTo(methods + 1.5 * wide + files, 10);
  });

  test('never costs more than there is, and more money never buys a smaller one', () => {
    let before = 0;
    for (let money = 0; money <= 20; money += 0.25) {
      const { plan: held, units } = bought(money);
      expect(units).toBeLessThanOrEqual(money);
      const people = held['evl.external'].length === 0 ? 0 : ['n30', 'n100', 'n400', 'n1000'].indexOf(held['evl.size']) + 1;
      expect(people).toBeGreaterThanOrEqual(before);
      before = people;
    }
  });
});
