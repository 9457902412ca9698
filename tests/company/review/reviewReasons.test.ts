import { describe, expect, test } from 'vitest';
import type { Move } from '../../../src/company/orders.ts';
import { reviewStepReasons } from '../../../src/company/review/reviewReasons.ts';
import type { ReviewState } from '../../../src/company/review/reviewState.ts';
import type { ReviewStep } from '../../../src/company/review/reviewSteps.ts';
import { hasWord } from '../../../src/text/words.ts';
import { adjust, chain, check, checked, held, move, plan, report, state } from './heldReviews.ts';

const call: ReviewStep = { do: 'call' };
const codes = (step: ReviewStep, review: ReviewState, made: readonly Move[] = [], over: Partial<typeof plan> = {}, quarter = 5): string[] =>
  reviewStepReasons(step, review, { ...plan, ...over }, made, quarter).map(({ code }) => code);

describe('each step of a review is possible, or says why not', () => {
  test.each<[string, ReviewStep, ReviewState, Move[], Partial<typeof plan>, string[]]>([
    ['a call out of turn', call, state(null), [], {}, []],
    ['a call where none is planned', call, state(null), [], { 'evl.plan': 'never' }, []],
    ['a call of nothing', call, state(null), [], { 'evl.external': [], 'evl.internal': [] }, ['review.nothingAsked']],
    ['a call of what cannot be held', call, state(null), [], { 'evl.internal': [] }, ['review.nothingAsked']],
    ['a call after an earlier wave', call, { ...state(null), baseline: 1 }, [], { 'evl.internal': [] }, []],
    ['a call made twice', call, state(null), [move(call)], {}, ['review.called']],
    ['a check before any review', check, state(null), [], {}, ['review.notHeld']],
    ['a check of an open review', check, state(held), [], {}, []],
    ['a check of a closed one', check, state(checked), [], {}, ['review.checked']],
    ['a check made twice in a round', check, state(held), [move(check)], {}, ['review.checked']],
    ['a question that was not put', { ...check, asked: ['redo'] }, state(held), [], {}, ['review.otherQuestions']],
    ['a question asked twice', { ...check, asked: ['goal', 'goal'] }, state(held), [], {}, ['review.otherQuestions']],
    ['a goal for what is no criterion', { ...check, goals: { waiting: 'keepCore' } }, state(held), [], {}, ['review.notACriterion']],
    ['a report while the check is open', report, state(held), [], {}, ['review.checkOpen']],
    ['a report after a check in the same round', report, state(held), [move(check)], {}, []],
    ['a report of a closed review', report, state(checked), [], {}, []],
    ['a report made twice', report, state(checked), [move(report)], {}, ['review.reported']],
    ['a report of what was not judged', { ...report, shown: ['waiting'] }, state(checked), [], {}, ['review.notACriterion']],
    ['an adjustment while the check is open', adjust, state(held), [], {}, ['review.checkOpen']],
    ['an adjustment of a finding', adjust, state(checked), [], {}, []],
    ['an adjustment in the round of the check', adjust, state(held), [move(check)], {}, []],
    ['an adjustment of what was not found', { ...adjust, finding: 'hiddenCost' }, state(checked), [], {}, ['review.notFound']],
    ['an adjustment of a voided finding', { ...adjust, finding: 'skillLow' }, state(checked), [], {}, ['review.voided']],
    ['a second chain on one finding', adjust, state(checked, [chain]), [], {}, ['review.chainOpen']],
    ['the same in one round', adjust, state(checked), [move(adjust)], {}, ['review.chainOpen']],
    [
      'a fourth chain of a review',
      { ...adjust, finding: 'valueBehind' },
      state(checked, [chain, { ...chain, finding: 'skillLow' }]),
      [move({ ...adjust, finding: 'waitingLong' })],
      {},
      ['review.chainsFull'],
    ],
    ['an adjustment without a reserve', adjust, state(checked), [], { 'evl.reserve': 0 }, ['review.noReserve']],
    [
      'one that the reserve does not reach',
      { ...adjust, action: 'retarget' },
      state(checked),
      [],
      { 'evl.reserve': 1 },
      ['review.reserveShort'],
    ],
    ['a new chain on a finding whose chain is closed', adjust, state(checked, [{ ...chain, review: 0, outcome: 'unchanged' }]), [], {}, []],
  ])('%s', (_, step, review, made, over, expected) => {
    const found = codes(step, review, made, over);
    expect(found).toEqual(expected);
    for (const code of found) expect(hasWord('reason', code)).toBe(true);
  });

  test.each([
    ['everyFour', 8, ['review.dueAnyway']],
    ['everyFour', 6, []],
    ['everyTwo', 6, ['review.dueAnyway']],
    ['onEvent', 8, []],
    ['never', 8, []],
  ] as const)('a call under the rhythm %s for quarter %i', (rhythm, quarter, expected) => {
    expect(codes(call, state(null), [], { 'evl.plan': rhythm }, quarter)).toEqual(expected);
  });

  test('what is handed in once is not handed in again, in a later round either', () => {
    const handedIn = { ...checked, report: { ...report, quarter: 5, drafted: checked.drafted, leftOut: [], foundOut: null } };
    expect(codes(report, state(handedIn))).toEqual(['review.reported']);
  });
});
