/** The partner in words: what was agreed, what it brought, and whom it cost. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { type CardRow, telling } from './cardRow.ts';

export function partnerRow(partner: CardsAgainstTruth['partner']): CardRow {
  const name = word('card', 'biz.partner');
  if (partner === null) return { name, said: [optionWord('biz.partner', 'refuse')], truth: [] };
  const told = telling('partner', name);
  const { mode, reached, shared, wonWithout, wonWith, known, withdrew } = partner;
  const won =
    wonWithout === null || wonWith === null ? [] : [m.cards_partner_won({ without: told.count(wonWithout), with: told.count(wonWith) })];
  const records =
    known === null
      ? []
      : [
          m.cards_partner_known({
            coverageFrom: told.share(known.coverageFrom, 0),
            coverageTo: told.share(known.coverageTo, 0),
            depthFrom: told.share(known.depthFrom, 0),
            depthTo: told.share(known.depthTo, 0),
          }),
          m.cards_partner_withdrew({ people: told.count(withdrew) }),
        ];
  return {
    name,
    said: [optionWord('biz.partner', mode), m.cards_partner_said({ reached: told.count(reached), shared: told.count(shared) })],
    truth: [...won, ...records],
  };
}
