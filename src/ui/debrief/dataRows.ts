/** Security and the matching rule in words: what was decided, what it cost, saved and left. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { fixed, number, percent } from '../format.ts';
import type { CardRow } from './cardRow.ts';
import { quarterWords } from './quarterWords.ts';

function safetyRow(safety: NonNullable<CardsAgainstTruth['safety']>): CardRow {
  const { units, slowed, expected, bare, struck, averted, withdrew } = safety;
  const cost = units > 0 ? m.cards_safe_cost({ units: number(units), slowed: number(slowed) }) : m.cards_safe_free();
  return {
    name: word('card', 'dat.safe'),
    said: [optionWord('dat.safe', safety.safety), cost],
    truth: [
      m.cards_safe_saved({ expected: fixed(expected, 2), bare: fixed(bare, 2) }),
      struck.length > 0 ? m.cards_safe_struck({ quarters: quarterWords(struck), people: number(withdrew) }) : m.cards_safe_spared(),
      ...(averted.length > 0 ? [m.cards_safe_averted({ quarters: quarterWords(averted) })] : []),
    ],
  };
}

function mergesRow(merges: NonNullable<CardsAgainstTruth['merges']>): CardRow {
  const { rule, missed, mistaken, misjoined, duplicated } = merges;
  return {
    name: word('card', 'dat.clean'),
    said: [optionWord('dat.match', rule)],
    truth: [
      missed === null ? m.cards_match_idle() : m.cards_match_truth({ missed: percent(missed, 0) }),
      ...(mistaken === null ? [] : [m.cards_match_mistaken({ mistaken: percent(mistaken) })]),
      m.cards_match_left({ misjoined: number(misjoined), duplicated: number(duplicated) }),
    ],
  };
}

/** None for a run of an older engine. */
export const dataRows = ({ safety, merges }: CardsAgainstTruth): CardRow[] => [
  ...(merges === null ? [] : [mergesRow(merges)]),
  ...(safety === null ? [] : [safetyRow(safety)]),
];
