/** The partner in words: what was agreed, what it brought, and whom it cost. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { number, percent } from '../format.ts';
import type { CardRow } from './cardRow.ts';

export function partnerRow(partner: CardsAgainstTruth['partner']): CardRow {
  const name = word('card', 'biz.partner');
  if (partner === null) return { name, said: [optionWord('biz.partner', 'refuse')], truth: [] };
  const { mode, reached, shared, wonWithout, wonWith, known, withdrew } = partner;
  const won = wonWithout === null || wonWith === null ? [] : [m.cards_partner_won({ without: number(wonWithout), with: number(wonWith) })];
  const records =
    known === null
      ? []
      : [
          m.cards_partner_known({
            coverageFrom: percent(known.coverageFrom, 0),
            coverageTo: percent(known.coverageTo, 0),
            depthFrom: percent(known.depthFrom, 0),
            depthTo: percent(known.depthTo, 0),
          }),
          m.cards_partner_withdrew({ people: number(withdrew) }),
        ];
  return {
    name,
    said: [optionWord('biz.partner', mode), m.cards_partner_said({ reached: number(reached), shared: number(shared) })],
    truth: [...won, ...records],
  };
}
