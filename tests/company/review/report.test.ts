import { describe, expect, test } from 'vitest';
import { usualParameters as p } from '../../../src/company/parameters.ts';
import { dressings, lostWhenFound, moodOf, reportJudged, surpriseOf } from '../../../src/company/review/report.ts';
import { biasIds, type BiasId } from '../../../src/company/review/reviewOptions.ts';
import type { BoardReport, HeldReview } from '../../../src/company/review/reviewState.ts';
import { held, report } from './heldReviews.ts';

const written = (over: Partial<BoardReport> = {}): BoardReport => ({
  ...report,
  quarter: 5,
  drafted: held.drafted,
  leftOut: [],
  foundOut: null,
  ...over,
});

describe('honesty of a report', () => {
  const asked: HeldReview = { ...held, asked: ['whoIsIn'] };
  test.each<[string, BiasId[], HeldReview, Partial<ReturnType<typeof reportJudged>>]>([
    ['all mended', [], asked, { mended: ['recentBuyers', 'movedBaseline'], falsified: false, frank: true }],
    [
      'the draft as it is, nobody having asked',
      ['recentBuyers', 'movedBaseline'],
      { ...held, asked: [] },
      { unasked: ['recentBuyers', 'movedBaseline'], falsified: false },
    ],
    [
      'what was asked about mended, the rest left',
      ['movedBaseline'],
      asked,
      { mended: ['recentBuyers'], unasked: ['movedBaseline'], falsified: false, frank: false },
    ],
    [
      'left in after a question had shown it',
      ['recentBuyers'],
      asked,
      { kept: ['recentBuyers'], mended: ['movedBaseline'], falsified: true },
    ],
    ['one put in that the draft had not', ['openedAsSolved'], { ...held, asked: [] }, { added: ['openedAsSolved'], falsified: true }],
  ])('%s', (_, biases, review, expected) => {
    expect(reportJudged(written({ biases }), review)).toMatchObject(expected);
  });

  test('what another luck would have drafted is no falsification where this draft lacks it, by hand or found by an audit', () => {
    const other: HeldReview = { ...asked, drafted: ['recentBuyers'] };
    expect(reportJudged(written({ biases: ['movedBaseline'] }), other)).toMatchObject({
      elsewhere: ['movedBaseline'],
      added: [],
      falsified: false,
    });
    expect(reportJudged(written({ biases: ['askedAfterGift'] }), other)).toMatchObject({ added: ['askedAfterGift'], falsified: true });
  });

  test('to strike what is true is to leave it out: no frank report, and no falsified one either', () => {
    const [good, bad] = held.told;
    for (const leftOut of [[good!], [bad!]]) {
      expect(reportJudged(written({ leftOut }), asked)).toMatchObject({ leftOut, frank: false, falsified: false });
    }
    expect(dressings(written({ leftOut: [good!] }))).toBe(0);
    expect(dressings(written({ leftOut: [bad!], biases: ['recentBuyers'] }))).toBe(2);
    const plain = { biases: [], order: 'goodFirst', intervals: false, limits: false } as const;
    expect(moodOf({ ...plain, leftOut: [bad!] }, p)).toBe(5);
    expect(moodOf({ ...plain, leftOut: [good!] }, p)).toBe(0);
    expect(lostWhenFound(written({ leftOut: [bad!] }), false, p)).toBe(5);
  });

  test('a bias pays at once, more of them pay less each and at most nine points; frankness costs two at most', () => {
    const plain = { order: 'goodFirst', intervals: false, limits: false, leftOut: [] } as const;
    const moods = [0, 1, 2, 3, 6].map((count) => moodOf({ ...plain, biases: biasIds.slice(0, count) }, p));
    expect(moods).toEqual([0, 5, 7, 9, 9]);
    expect(moodOf({ ...plain, order: 'badFirst', intervals: true, limits: true, biases: [] }, p)).toBe(-2);
  });

  test('found out, a falsified report costs trust, an innocent one only the mood that it had borrowed', () => {
    expect(lostWhenFound(written({ biases: ['recentBuyers'] }), true, p)).toBe(25);
    expect(lostWhenFound(written({ biases: ['recentBuyers'] }), false, p)).toBe(5);
    expect(lostWhenFound(written({ biases: ['recentBuyers', 'movedBaseline'] }), false, p)).toBe(7);
  });
});

describe('trouble that comes back', () => {
  const last = (over: Partial<BoardReport>): HeldReview => ({ ...held, report: written(over) });
  const now = (gravity: number): HeldReview => ({ ...held, quarter: 8, found: [{ finding: 'recordsWrong', gravity, voided: false }] });
  test.each<[string, HeldReview, HeldReview, string | null]>([
    ['surprises a board that was told it last and without limits', last({ order: 'goodFirst', limits: false }), now(60), 'recordsWrong'],
    ['is no surprise where bad news came first', last({ order: 'badFirst', limits: false }), now(60), null],
    ['is none where limits were stated', last({ order: 'goodFirst', limits: true }), now(60), null],
    [
      'surprises one from which it was kept back, whatever else was told',
      last({ order: 'badFirst', limits: true, leftOut: [{ finding: 'recordsWrong', news: 'bad' }] }),
      now(60),
      'recordsWrong',
    ],
    ['is none once it is less', last({ order: 'goodFirst', limits: false }), now(40), null],
    ['is none where nothing was reported', held, now(60), null],
  ])('%s', (_, before, newest, expected) => {
    expect(surpriseOf(before, newest)).toBe(expected);
  });
});
