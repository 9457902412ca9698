/** What the staff write: sentences that dress up come of whom and what the review looked at, true ones of what it read. */

import { describe, expect, test } from 'vitest';
import { draftedBiases, draftSentences, possibleDraft, trueSentences, type DraftBasis } from '../../../src/company/review/draft.ts';
import { reviewFrameIds, type BiasId } from '../../../src/company/review/reviewOptions.ts';
import { held } from './heldReviews.ts';

const basis: DraftBasis = {
  quarter: 8,
  frame: 'known',
  moment: 'ordinary',
  criteria: ['satisfaction'],
  internal: [],
  asked: true,
  waved: false,
  based: true,
};

describe('the sentences that dress up', () => {
  test.each<[string, Partial<DraftBasis>, BiasId[]]>([
    ['of buyers', { frame: 'buyers' }, ['recentBuyers']],
    ['of all on file', {}, ['recentBuyers']],
    ['of everyone', { frame: 'everyone' }, ['lostLeftOut']],
    ['where nobody was asked and nothing counted', { asked: false, waved: true }, []],
    ['where nobody was asked but those on file were counted', { asked: false, internal: ['retention'] }, ['lostLeftOut']],
    ['after an earlier wave, whether it was better or worse', { waved: true }, ['recentBuyers', 'movedBaseline']],
    ['asked after a gift', { frame: 'everyone', moment: 'afterGift' }, ['lostLeftOut', 'askedAfterGift']],
    ['judged by tickets', { criteria: ['ticketsClosed'] }, ['recentBuyers', 'openedAsSolved']],
    ['judged by tickets and nobody asked', { criteria: ['ticketsClosed'], asked: false }, ['openedAsSolved']],
    ['of a lift without anything to hold it against', { internal: ['targets'], based: false }, ['recentBuyers', 'relativeWithoutBase']],
    ['of a lift against a group kept out', { internal: ['targets'] }, ['recentBuyers']],
    ['with room for more takes them in turn', { waved: true, criteria: ['ticketsClosed'] }, ['recentBuyers', 'movedBaseline']],
    ['a year later', { quarter: 12, waved: true, criteria: ['ticketsClosed'] }, ['recentBuyers', 'openedAsSolved']],
  ])('%s', (_, over, expected) => {
    expect(draftedBiases({ ...basis, ...over })).toEqual(expected);
  });

  test('are all among what another luck might have drafted, and no luck brings what plan and moment leave no room for', () => {
    for (const frame of reviewFrameIds) {
      for (const asked of [true, false]) {
        for (const waved of [true, false]) {
          const drafted = draftedBiases({ ...basis, frame, asked, waved });
          expect(possibleDraft({ ...basis, frame, refused: [] })).toEqual(expect.arrayContaining(drafted));
        }
      }
    }
    expect(possibleDraft({ ...basis, refused: [] })).toEqual(['recentBuyers', 'movedBaseline']);
    const short = possibleDraft({ ...basis, refused: [{ code: 'budget', card: 'evl.methods' }] });
    expect(short).toEqual(expect.arrayContaining(['lostLeftOut', 'relativeWithoutBase']));
    expect(short).not.toContain('askedAfterGift');
  });
});

describe('the true sentences', () => {
  test('tell the gravest finding and the two good things that weigh most; of a programme nothing good is said', () => {
    expect(trueSentences(held.found, ['pathUnfit', 'programmeStalled', 'fieldsUnused', 'adoptionLow', 'spuriousLoyalty'])).toEqual([
      { finding: 'adoptionLow', news: 'good' },
      { finding: 'spuriousLoyalty', news: 'good' },
      { finding: 'recordsWrong', news: 'bad' },
    ]);
    expect(trueSentences([], ['pathUnfit'])).toEqual([]);
  });

  test('stand among the others in an order that tells nothing of their truth', () => {
    const all = draftSentences(held).map((one) => ('bias' in one ? one.bias : one.told.finding));
    expect(all).toEqual(['adoptionLow', 'movedBaseline', 'recentBuyers', 'recordsWrong']);
  });
});
