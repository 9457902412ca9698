import { describe, expect, test } from 'vitest';
import { usualParameters as p } from '../../../src/company/parameters.ts';
import {
  draftedBiases,
  lostWhenFound,
  moodOf,
  possibleDraft,
  reportJudged,
  surpriseOf,
  type DraftBasis,
} from '../../../src/company/review/report.ts';
import { biasIds, type BiasId } from '../../../src/company/review/reviewOptions.ts';
import type { BoardReport, HeldReview } from '../../../src/company/review/reviewState.ts';
import { held, report } from './heldReviews.ts';

const basis: DraftBasis = { frame: 'known', moment: 'ordinary', criteria: ['satisfaction'], internal: [], fell: false, based: true };
const written = (over: Partial<BoardReport> = {}): BoardReport => ({
  ...report,
  quarter: 5,
  drafted: held.drafted,
  foundOut: null,
  ...over,
});

describe('the draft of the staff', () => {
  test('never has a bias that no luck could have given it, and luck can move the baseline but not the frame', () => {
    for (const frame of ['buyers', 'known', 'everyone'] as const) {
      for (const fell of [true, false]) {
        const drafted = draftedBiases({ ...basis, frame, fell });
        expect(possibleDraft({ ...basis, frame })).toEqual(expect.arrayContaining(drafted));
      }
    }
    expect(possibleDraft(basis)).toEqual(['recentBuyers', 'movedBaseline']);
  });

  test.each<[string, Partial<DraftBasis>, BiasId[]]>([
    ['of buyers', { frame: 'buyers' }, ['recentBuyers']],
    ['of all on file', {}, ['recentBuyers']],
    ['of everyone', { frame: 'everyone' }, ['lostLeftOut']],
    ['after a wave that was better', { fell: true }, ['recentBuyers', 'movedBaseline']],
    ['asked after a gift', { frame: 'everyone', moment: 'afterGift' }, ['lostLeftOut', 'askedAfterGift']],
    ['judged by tickets', { criteria: ['ticketsClosed'] }, ['recentBuyers', 'openedAsSolved']],
    ['of a lift without anything to hold it against', { internal: ['targets'], based: false }, ['recentBuyers', 'relativeWithoutBase']],
    ['of a lift against a group kept out', { internal: ['targets'] }, ['recentBuyers']],
    [
      'with room for everything keeps to two',
      { fell: true, moment: 'afterGift', criteria: ['ticketsClosed'] },
      ['recentBuyers', 'movedBaseline'],
    ],
  ])('%s comes biased', (_, over, expected) => {
    expect(draftedBiases({ ...basis, ...over })).toEqual(expected);
  });
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
    expect(reportJudged({ ...report, biases }, review)).toMatchObject(expected);
  });

  test('a bias pays at once, more of them pay less each and at most nine points; frankness costs two at most', () => {
    const plain = { order: 'goodFirst', intervals: false, limits: false } as const;
    const moods = [0, 1, 2, 3, 6].map((count) => moodOf({ ...plain, biases: biasIds.slice(0, count) }, p));
    expect(moods).toEqual([0, 5, 7, 9, 9]);
    expect(moodOf({ order: 'badFirst', intervals: true, limits: true, biases: [] }, p)).toBe(-2);
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
    ['is none once it is less', last({ order: 'goodFirst', limits: false }), now(40), null],
    ['is none where nothing was reported', held, now(60), null],
  ])('%s', (_, before, newest, expected) => {
    expect(surpriseOf(before, newest)).toBe(expected);
  });
});
