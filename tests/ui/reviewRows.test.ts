import { describe, expect, test } from 'vitest';
import type { ReviewFigure } from '../../src/company/review/reviewState.ts';
import { biasFates, defectRows, hitsOf, holdsTruth, reportedFigures, toldFates } from '../../src/ui/debrief/reviewRows.ts';
import { checked, held, report } from '../company/review/heldReviews.ts';

const figure = (id: string, value: number | null, low: number | null, high: number | null, truth: number | null): ReviewFigure => ({
  method: 'satisfaction',
  id,
  value,
  low,
  high,
  n: 50,
  truth,
  fair: 1,
});
const figures = [
  figure('all', 60, 55, 65, 62),
  figure('lost', 40, 35, 45, 50),
  figure('change', null, null, null, 1),
  figure('counted', 3, 3, 3, 3),
];

describe('estimates beside the truth', () => {
  test('an interval holds the truth or does not; what is not known does neither', () => {
    expect(figures.map(holdsTruth)).toEqual([true, false, null, true]);
  });
  test('only sampled intervals are counted', () => {
    expect(hitsOf([{ ...held, figures }])).toEqual({ inside: 1, all: 2 });
  });
});

test('what was found, what was missed and what was not there stand in one table in the order of the evaluation', () => {
  const found = [
    { finding: 'recordsWrong', gravity: 50, voided: false },
    { finding: 'skillLow', gravity: 20, voided: false },
  ] as const;
  const defects = [
    { finding: 'cardsDisagree', gravity: 40, planted: true, weight: 1 },
    { finding: 'recordsWrong', gravity: 60, planted: false, weight: 1 },
  ] as const;
  expect(defectRows({ ...held, found }, defects)).toEqual([
    { finding: 'cardsDisagree', found: null, truth: 40, planted: true },
    { finding: 'recordsWrong', found: 50, truth: 60, planted: false },
    { finding: 'skillLow', found: 20, truth: null, planted: false },
  ]);
});

describe('sentences of the draft', () => {
  const handedIn = (biases: typeof held.drafted) => ({
    ...checked,
    report: { ...report, quarter: 5, biases, drafted: held.drafted, leftOut: [], foundOut: null },
  });
  test('are mended, left in unasked, kept although a question had shown them, or added', () => {
    // "Who is in the sample" was asked and shows the first of the draft; nobody asked for the baseline.
    expect(biasFates(handedIn(['recentBuyers', 'movedBaseline', 'askedAfterGift']))).toEqual([
      { bias: 'recentBuyers', fate: 'kept' },
      { bias: 'movedBaseline', fate: 'unasked' },
      { bias: 'askedAfterGift', fate: 'added' },
    ]);
    expect(biasFates(handedIn([])).map(({ fate }) => fate)).toEqual(['mended', 'mended']);
  });
  test('that are true stay, or are missing from the report', () => {
    const fates = (leftOut: typeof held.told) =>
      toldFates({ ...checked, report: { ...report, quarter: 5, drafted: held.drafted, leftOut, foundOut: null } }).map(({ fate }) => fate);
    expect(fates([])).toEqual(['good.stays', 'bad.stays']);
    expect(fates(held.told.slice(1))).toEqual(['good.stays', 'bad.leftOut']);
    expect(toldFates(held).map(({ fate }) => fate)).toEqual(['good.unreported', 'bad.unreported']);
  });
  test('without a report are only a draft', () => {
    expect(biasFates(held).map(({ fate }) => fate)).toEqual(['unreported', 'unreported']);
  });
});

test('a criterion that went to the board stands beside its figure, one that nobody measured beside none', () => {
  const shown = ['satisfaction', 'churn'] as const;
  const review = { ...held, figures, report: { ...report, shown, quarter: 5, drafted: [], leftOut: [], foundOut: null } };
  expect(reportedFigures(review).map(({ criterion, figure: found }) => [criterion, found?.id ?? null])).toEqual([
    ['satisfaction', 'all'],
    ['churn', null],
  ]);
});
