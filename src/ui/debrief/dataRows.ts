/** Security and the matching rule in words: what was decided, what it cost, saved and left. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { fixed, number } from '../format.ts';
import { type CardRow, telling } from './cardRow.ts';
import { quarterWords } from './quarterWords.ts';

function safetyRow(safety: NonNullable<CardsAgainstTruth['safety']>): CardRow {
  const { units, slowed, expected, bare, struck, averted, withdrew } = safety;
  const name = word('card', 'dat.safe');
  const told = telling('safety', name);
  const cost =
    units > 0 ? m.cards_safe_cost({ units: told.as('units', units, number(units)), slowed: told.count(slowed) }) : m.cards_safe_free();
  return {
    name,
    said: [optionWord('dat.safe', safety.safety), cost],
    truth: [
      m.cards_safe_saved({ expected: told.as('number', expected, fixed(expected, 2)), bare: told.as('number', bare, fixed(bare, 2)) }),
      struck.length > 0 ? m.cards_safe_struck({ quarters: quarterWords(struck), people: told.count(withdrew) }) : m.cards_safe_spared(),
      ...(averted.length > 0 ? [m.cards_safe_averted({ quarters: quarterWords(averted) })] : []),
    ],
  };
}

function mergesRow(merges: NonNullable<CardsAgainstTruth['merges']>): CardRow {
  const { rule, missed, mistaken, misjoined, duplicated } = merges;
  const name = word('card', 'dat.clean');
  const told = telling('merges', name);
  return {
    name,
    said: [optionWord('dat.match', rule)],
    truth: [
      missed === null ? m.cards_match_idle() : m.cards_match_truth({ missed: told.share(missed, 0) }),
      ...(mistaken === null ? [] : [m.cards_match_mistaken({ mistaken: told.share(mistaken) })]),
      m.cards_match_left({ misjoined: told.count(misjoined), duplicated: told.count(duplicated) }),
    ],
  };
}

/** None for a run of an older engine. */
export const dataRows = ({ safety, merges }: CardsAgainstTruth): CardRow[] => [
  ...(merges === null ? [] : [mergesRow(merges)]),
  ...(safety === null ? [] : [safetyRow(safety)]),
];
