/** Cards that an adjustment is acted on by: open ones only, each once, none for what is kept as it is. */
import { expect, test } from 'vitest';
import { adjustmentIds, findingIds } from '../../src/company/review/reviewOptions.ts';
import { controls } from '../../src/company/controls.ts';
import { actingCards, actingWords } from '../../src/ui/review/actingCards.ts';

const every = [...new Set(controls.map(({ card }) => card))];

test('every adjustment but keeping has a card when all are open, and no card stands twice', () => {
  for (const finding of findingIds)
    for (const action of adjustmentIds) {
      const cards = actingCards({ finding, action }, every);
      expect(cards.length > 0, `${finding} ${action}`).toBe(action !== 'keep');
      expect(new Set(cards).size).toBe(cards.length);
    }
});

test('cards that are still locked are not named, and without an open one nothing is said', () => {
  expect(actingCards({ finding: 'pathUnfit', action: 'changePath' }, ['crm.path'])).toEqual(['crm.path']);
  expect(actingCards({ finding: 'pathUnfit', action: 'changePath' }, ['biz.price'])).toEqual([]);
  expect(actingWords({ finding: 'pathUnfit', action: 'changePath' }, [])).toBe('');
});
