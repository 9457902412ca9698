/** The tool in words: what was bought and how it suits the work, and what each generation took from the limits of the one before. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { list, number, signed, signedPercent } from '../format.ts';
import { type CardRow, telling } from './cardRow.ts';

/** Two rows: the tool bought last, and the limits from personal notes to CRM. */
export function toolRows(tool: CardsAgainstTruth['tool'], { used, eased }: CardsAgainstTruth['generations']): CardRow[] {
  const generations = telling('generation', m.cards_generation_name());
  const eases = (share: number, digits: number): string => generations.as('share', share, signedPercent(share, digits));
  return [
    {
      name: word('card', 'imp.tool'),
      said:
        tool === null
          ? [optionWord('imp.tool', 'present')]
          : [
              m.cards_tool_said({
                tool: optionWord('imp.tool', tool.tool),
                vendor: optionWord('imp.vendor', tool.vendor),
                quarter: number(tool.bought),
              }),
              ...(tool.trial ? [m.cards_tool_trial()] : []),
            ],
      truth: tool === null ? [] : toolTruth(tool),
    },
    {
      name: m.cards_generation_name(),
      said: [list(used.map((each) => optionWord('imp.tool', each)))],
      truth: eased.map(({ generation, quarters, change, full }) => {
        const said = { what: word('generation', generation), full: eases(full, 0) };
        return change === null
          ? m.cards_generation_never(said)
          : m.cards_generation_line({ ...said, change: eases(change, 1), quarters: generations.count(quarters) });
      }),
    },
  ];
}

function toolTruth({ fit, adoption, fits, stance, priceFactor, onOffer }: NonNullable<CardsAgainstTruth['tool']>): string[] {
  const name = word('card', 'imp.tool');
  const [suits, sells, price] = [telling('toolFit', name), telling('vendor', name), telling('toolPrice', name)];
  const vendors = (['a', 'b', 'c'] as const).map((id) =>
    m.cards_part({ name: optionWord('imp.vendor', id), value: sells.as('points', 100 * fits[id], signed(100 * fits[id])) }),
  );
  const paid = { stance: optionWord('biz.tech', stance), share: price.share(priceFactor, 0) };
  return [
    m.cards_tool_fit({ fit: suits.points(100 * fit), adoption: suits.points(adoption) }),
    m.cards_tool_vendors({ fits: list(vendors) }),
    stance !== 'lead' && priceFactor < 1 ? m.cards_tool_price_less(paid) : m.cards_tool_price(paid),
    ...(onOffer ? [m.cards_tool_pitch()] : []),
  ];
}
