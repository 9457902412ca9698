import { expect, test } from 'vitest';
import type { QuarterPlan } from '../../../src/company/controls.ts';
import { deedIds, deedsAsked, offStrategy } from '../../../src/company/review/revealedSpending.ts';
import { hasWord } from '../../../src/text/words.ts';
import { plan } from './heldReviews.ts';

const customersFirst: Partial<QuarterPlan> = {
  'biz.vision.goal': 'customersFirst',
  'biz.split': 40,
  'svc.door': 'open',
  'svc.remedy': 'full',
  'cus.core': ['old'],
  'crm.goal': 'keepCore',
};

test.each<[string, Partial<QuarterPlan>, number]>([
  ['a firm that does what it declares is off nowhere', customersFirst, 0],
  ['one that says customers first and pays for new ones is', { ...customersFirst, 'biz.split': 80 }, 1 / 11],
  [
    'the door shut and remedies cut, still more',
    { ...customersFirst, 'biz.split': 80, 'svc.door': 'closed', 'svc.remedy': 'none' },
    3 / 11,
  ],
  ['one without a goal declares too little to be held to', { 'crm.goal': 'none' }, 0.5],
])('%s', (_, over, off) => {
  expect(offStrategy({ ...plan, ...over })).toBeCloseTo(off, 9);
});

test('only what was declared is asked for, each deed once, and each has words', () => {
  const asked = deedsAsked({ ...plan, ...customersFirst }).map(({ deed }) => deed);
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked).not.toContain('winsBack');
  expect(deedsAsked({ ...plan, 'crm.goal': 'winBack' }).map(({ deed }) => deed)).toContain('winsBack');
  expect(deedIds.filter((id) => !hasWord('deed', id))).toEqual([]);
});
