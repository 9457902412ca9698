/** Cards of strategy in words: what was decided beside what came of it. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { SplitAgainstMarket } from '../../game/cards/strategyCards.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { kpiFigure, list, number } from '../format.ts';
import { opening } from '../glassBox/opening.ts';
import { type CardRow, named, options, telling } from './cardRow.ts';
import { forceRows, leverRow } from './marketRows.ts';
import { quarterWords } from './quarterWords.ts';

function referralLines({ referred: [from, to], searchCost, searchCostAlone }: SplitAgainstMarket, currency: string): string[] {
  if (from === null || to === null || searchCost === null || searchCostAlone === null) return [];
  const split = word('card', 'biz.split');
  const [told, search] = [telling('splitReferred', split), telling('splitSearch', split, currency)];
  return [
    m.cards_split_referred({ from: told.share(from, 0), to: told.share(to, 0) }),
    m.cards_split_search({ cost: search.money(searchCost), alone: search.money(searchCostAlone) }),
  ];
}

export function strategyRows(cards: CardsAgainstTruth, scenario: Scenario): CardRow[] {
  const { currency } = scenario;
  const { boxes, forces, split, budget, goal, position, vision, clashes, quarters } = cards;
  const splitName = word('card', 'biz.split');
  const spent = telling('budget', m.cards_budget_name());
  const held = (name: string, count: number): string => telling('held', name).count(count);
  const boxName = {
    forces: word('card', 'biz.forces'),
    core: word('card', 'cus.core'),
    position: word('control', 'biz.position'),
    goal: word('card', 'crm.goal'),
    path: word('card', 'crm.path'),
  };
  const empty = boxes.filter(({ since }) => since === null).map(({ box }) => boxName[box]);
  const parts = ['marketing', 'sales', 'service', 'people', 'technology'] as const;
  const measures = goal.measures.map(({ measure, kpi, from, to, fits }) => {
    const name = optionWord('crm.measures', measure);
    if (!fits) return m.cards_measure_unfit({ measure: name });
    if (kpi === null) return name;
    // New customers are counted in the unit of all customers and are not these.
    const at = (value: number, quarter: number): string =>
      measure === 'newCustomers' ? telling('won', name).count(value) : opening(`kpi.${kpi}`, kpiFigure(kpi, value, currency), { quarter });
    return m.cards_measure({ measure: name, from: at(from, 1), to: at(to, quarters) });
  });
  return [
    {
      name: m.cards_boxes_name(),
      said: boxes.flatMap((each) =>
        each.since === null ? [] : [m.cards_box_filled({ box: boxName[each.box], quarter: number(each.since) })],
      ),
      truth: [empty.length > 0 ? m.cards_boxes_empty({ boxes: list(empty) }) : m.cards_boxes_full()],
    },
    {
      name: word('card', 'biz.forces'),
      said: [named(options('biz.forces', forces?.named ?? []))],
      truth: [
        forces === null
          ? m.cards_forces_open()
          : m.cards_forces_truth({
              forces: list(options('biz.forces', forces.truth)),
              right: telling('forces', word('card', 'biz.forces')).count(forces.right),
            }),
      ],
    },
    ...forceRows(cards, scenario),
    leverRow(cards),
    {
      name: word('card', 'biz.split'),
      said: [m.cards_split_said({ share: telling('splitUsed', splitName).share(split.acquire, 0) })],
      truth: [
        m.cards_split_truth({ share: telling('splitTaken', splitName).share(split.saturation, 0) }),
        ...referralLines(split, currency),
      ],
    },
    {
      name: m.cards_budget_name(),
      said: [
        optionWord('biz.generic', budget.generic),
        ...parts.map((part) => m.cards_part({ name: optionWord('biz.budget', part), value: spent.share(budget.split[part], 0) })),
      ],
      truth: [
        m.cards_budget_truth({
          weakest: optionWord('biz.budget', budget.weakest),
          works: telling('budgetWorks', m.cards_budget_name()).as('share', budget.works, number(100 * budget.works)),
        }),
        m.cards_cost({ money: telling('costACustomer', m.cards_budget_name(), currency).money(cards.costACustomer) }),
      ],
    },
    {
      name: word('card', 'crm.goal'),
      said: [optionWord('crm.goal', goal.goal)],
      truth: [
        m.cards_orphan({ share: telling('orphan', word('card', 'crm.goal')).share(goal.orphan, 0) }),
        ...(measures.length > 0 ? measures : [m.cards_measure_none()]),
      ],
    },
    {
      name: word('control', 'biz.position'),
      said: [optionWord('biz.position', position.line)],
      truth:
        position.kept + position.broken > 0
          ? [
              m.cards_position_truth({
                kept: held(word('control', 'biz.position'), position.kept),
                broken: held(word('control', 'biz.position'), position.broken),
              }),
            ]
          : [],
    },
    {
      name: word('control', 'biz.vision'),
      said: [
        m.cards_vision_said({
          goal: optionWord('biz.vision.goal', vision.goal),
          held: held(word('control', 'biz.vision'), vision.explicit),
          of: number(quarters),
        }),
      ],
      truth: vision.signs.map(({ sign, quarters: count }) =>
        m.cards_sign({ sign: word('cards_signs', sign), held: held(word('cards_signs', sign), count), of: number(quarters) }),
      ),
    },
    ...(clashes.length > 0
      ? clashes.map(({ code, quarters: when }) => ({
          name: m.cards_clash_name(),
          said: [word('clash', code)],
          truth: [m.cards_clash_truth({ quarters: quarterWords(when) })],
        }))
      : [{ name: m.cards_clash_name(), said: [m.cards_clash_none()], truth: [m.cards_clash_none()] }]),
  ];
}
