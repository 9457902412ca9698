/** The customer cycle in words: events watched and what contacts truly kept, leaks by stage, and who came back and stayed. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { money, number, percent } from '../format.ts';
import { type CardRow, named, options } from './cardRow.ts';

type Cycle = NonNullable<CardsAgainstTruth['cycle']>;

/** None for a run of an older engine. */
export function cycleRows({ cycle }: CardsAgainstTruth, { currency }: Scenario): CardRow[] {
  if (cycle === null) return [];
  const { triggers, winBack, units, cost, winBackCost, found } = cycle;
  const paid = m.cards_cycle_paid({ units: number(units, 1), cost: money(cost, currency), back: money(winBackCost, currency) });
  return [
    {
      name: word('card', 'idc.cycle'),
      said: [named(options('idc.cycle', triggers)), optionWord('idc.cycle.winBack', winBack), ...(units > 0 ? [paid] : [])],
      truth: [
        ...cycle.stages.filter(({ customers }) => customers > 0).map(leakWords),
        ...found.map((event) =>
          m.cards_cycle_event({
            event: optionWord('idc.cycle', event.trigger),
            fired: number(event.fired),
            kept: number(event.kept),
            mistaken: number(event.mistaken),
            missed: number(event.missed),
          }),
        ),
        ...(found.length === 0 ? [m.cards_cycle_none()] : [keptWords(cycle, currency)]),
        ...(cycle.back > 0 ? [m.cards_cycle_back({ people: number(cycle.back) })] : []),
        ...(cycle.withdrew > 0 ? [m.cards_cycle_withdrew({ people: number(cycle.withdrew) })] : []),
        ...cycle.returns.filter(({ tried }) => tried > 0).map(returnWords),
      ],
    },
  ];
}

const keptWords = ({ kept, cost }: Cycle, currency: string): string =>
  kept > 0 ? m.cards_cycle_kept({ cost: money(cost / kept, currency) }) : m.cards_cycle_kept_none();

function leakWords({ stage, known, truly, customers }: Cycle['stages'][number]): string {
  const words = { stage: word('stage', stage), truly: percent(truly), customers: number(customers) };
  return known === null ? m.cards_cycle_leak_unseen(words) : m.cards_cycle_leak({ ...words, known: percent(known) });
}

function returnWords({ loss, tried, returned, won, gone }: Cycle['returns'][number]): string {
  const words = { loss: word('loss', loss), tried: number(tried), returned: number(returned) };
  return won === 0 ? m.cards_cycle_return(words) : m.cards_cycle_return_again({ ...words, won: number(won), gone: number(gone) });
}
