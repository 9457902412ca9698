/** The cards against the truth in words: one row a card, what was decided beside what was the case. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord, segmentName } from '../cockpit/planWords.ts';
import { list, number } from '../format.ts';
import { type CardRow, named, options, telling } from './cardRow.ts';
import { campaignRows } from './campaignRows.ts';
import { channelCardRows } from './channelRows.ts';
import { cycleRows } from './cycleRows.ts';
import { dataRows } from './dataRows.ts';
import { aheadRows, organisationRows, programmeRows } from './houseRows.ts';
import { contactRows, rivalRows } from './marketRows.ts';
import { measureRows } from './measureRows.ts';
import { needRows } from './needRows.ts';
import { partnerRow } from './partnerRow.ts';
import { rewardRows } from './rewardRows.ts';
import { senseRows } from './senseRows.ts';
import { strategyRows } from './strategyRows.ts';

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

function customerRows({ core, cut, fields, partner }: CardsAgainstTruth, { currency, market }: Scenario): CardRow[] {
  const worthy = telling('worth', word('card', 'cus.core'), currency);
  const cutBy = telling('cut', word('card', 'cus.vars'));
  const onFile = telling('fields', word('card', 'dat.fields'));
  const worth = ({ segment, share, perCustomer }: NonNullable<typeof core.core>): string =>
    m.cards_worth({ segment: segmentName(market.segments, segment), share: worthy.share(share, 0), money: worthy.money(perCustomer) });
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
            ? m.cards_variable({ variable: variable(each.variable), share: cutBy.share(each.explains, 0) })
            : m.cards_variable_unusable({ variable: variable(each.variable) }),
        ),
        m.cards_cut_sharp({ share: cutBy.share(cut.sharpness, 0), last: cutBy.share(cut.lastSegment, 0) }),
        m.cards_cut_best({ variables: list(cut.best.variables.map(variable)), share: cutBy.share(cut.best.sharpness, 0) }),
      ],
    },
    {
      name: word('card', 'dat.fields'),
      said: [m.cards_fields_said({ count: onFile.count(held) })],
      truth: [
        m.cards_fields_used({ count: onFile.count(fields.used.length) }),
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
  return groups.map((group) => {
    const name = segmentName(market.segments, group.segment);
    const [flow, worth] = [telling('groupFlow', name), telling('worth', name, currency)];
    return {
      name,
      said: [
        m.cards_group_said({ task: optionWord('cus.task', group.task), depth: depth(group.depth), grain: number(group.grain) }),
        ...(group.refused ? [m.cards_group_refused()] : []),
      ],
      truth: [
        m.cards_group_wanted({ depth: depth(group.wanted) }),
        m.cards_group_flow({ won: flow.count(group.won), lost: flow.count(group.lost), rate: flow.share(group.hitRate) }),
        m.cards_group_worth({ from: worth.money(group.worthFrom), to: worth.money(group.worthTo) }),
      ],
    };
  });
}
