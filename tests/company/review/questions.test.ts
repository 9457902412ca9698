import { describe, expect, test } from 'vitest';
import { answersTo, biasesShownBy, questionsFor, revealedBiases } from '../../../src/company/review/questions.ts';
import {
  accuracyQuestionIds,
  appropriatenessQuestionIds,
  biasIds,
  honestyQuestionIds,
  questionIds,
  type BiasId,
  type QuestionId,
} from '../../../src/company/review/reviewOptions.ts';
import { held } from './heldReviews.ts';

const before = (count: number) => Array.from({ length: count }, () => held);
const drafts: readonly (readonly BiasId[])[] = [
  [],
  ...biasIds.map((bias) => [bias]),
  ...biasIds.flatMap((one) => biasIds.map((other) => [one, other])),
];

describe('five questions a review', () => {
  test('always one at least on fitness, on accuracy and on honesty, never one twice', () => {
    for (const drafted of drafts) {
      for (let count = 0; count < 16; count += 1) {
        const questions = questionsFor(before(count), drafted);
        expect(new Set(questions).size).toBe(5);
        for (const group of [appropriatenessQuestionIds, accuracyQuestionIds, honestyQuestionIds] as const) {
          expect(questions.some((id) => (group as readonly QuestionId[]).includes(id))).toBe(true);
        }
      }
    }
  });

  test('all twenty-five come up in seven reviews', () => {
    const seen = new Set(Array.from({ length: 7 }, (_, count) => questionsFor(before(count))).flat());
    expect(questionIds.filter((id) => !seen.has(id))).toEqual([]);
  });

  test('whatever the draft picked, one of the five brings something of it to light', () => {
    for (const drafted of drafts.slice(1)) {
      for (let count = 0; count < 16; count += 1) {
        const questions = questionsFor(before(count), drafted);
        expect(questions.some((id) => (biasesShownBy[id] ?? []).some((bias) => drafted.includes(bias)))).toBe(true);
      }
    }
  });
});

describe('what a question tells', () => {
  test.each<[QuestionId, BiasId[]]>([
    ['whoIsIn', ['recentBuyers']],
    ['changedAfter', ['movedBaseline']],
    ['leftOut', ['recentBuyers']],
    ['howMany', []],
    ['whoGains', []],
  ])('%s brings to light %j of a draft of recent buyers against a moved baseline', (question, biases) => {
    expect(answersTo(question, held).biases).toEqual(biases);
  });

  test('the question for the cause names the gravest finding that is not voided, and its nearest cause', () => {
    expect(answersTo('causeOrSymptom', held)).toMatchObject({ finding: 'recordsWrong', cause: 'data' });
    expect(answersTo('goal', held)).toMatchObject({ finding: null, cause: null });
  });

  test('only what was asked is brought to light, and nothing as long as the check is open', () => {
    expect(revealedBiases(held)).toEqual([]);
    expect(revealedBiases({ ...held, asked: ['goal'] })).toEqual([]);
    expect(revealedBiases({ ...held, asked: ['changedAfter', 'whoIsIn'] })).toEqual(['recentBuyers', 'movedBaseline']);
  });
});
