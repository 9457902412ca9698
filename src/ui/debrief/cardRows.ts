/** The cards against the truth in words: one row a card, what was decided beside what was the case. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { SplitAgainstMarket } from '../../game/cards/strategyCards.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord, segmentName } from '../cockpit/planWords.ts';
import { kpiFigure, list, money, number, percent } from '../format.ts';
import { type CardRow, named, options } from './cardRow.ts';
import { campaignRows } from './campaignRows.ts';
import { channelCardRows } from './channelRows.ts';
import { cycleRows } from './cycleRows.ts';
import { dataRows } from './dataRows.ts';
import { aheadRows, organisationRows, programmeRows } from './houseRows.ts';
import { contactRows, forceRows, leverRow, rivalRows } from './marketRows.ts';
import { measureRows } from './measureRows.ts';
import { needRows } from './needRows.ts';
import { partnerRow } from './partnerRow.ts';
import { quarterWords } from './quarterWords.ts';
import { rewardRows } from './rewardRows.ts';
import { senseRows } from './senseRows.ts';

export const cardGroups = [
  'strategy',
  'customers',
  'groups',
  'contacts',
  'rewards',
  'channels',
  'rivals',
  'organisation',
  'programme',
  'ahead',
] as const;

/** Rows of one group, in the order of the page. */
export function cardRows(group: (typeof cardGroups)[number], cards: CardsAgainstTruth, scenario: Scenario): CardRow[] {
  switch (group) {
    case 'strategy':
      return strategyRows(cards, scenario);
    case 'customers':
      return [...customerRows(cards, scenario), ...dataRows(cards), ...cycleRows(cards, scenario), ...needRows(cards, scenario)];
    case 'groups':
      return groupRows(cards, scenario);
    case 'contacts':
      return [...contactRows(cards, scenario), ...campaignRows(cards, scenario)];
    case 'rewards':
      return rewardRows(cards, scenario);
    case 'channels':
      return channelCardRows(cards, scenario);
    case 'rivals':
      return rivalRows(cards, scenario);
    case 'organisation':
      return [...organisationRows(cards), ...measureRows(cards, scenario)];
    case 'programme':
      return programmeRows(cards, scenario);
    case 'ahead':
      return [...aheadRows(cards, scenario), ...senseRows(cards, scenario)];
  }
}

function referralLines({ referred: [from, to], searchCost, searchCostAlone }: SplitAgainstMarket, currency: string): string[] {
  if (from === null || to === null || searchCost === null || searchCostAlone === null) return [];
  return [
    m.cards_split_referred({ from: percent(from, 0), to: percent(to, 0) }),
    m.cards_split_search({ cost: money(searchCost, currency), alone: money(searchCostAlone, currency) }),
  ];
}

function strategyRows(cards: CardsAgainstTruth, scenario: Scenario): CardRow[] {
  const { currency } = scenario;
  const { boxes, forces, split, budget, goal, position, vision, clashes, quarters } = cards;
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
    return kpi === null ? name : m.cards_measure({ measure: name, from: kpiFigure(kpi, from, currency), to: kpiFigure(kpi, to, currency) });
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
          : m.cards_forces_truth({ forces: list(options('biz.forces', forces.truth)), right: number(forces.right) }),
      ],
    },
    ...forceRows(cards, scenario),
    leverRow(cards),
    {
      name: word('card', 'biz.split'),
      said: [m.cards_split_said({ share: percent(split.acquire, 0) })],
      truth: [m.cards_split_truth({ share: percent(split.saturation, 0) }), ...referralLines(split, currency)],
    },
    {
      name: m.cards_budget_name(),
      said: [
        optionWord('biz.generic', budget.generic),
        ...parts.map((part) => m.cards_part({ name: optionWord('biz.budget', part), value: percent(budget.split[part], 0) })),
      ],
      truth: [
        m.cards_budget_truth({ weakest: optionWord('biz.budget', budget.weakest), works: number(100 * budget.works) }),
        m.cards_cost({ money: money(cards.costACustomer, currency) }),
      ],
    },
    {
      name: word('card', 'crm.goal'),
      said: [optionWord('crm.goal', goal.goal)],
      truth: [m.cards_orphan({ share: percent(goal.orphan, 0) }), ...(measures.length > 0 ? measures : [m.cards_measure_none()])],
    },
    {
      name: word('control', 'biz.position'),
      said: [optionWord('biz.position', position.line)],
      truth:
        position.kept + position.broken > 0
          ? [m.cards_position_truth({ kept: number(position.kept), broken: number(position.broken) })]
          : [],
    },
    {
      name: word('control', 'biz.vision'),
      said: [
        m.cards_vision_said({
          goal: optionWord('biz.vision.goal', vision.goal),
          held: number(vision.explicit),
          of: number(quarters),
        }),
      ],
      truth: vision.signs.map(({ sign, quarters: held }) =>
        m.cards_sign({ sign: word('cards_signs', sign), held: number(held), of: number(quarters) }),
      ),
    },
    ...(clashes.length > 0
      ? clashes.map(({ code, quarters: held }) => ({
          name: m.cards_clash_name(),
          said: [word('clash', code)],
          truth: [m.cards_clash_truth({ quarters: quarterWords(held) })],
        }))
      : [{ name: m.cards_clash_name(), said: [m.cards_clash_none()], truth: [m.cards_clash_none()] }]),
  ];
}

