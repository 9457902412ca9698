import { expect, test } from 'vitest';
import {
  adjustmentIds,
  biasIds,
  causeOfFindingIds,
  criterionChoiceIds,
  findingIds,
  questionIds,
  reportOrderIds,
  reviewFrameIds,
  reviewMomentIds,
} from '../../src/company/review/reviewOptions.ts';
import { effectOf, findingStages } from '../../src/company/review/findings.ts';
import { reviewPhases, type AdjustmentChain, type HeldReview } from '../../src/company/review/reviewState.ts';
import { reviewAnswers, type AnswerGrounds } from '../../src/game/known/reviewAnswers.ts';
import { hasWord } from '../../src/text/words.ts';
import { answerWords } from '../../src/ui/review/reviewWords.ts';
import { held } from '../company/review/heldReviews.ts';

const outcomes: Record<AdjustmentChain['outcome'], true> = {
  open: true,
  fixed: true,
  better: true,
  unchanged: true,
  worse: true,
  untested: true,
};
const lists: readonly [string, readonly string[]][] = [
  ['reviewPhase', reviewPhases],
  ['reviewPhaseHelp', reviewPhases],
  ['reviewQuestion', questionIds],
  ['questionGroup', ['fit', 'accuracy', 'honesty', 'adjustment']],
  ['finding', findingIds],
  ['findingHelp', findingIds],
  ['findingEffect', findingIds.map(effectOf)],
  ['findingGroup', findingStages],
  ['causeOfFinding', causeOfFindingIds],
  ['adjustment', adjustmentIds],
  ['adjustmentHelp', adjustmentIds],
  ['bias', biasIds],
  ['biasReally', biasIds],
  ['biasFate', ['mended', 'unasked', 'kept', 'added', 'unreported']],
  ['reportOrder', reportOrderIds],
  ['chainOutcome', Object.keys(outcomes)],
  ['reviewVerdict', ['good', 'bad', 'unclear']],
  ['halfVerdict', ['good', 'bad', 'mixed', 'unknown']],
  ['reconcile', ['selfDeception', 'borrowed', 'bothGood', 'bothBad', 'mixed', 'oneMissing']],
  ['criterionFit', ['well', 'partly', 'not', 'untied']],
];

test.each(lists)('every id of %s has words', (kind, ids) => {
  expect(ids.filter((id) => !hasWord(kind, id))).toEqual([]);
});

test('every answer that a question can get has words, and none is left with a hole', () => {
  const grounds: readonly AnswerGrounds[] = [
    { level: 'l1', consent: null, baseline: null, control: false, bonus: 0, reserve: 0, openChains: 0 },
    { level: 'l2', consent: 0.5, baseline: 1, control: true, bonus: 20, reserve: 5, openChains: 1 },
    { level: 'l2', consent: 0.95, baseline: 1, control: false, bonus: 0, reserve: 5, openChains: 0 },
    { level: 'l2', consent: 0.95, baseline: null, control: true, bonus: 0, reserve: 5, openChains: 0 },
  ];
  const cut = (low: number) => ({ method: 'satisfaction' as const, id: `segment.${low}`, value: low + 1, low, high: low + 2, n: 40 });
  const reviews = reviewFrameIds.flatMap((frame) =>
    reviewMomentIds.flatMap((moment) =>
      [[], biasIds].flatMap((drafted) =>
        [[], ['satisfaction'], criterionChoiceIds].map((criteria): HeldReview => ({
          ...held,
          frame,
          moment,
          drafted,
          criteria: criteria as HeldReview['criteria'],
          found: drafted.length > 0 ? held.found : [],
        })),
      ),
    ),
  );
  const said = new Set<string>();
  for (const ground of grounds) {
    for (const review of reviews) {
      for (const figures of [[], [cut(10), cut(60)], [cut(10), cut(11)]]) {
        for (const internal of [[], ['data']] as const) {
          const full = { ...review, internal, n: internal.length === 0 ? 30 : 400 };
          for (const answer of reviewAnswers(full, figures, questionIds, ground)) said.add(answerWords(answer));
        }
      }
    }
  }
  expect([...said].filter((words) => /[‹{}]|undefined|: \.|: ;/.test(words))).toEqual([]);
  expect(said.size).toBeGreaterThan(50);
});
