/** Contacts, forces, resources and advantages in words: what was decided beside what the market made of it. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { ValuePlace } from '../../game/cards/rivalCards.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { word } from '../../text/words.ts';
import { optionWord, segmentName } from '../cockpit/planWords.ts';
import { inSentence, list, number, signed, signedPercent } from '../format.ts';
import { opening } from '../glassBox/opening.ts';
import { language } from '../language.svelte.ts';
import { type CardRow, telling, type Teller } from './cardRow.ts';

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
  told: Teller,
  tailored: boolean,
): string[] {
  const perThousand = (rate: number): string => told.as('perThousand', rate, number(rate));
  const lines = perContact === null ? [] : [m.cards_contacts_cost({ each: told.money(perContact) })];
  if (perResponse !== null) {
    const rate = perThousand((1000 * responses) / made);
    lines.push(m.cards_contacts_response({ responses: told.count(responses), rate, each: told.money(perResponse) }));
  } else if (made > 0) lines.push(m.cards_contacts_silent());
  if (tailored) lines.push(m.cards_contacts_delivered({ grain: told.points(delivered) }));
  if (tailored || wrong > 0) {
    const count = told.count(wrong);
    lines.push(
      wrongPerThousand === null
        ? m.cards_contacts_wrong_only({ count })
        : m.cards_contacts_wrong({ count, rate: perThousand(wrongPerThousand) }),
    );
  }
  return lines;
}

function contactReading({ cheapest, answered, both, finer }: Contacts, told: Teller): string[] {
  if (cheapest === null || answered === null) return [m.cards_contacts_one()];
  const said = (approach: string): string => inSentence(word('cards_approach', approach));
  return [
    cheapest === answered
      ? m.cards_contacts_same({ approach: said(cheapest) })
      : m.cards_contacts_trade({ cheapest: said(cheapest), answered: said(answered) }),
    ...(both > 0 ? [m.cards_contacts_within({ both: told.count(both), finer: told.count(finer) })] : []),
  ];
}

/** Contacts by approach, what the comparison says, and by group and grain. */
export function contactRows({ contacts }: CardsAgainstTruth, { currency, market }: Scenario): CardRow[] {
  return [
    ...contacts.approaches.map((each) => {
      const name = word('cards_approach', each.approach);
      const told = telling('contacts', name, currency);
      return {
        name,
        said: [m.cards_contacts_all({ made: told.count(each.made) })],
        truth: contactLines(each, told, each.approach !== 'mass'),
      };
    }),
    {
      name: m.cards_contacts_reading(),
      said: [],
      truth: contactReading(contacts, telling('contacts', m.cards_contacts_reading())),
    },
    ...contacts.groups.map((each) => {
      const name = segmentName(market.segments, each.segment);
      const told = telling('contacts', name, currency);
      return {
        name,
        said: [each.made > 0 ? m.cards_contacts_said({ grain: number(each.mode), made: told.count(each.made) }) : m.cards_contacts_none()],
        truth: contactLines(each, told, each.mode > 0),
      };
    }),
  ];
}

/** What pressed on the firm although the market was the same for all; no row for a force that does not press. */
export function forceRows({ power, substitutes, quarters }: CardsAgainstTruth, { currency }: Scenario): CardRow[] {
  const of = number(quarters);
  const rows: CardRow[] = [];
  if (power !== null) {
    const { named, noDiscount, lost, ofRevenue, ofContribution } = power;
    const name = optionWord('biz.forces', 'buyers');
    const told = telling('buyers', name, currency);
    rows.push({
      name,
      said: [m.cards_power_said({ named: told.count(named), of, strict: told.count(noDiscount) })],
      truth: [m.cards_power_truth({ money: told.money(lost), revenue: told.share(ofRevenue), contribution: told.share(ofContribution) })],
    });
  }
  if (substitutes !== null) {
    const name = optionWord('biz.forces', 'substitutes');
    const told = telling('substitutes', name);
    const causes = substitutes.causes.map(({ cause, share }) => m.cards_part({ name: word('cause', cause), value: told.share(share, 0) }));
    rows.push({
      name,
      said: [m.cards_substitutes_said({ named: told.count(substitutes.named), of })],
      truth: [
        m.cards_substitutes_truth({ left: told.count(substitutes.left), all: told.count(substitutes.all) }),
        ...(causes.length > 0 ? [m.cards_substitutes_causes({ causes: list(causes) })] : []),
      ],
    });
  }
  return rows;
}

/** What the strategy does to a lever, in its own unit. */
function leverEffect(lever: 'costToServe' | 'quality' | 'core', effect: number, told: Teller): string {
  if (lever === 'quality') return m.cards_lever_effect_quality({ change: told.as('points', 100 * effect, signed(100 * effect, 1)) });
  const change = told.as('share', effect, signedPercent(effect));
  return lever === 'costToServe' ? m.cards_lever_effect_cost({ change }) : m.cards_lever_effect_core({ change });
}

/** The generic strategy against the money behind it. */
export function leverRow({ levers }: CardsAgainstTruth): CardRow {
  const told = telling('levers', m.cards_levers_name());
  return {
    name: m.cards_levers_name(),
    said: [optionWord('biz.generic', levers.generic)],
    truth: [
      ...levers.levers.map(({ lever, effect, share }) =>
        m.cards_lever_line({ lever: word('cards_lever', lever), effect: leverEffect(lever, effect, told), share: told.share(share, 0) }),
      ),
      m.cards_levers_fit({ strengthened: told.share(levers.strengthened, 0), neglected: told.share(levers.neglected, 0) }),
    ],
  };
}

function placeWords({ price, quality, care }: ValuePlace): string {
  const told = telling('place', m.cards_map_name());
  const points = (value: number): string => told.as('points', value, signed(value, 1));
  return m.cards_map_place({ price: told.as('share', price, signedPercent(price)), quality: points(quality), care: points(care) });
}

/** Place on the value map, each advantage won with how long it held, and what no rival can copy. */
export function rivalRows({ advantage, valueMap, quarters: played }: CardsAgainstTruth, { currency, firms }: Scenario): CardRow[] {
  const nameOf = (id: string): string => localText(firms.find((firm) => firm.id === id)!.name, language.current);
  const { level, reached, records, relationship } = advantage.own;
  const edges = advantage.edges.map(({ edge, since, gained, lead, seen, halfLife, followed, takenBack }): CardRow => {
    const name = word('cards_edge', edge);
    const told = telling('edge', name);
    const size = edge === 'price' ? told.share(gained) : m.cards_edge_points({ points: told.points(100 * gained, 1) });
    const rivals = followed.map(({ rival, quarter }) => m.cards_edge_rival({ rival: nameOf(rival), quarter: number(quarter) }));
    const held =
      halfLife === null ? m.cards_edge_held({ quarters: told.count(seen) }) : m.cards_edge_half({ quarters: told.count(halfLife) });
    return {
      name,
      said: [m.cards_edge_said({ gained: size, quarter: number(since) })],
      truth: [
        lead > 0 ? held : m.cards_edge_never(),
        rivals.length > 0 ? m.cards_edge_followed({ rivals: list(rivals) }) : m.cards_edge_alone(),
        ...(takenBack ? [m.cards_edge_back()] : []),
      ],
    };
  });
  const relations = telling('relations', m.cards_own_name(), currency);
  const complete = (points: number, quarter: number): string => opening('kpi.completeness', number(points), { quarter });
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
        m.cards_own_records({ from: complete(records[0], 1), to: complete(records[1], played) }),
        m.cards_own_relations({ from: relations.money(relationship[0]), to: relations.money(relationship[1]) }),
      ],
    },
  ];
}
