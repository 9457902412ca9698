/** Reviews as tests need them: one that found something, with its check open. */

import { usualParameters } from '../../../src/company/parameters.ts';
import { startPlan } from '../../../src/company/plan.ts';
import type { QuarterPlan } from '../../../src/company/controls.ts';
import { reviewAtStart, type AdjustmentChain, type HeldReview, type ReviewState } from '../../../src/company/review/reviewState.ts';
import type { ReviewStep, ReviewStepOf } from '../../../src/company/review/reviewSteps.ts';
import type { StepGround } from '../../../src/company/review/takenSteps.ts';
import type { Move } from '../../../src/company/orders.ts';

export const plan: QuarterPlan = startPlan({}, ['young', 'old']);

export const held: HeldReview = {
  quarter: 4,
  called: false,
  frame: 'known',
  n: 400,
  moment: 'ordinary',
  criteria: ['satisfaction', 'churn', 'recordQuality'],
  external: ['satisfaction'],
  internal: ['data'],
  refused: [],
  figures: [],
  found: [
    { finding: 'recordsWrong', gravity: 60, voided: false },
    { finding: 'skillLow', gravity: 30, voided: true },
    { finding: 'waitingLong', gravity: 45, voided: false },
    { finding: 'valueBehind', gravity: 20, voided: false },
  ],
  questions: ['goal', 'whoIsIn', 'baseline', 'leftOut', 'causeOrSymptom'],
  asked: null,
  goals: {},
  drafted: ['recentBuyers', 'movedBaseline'],
  told: [
    { finding: 'adoptionLow', news: 'good' },
    { finding: 'recordsWrong', news: 'bad' },
  ],
  report: null,
};
export const checked: HeldReview = { ...held, asked: ['goal', 'whoIsIn'], goals: { satisfaction: 'keepCore' } };

export const chain: AdjustmentChain = {
  review: 4,
  quarter: 5,
  finding: 'recordsWrong',
  cause: 'data',
  action: 'tune',
  due: 9,
  before: 60,
  after: null,
  acted: null,
  outcome: 'open',
};

export const state = (newest: HeldReview | null, chains: readonly AdjustmentChain[] = []): ReviewState => ({
  ...reviewAtStart,
  phase: newest === null ? 'scheduled' : newest.asked === null ? 'checkingCriteria' : 'findings',
  held: newest === null ? [] : [newest],
  chains,
});

export const move = (step: ReviewStep): Move => ({ kind: 'review', step });
export const check: ReviewStepOf<'check'> = { do: 'check', asked: ['goal', 'leftOut'], goals: { churn: 'keepCore' } };
export const report: ReviewStepOf<'report'> = {
  do: 'report',
  shown: ['satisfaction', 'churn'],
  intervals: true,
  limits: true,
  order: 'badFirst',
  biases: [],
};
export const adjust: ReviewStepOf<'adjust'> = { do: 'adjust', finding: 'recordsWrong', cause: 'data', action: 'tune', retest: 4 };

export const ground: StepGround = { quarter: 5, plan, before: plan, parameters: usualParameters };