function customerRows({ core, cut, fields, partner }: CardsAgainstTruth, { currency, market }: Scenario): CardRow[] {
  const worth = ({ segment, share, perCustomer }: NonNullable<typeof core.core>): string =>
    m.cards_worth({ segment: segmentName(market.segments, segment), share: percent(share, 0), money: money(perCustomer, currency) });
  const variable = (id: string): string => optionWord('cus.vars', id);
  const held = fields.used.length + fields.unused.length;
  return [
    {
      name: word('card', 'cus.core'),
      said: [core.core === null ? m.cards_none() : worth(core.core)],
      truth: [core.core?.segment === core.best.segment ? m.cards_core_right() : m.cards_core_other({ worth: worth(core.best) })],
    },
    {
      name: word('card', 'cus.vars'),
      said: [m.cards_cut_said({ variables: named(cut.variables.map((each) => variable(each.variable))), segments: number(cut.segments) })],
      truth: [
        ...cut.variables.map((each) =>
          each.usable
            ? m.cards_variable({ variable: variable(each.variable), share: percent(each.explains, 0) })
            : m.cards_variable_unusable({ variable: variable(each.variable) }),
        ),
        m.cards_cut_sharp({ share: percent(cut.sharpness, 0), last: percent(cut.lastSegment, 0) }),
        m.cards_cut_best({ variables: list(cut.best.variables.map(variable)), share: percent(cut.best.sharpness, 0) }),
      ],
    },
    {
      name: word('card', 'dat.fields'),
      said: [m.cards_fields_said({ count: number(held) })],
      truth: [
        m.cards_fields_used({ count: number(fields.used.length) }),
        ...(fields.unused.length > 0 ? [m.cards_fields_unused({ fields: list(options('dat.fields', fields.unused)) })] : []),
        ...(fields.lacking.length > 0 ? [m.cards_fields_lacking({ fields: list(options('dat.fields', fields.lacking)) })] : []),
      ],
    },
    partnerRow(partner),
  ];
}

function groupRows({ groups }: CardsAgainstTruth, { currency, market }: Scenario): CardRow[] {
  const depths = ['transactional', 'supportive', 'partner', 'oneToOne'];
  const depth = (steps: number): string => optionWord('cus.depth', depths[Math.round(steps)] ?? 'oneToOne');
  return groups.map((group) => ({
    name: segmentName(market.segments, group.segment),
    said: [
      m.cards_group_said({ task: optionWord('cus.task', group.task), depth: depth(group.depth), grain: number(group.grain) }),
      ...(group.refused ? [m.cards_group_refused()] : []),
    ],
    truth: [
      m.cards_group_wanted({ depth: depth(group.wanted) }),
      m.cards_group_flow({ won: number(group.won), lost: number(group.lost), rate: percent(group.hitRate) }),
      m.cards_group_worth({ from: money(group.worthFrom, currency), to: money(group.worthTo, currency) }),
    ],
  }));
}
