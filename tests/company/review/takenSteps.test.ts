import { describe, expect, test } from 'vitest';
import type { Move } from '../../../src/company/orders.ts';
import { usualParameters as p } from '../../../src/company/parameters.ts';
import { worked } from '../../../src/company/review/reserveWork.ts';
import { stepsByOrder } from '../../../src/company/review/reviewOrder.ts';
import type { FindingId } from '../../../src/company/review/reviewOptions.ts';
import { possibleSteps, reserveSpent, reviewWithMoves } from '../../../src/company/review/takenSteps.ts';
import { startedBank } from '../fixtures.ts';
import { adjust, chain, check, checked, ground, held, move, plan, report, state } from './heldReviews.ts';

describe('what the steps of a round make of a review', () => {
  const round = [move(check), move({ ...report, biases: ['recentBuyers'] }), move(adjust)];

  test('the check is closed, the report is with the board and lifts its mood, the chain is open until its day', () => {
    const { review, mood } = reviewWithMoves(state(held), round, ground);
    expect(review.held[0]).toMatchObject({
      asked: ['goal', 'leftOut'],
      goals: { churn: 'keepCore' },
      report: { quarter: 5, biases: ['recentBuyers'], drafted: ['recentBuyers', 'movedBaseline'], foundOut: null },
    });
    expect(review.chains).toEqual([{ ...chain, acted: null }]);
    expect(mood).toBe(5 - 2);
    expect(review.phase).toBe('adjusting');
  });

  test('a true sentence struck is left out, bad news with a better mood; what the draft never said cannot be', () => {
    const frank = { ...report, intervals: false, limits: false, order: 'goodFirst' } as const;
    const struck = (findings: readonly FindingId[]) => reviewWithMoves(state(checked), [move({ ...frank, struck: findings })], ground);
    expect(struck(['recordsWrong'])).toMatchObject({
      mood: 5,
      review: { held: [{ report: { leftOut: [{ finding: 'recordsWrong', news: 'bad' }] } }] },
    });
    expect(struck(['adoptionLow']).mood).toBe(0);
    expect(struck(['hiddenCost'])).toMatchObject({ mood: 0, review: { held: [{ report: { leftOut: [] } }] } });
  });

  test('nothing is changed in place, and nothing at all without a step', () => {
    const before = state(held);
    const copy = structuredClone(before);
    reviewWithMoves(before, round, ground);
    expect(before).toEqual(copy);
    expect(reviewWithMoves(before, [], ground).review).toBe(before);
  });

  test('a step that a later decision has shut is left out, and costs nothing', () => {
    const poor = { ...ground, plan: { ...plan, 'evl.reserve': 0 } };
    expect(possibleSteps(round, state(held), poor).map((step) => step.do)).toEqual(['check', 'report']);
    expect(reserveSpent(round, state(held), poor)).toBe(0);
    expect(reserveSpent(round, state(held), ground)).toBe(1);
  });

  test('the plan must follow within two quarters: later changes count no more', () => {
    const opened = state(checked, [chain]);
    const cleaned = { ...ground, plan: { ...plan, 'dat.clean': 5 } };
    const actedIn = (quarter: number): number | null => reviewWithMoves(opened, [], { ...cleaned, quarter }).review.chains[0]!.acted;
    expect([5, 6, 7, 8].map(actedIn)).toEqual([5, 6, 7, null]);
  });

  test('what was refused for want of money is no deed', () => {
    const opened = state(checked, [chain]);
    const refused = { ...ground, plan: { ...plan, 'dat.clean': 5 }, inForce: plan };
    expect(reviewWithMoves(opened, [], refused).review.chains[0]!.acted).toBeNull();
  });
});

describe('money of the reserve', () => {
  test.each([
    ['people', 'H'],
    ['strategy', 'S'],
    ['programme', 'Q'],
    ['tool', 'T'],
  ] as const)('put into %s it works on %s alone, as any other unit would', (cause, stock) => {
    const firm = startedBank();
    const after = worked(firm, [{ ...adjust, cause, action: 'retarget' }], 5, p);
    for (const one of ['S', 'L', 'X', 'H', 'T', 'Q'] as const) {
      const gained = after.stocks[one] - firm.stocks[one];
      if (one === stock) expect(gained).toBeGreaterThan(0.5);
      else expect(gained).toBe(0);
    }
  });

  test('put into data it fills files for two quarters; to keep costs nothing and does nothing', () => {
    const firm = startedBank();
    expect(worked(firm, [adjust], 5, p).pending.at(-1)).toMatchObject({ quarter: 5, effect: 'capture', size: 1.08, lasts: 2 });
    expect(worked(firm, [{ ...adjust, action: 'keep' }], 5, p)).toBe(firm);
  });
});

describe('the standing order for a review', () => {
  const steps = (order: 'nothing' | 'honest' | 'draft', made: readonly Move[] = [], quarter = 5) =>
    stepsByOrder(order, state(held), made, plan, quarter);

  test('decides nothing unless it was given, and only in the quarter after the review', () => {
    expect(steps('nothing')).toEqual([]);
    expect(steps('honest', [], 6)).toEqual([]);
    expect(stepsByOrder('honest', state(null), [], plan, 5)).toEqual([]);
  });

  test('honest: all questions, a frank report without what they brought to light, what weighs most on equity at its cause', () => {
    const [first, second, ...adjusted] = steps('honest');
    expect(first).toMatchObject({ do: 'check', asked: held.questions, goals: { satisfaction: 'keepCore' } });
    expect(second).toMatchObject({ do: 'report', order: 'badFirst', intervals: true, limits: true, biases: [] });
    expect(adjusted).toMatchObject(
      [
        { finding: 'waitingLong', cause: 'people' },
        { finding: 'valueBehind', cause: 'strategy' },
        { finding: 'recordsWrong', cause: 'data' },
      ]
        .slice(0, plan['evl.reserve'])
        .map((chain) => ({ ...chain, do: 'adjust', action: 'tune' })),
    );
    expect(adjusted.length).toBeGreaterThan(0);
  });

  test('draft: nobody asks, the draft goes in as it is, nothing is adjusted', () => {
    expect(steps('draft')).toEqual([
      { do: 'check', asked: [], goals: {} },
      { do: 'report', shown: held.criteria, intervals: false, limits: false, order: 'goodFirst', biases: held.drafted },
    ]);
  });

  test('what was done by hand it leaves alone; it mends no more than the questions asked by hand have shown', () => {
    const byHand = steps('honest', [move(check), move(adjust)]);
    expect(byHand.map((step) => step.do)).toEqual(['report']);
    expect(byHand[0]).toMatchObject({ biases: ['movedBaseline'] });
  });
});
