/** Contacts, forces, resources and advantages in words: what was decided beside what the market made of it. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { ValuePlace } from '../../game/cards/rivalCards.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { word } from '../../text/words.ts';
import { optionWord, segmentName } from '../cockpit/planWords.ts';
import { inSentence, list, money, number, percent, signed, signedPercent } from '../format.ts';
import { language } from '../language.svelte.ts';
import type { CardRow } from './cardRow.ts';

type Contacts = CardsAgainstTruth['contacts'];

function contactLines(
  {
    made,
    responses,
    delivered,
    perContact,
    perResponse,
    wrong,
    wrongPerThousand,
  }: Contacts['groups'][number] | Contacts['approaches'][number],
  currency: string,
  tailored: boolean,
): string[] {
  const lines = perContact === null ? [] : [m.cards_contacts_cost({ each: money(perContact, currency) })];
  if (perResponse !== null) {
    const rate = number((1000 * responses) / made);
    lines.push(m.cards_contacts_response({ responses: number(responses), rate, each: money(perResponse, currency) }));
  } else if (made > 0) lines.push(m.cards_contacts_silent());
  if (tailored) lines.push(m.cards_contacts_delivered({ grain: number(delivered) }));
  if (tailored || wrong > 0) {
    const count = number(wrong);
    lines.push(
      wrongPerThousand === null
        ? m.cards_contacts_wrong_only({ count })
        : m.cards_contacts_wrong({ count, rate: number(wrongPerThousand) }),
    );
  }
  return lines;
}

function contactReading({ cheapest, answered, both, finer }: Contacts): string[] {
  if (cheapest === null || answered === null) return [m.cards_contacts_one()];
  const said = (approach: string): string => inSentence(word('cards_approach', approach));
  return [
    cheapest === answered
      ? m.cards_contacts_same({ approach: said(cheapest) })
      : m.cards_contacts_trade({ cheapest: said(cheapest), answered: said(answered) }),
    ...(both > 0 ? [m.cards_contacts_within({ both: number(both), finer: number(finer) })] : []),
  ];
}

/** Contacts by approach, what the comparison says, and by group and grain. */
export function contactRows({ contacts }: CardsAgainstTruth, { currency, market }: Scenario): CardRow[] {
  return [
    ...contacts.approaches.map((each) => ({
      name: word('cards_approach', each.approach),
      said: [m.cards_contacts_all({ made: number(each.made) })],
      truth: contactLines(each, currency, each.approach !== 'mass'),
    })),
    { name: m.cards_contacts_reading(), said: [], truth: contactReading(contacts) },
    ...contacts.groups.map((each) => ({
      name: segmentName(market.segments, each.segment),
      said: [each.made > 0 ? m.cards_contacts_said({ grain: number(each.mode), made: number(each.made) }) : m.cards_contacts_none()],
      truth: contactLines(each, currency, each.mode > 0),
    })),
  ];
}

/** What pressed on the firm although the market was the same for all; no row for a force that does not press. */
export function forceRows({ power, substitutes, quarters }: CardsAgainstTruth, { currency }: Scenario): CardRow[] {
  const of = number(quarters);
  const rows: CardRow[] = [];
  if (power !== null) {
    const { named, noDiscount, lost, ofRevenue, ofContribution } = power;
    rows.push({
      name: optionWord('biz.forces', 'buyers'),
      said: [m.cards_power_said({ named: number(named), of, strict: number(noDiscount) })],
      truth: [m.cards_power_truth({ money: money(lost, currency), revenue: percent(ofRevenue), contribution: percent(ofContribution) })],
    });
  }
  if (substitutes !== null) {
    const causes = substitutes.causes.map(({ cause, share }) => m.cards_part({ name: word('cause', cause), value: percent(share, 0) }));
    rows.push({
      name: optionWord('biz.forces', 'substitutes'),
      said: [m.cards_substitutes_said({ named: number(substitutes.named), of })],
      truth: [
        m.cards_substitutes_truth({ left: number(substitutes.left), all: number(substitutes.all) }),
        ...(causes.length > 0 ? [m.cards_substitutes_causes({ causes: list(causes) })] : []),
      ],
    });
  }
  return rows;
}

/** What the strategy does to a lever, in its own unit. */
function leverEffect(lever: 'costToServe' | 'quality' | 'core', effect: number): string {
  if (lever === 'quality') return m.cards_lever_effect_quality({ change: signed(100 * effect, 1) });
  const change = signedPercent(effect);
  return lever === 'costToServe' ? m.cards_lever_effect_cost({ change }) : m.cards_lever_effect_core({ change });
}

/** The generic strategy against the money behind it. */
export function leverRow({ levers }: CardsAgainstTruth): CardRow {
  return {
    name: m.cards_levers_name(),
    said: [optionWord('biz.generic', levers.generic)],
    truth: [
      ...levers.levers.map(({ lever, effect, share }) =>
        m.cards_lever_line({ lever: word('cards_lever', lever), effect: leverEffect(lever, effect), share: percent(share, 0) }),
      ),
      m.cards_levers_fit({ strengthened: percent(levers.strengthened, 0), neglected: percent(levers.neglected, 0) }),
    ],
  };
}

const placeWords = ({ price, quality, care }: ValuePlace): string =>
  m.cards_map_place({ price: signedPercent(price), quality: signed(quality, 1), care: signed(care, 1) });

/** Place on the value map, each advantage won with how long it held, and what no rival can copy. */
export function rivalRows({ advantage, valueMap }: CardsAgainstTruth, { currency, firms }: Scenario): CardRow[] {
  const nameOf = (id: string): string => localText(firms.find((firm) => firm.id === id)!.name, language.current);
  const { level, reached, records, relationship } = advantage.own;
  const edges = advantage.edges.map(({ edge, since, gained, lead, seen, halfLife, followed, takenBack }): CardRow => {
    const size = edge === 'price' ? percent(gained) : m.cards_edge_points({ points: number(100 * gained, 1) });
    const rivals = followed.map(({ rival, quarter }) => m.cards_edge_rival({ rival: nameOf(rival), quarter: number(quarter) }));
    const held = halfLife === null ? m.cards_edge_held({ quarters: number(seen) }) : m.cards_edge_half({ quarters: number(halfLife) });
    return {
      name: word('cards_edge', edge),
      said: [m.cards_edge_said({ gained: size, quarter: number(since) })],
      truth: [
        lead > 0 ? held : m.cards_edge_never(),
        rivals.length > 0 ? m.cards_edge_followed({ rivals: list(rivals) }) : m.cards_edge_alone(),
        ...(takenBack ? [m.cards_edge_back()] : []),
      ],
    };
  });
  const levelWord = (id: string): string => word('level', id);
  return [
    {
      name: m.cards_map_name(),
      said: [m.cards_map_from({ place: placeWords(valueMap.from) })],
      truth: [m.cards_map_to({ place: placeWords(valueMap.to) })],
    },
    ...(edges.length > 0 ? edges : [{ name: m.cards_edges_name(), said: [m.cards_edges_none()], truth: [] }]),
    {
      name: m.cards_own_name(),
      said: [
        reached === null
          ? m.cards_own_level_same({ to: levelWord(level[1]) })
          : m.cards_own_level({ from: levelWord(level[0]), to: levelWord(level[1]), quarter: number(reached) }),
      ],
      truth: [
        m.cards_own_records({ from: number(records[0]), to: number(records[1]) }),
        m.cards_own_relations({ from: money(relationship[0], currency), to: money(relationship[1], currency) }),
      ],
    },
  ];
}
