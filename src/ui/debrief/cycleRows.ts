/** The customer cycle in words: events watched and what contacts truly kept, leaks by stage, and who came back and stayed. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { number } from '../format.ts';
import { type CardRow, named, options, telling, type Teller } from './cardRow.ts';

type Cycle = NonNullable<CardsAgainstTruth['cycle']>;

/** None for a run of an older engine. */
export function cycleRows({ cycle }: CardsAgainstTruth, { currency }: Scenario): CardRow[] {
  if (cycle === null) return [];
  const { triggers, winBack, units, cost, winBackCost, found } = cycle;
  const name = word('card', 'idc.cycle');
  const [bill, events, stages] = [
    telling('cycleCost', name, currency),
    telling('cycleEvents', name, currency),
    telling('cycleStages', name),
  ];
  const paid = m.cards_cycle_paid({
    units: bill.as('units', units, number(units, 1)),
    cost: bill.money(cost),
    back: bill.money(winBackCost),
  });
  return [
    {
      name,
      said: [named(options('idc.cycle', triggers)), optionWord('idc.cycle.winBack', winBack), ...(units > 0 ? [paid] : [])],
      truth: [
        ...cycle.stages.filter(({ customers }) => customers > 0).map((stage) => leakWords(stage, stages)),
        ...found.map((event) =>
          m.cards_cycle_event({
            event: optionWord('idc.cycle', event.trigger),
            fired: events.count(event.fired),
            kept: events.count(event.kept),
            mistaken: events.count(event.mistaken),
            missed: events.count(event.missed),
          }),
        ),
        ...(found.length === 0 ? [m.cards_cycle_none()] : [keptWords(cycle, bill)]),
        ...(cycle.back > 0 ? [m.cards_cycle_back({ people: events.count(cycle.back) })] : []),
        ...(cycle.withdrew > 0 ? [m.cards_cycle_withdrew({ people: events.count(cycle.withdrew) })] : []),
        ...cycle.returns.filter(({ tried }) => tried > 0).map((back) => returnWords(back, events)),
      ],
    },
  ];
}

const keptWords = ({ kept, cost }: Cycle, bill: Teller): string =>
  kept > 0 ? m.cards_cycle_kept({ cost: bill.money(cost / kept) }) : m.cards_cycle_kept_none();

function leakWords({ stage, known, truly, customers }: Cycle['stages'][number], told: Teller): string {
  const words = { stage: word('stage', stage), truly: told.share(truly), customers: told.count(customers) };
  return known === null ? m.cards_cycle_leak_unseen(words) : m.cards_cycle_leak({ ...words, known: told.share(known) });
}

function returnWords({ loss, tried, returned, won, gone }: Cycle['returns'][number], told: Teller): string {
  const words = { loss: word('loss', loss), tried: told.count(tried), returned: told.count(returned) };
  return won === 0 ? m.cards_cycle_return(words) : m.cards_cycle_return_again({ ...words, won: told.count(won), gone: told.count(gone) });
}
