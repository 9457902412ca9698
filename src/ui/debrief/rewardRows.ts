/** Offer modules and the loyalty programme in words: what was decided and seen, beside what was the case. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { RewardsAgainstTruth } from '../../game/cards/rewardCards.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { levelWords, optionWord } from '../cockpit/planWords.ts';
import { kpiFigure, number } from '../format.ts';
import { type CardRow, telling } from './cardRow.ts';

export function rewardRows({ rewards }: CardsAgainstTruth, { currency }: Scenario): CardRow[] {
  if (rewards === null) return [];
  return [moduleRow(rewards.modules), loyaltyRow(rewards.loyalty, currency)];
}

function moduleRow(modules: RewardsAgainstTruth['modules']): CardRow {
  const name = word('card', 'idc.module');
  if (modules === null) return { name, said: [m.cards_none()], truth: [] };
  const told = telling('modules', name);
  const { count, rule, standard, given, best, right, misled, units, unitsAPoint } = modules;
  return {
    name,
    said: [m.cards_module_said({ count: number(count), rule: optionWord('idc.module.rule', rule).toLowerCase() })],
    truth: [
      m.cards_module_fit({ standard: told.share(standard), given: told.share(given), best: told.share(best) }),
      m.cards_module_right({ right: told.share(right, 0), misled: told.share(misled) }),
      unitsAPoint === null
        ? m.cards_module_nothing({ units: told.as('units', units, number(units)) })
        : m.cards_module_cost({ units: told.as('units', unitsAPoint, number(unitsAPoint, 1)) }),
    ],
  };
}

function loyaltyRow(loyalty: RewardsAgainstTruth['loyalty'], currency: string): CardRow {
  const name = word('card', 'idc.loyal');
  if (loyalty === null) return { name, said: [m.cards_none()], truth: [] };
  const told = telling('loyalty', name, currency);
  const { terms, ratio, cost, subsidy, extraMargin, extraShare, kept, satisfaction, owed, taken } = loyalty;
  const pleased = (points: number | null): string =>
    points === null ? '–' : told.as('points', points, kpiFigure('satisfaction', points, currency));
  return {
    name,
    said: [
      m.cards_loyal_said({ kind: optionWord('idc.loyal', terms.type), rate: levelWords('idc.loyal.cost', Math.round(100 * terms.rate)) }),
      ...(ratio === null ? [] : [m.cards_loyal_saw({ ratio: told.as('number', ratio, number(ratio, 1)) })]),
    ],
    truth: [
      m.cards_loyal_effect({ extra: told.share(extraShare), margin: told.money(extraMargin), cost: told.money(cost) }),
      ...(subsidy > 0 && cost > 0 ? [m.cards_loyal_subsidy({ share: told.share(Math.min(1, subsidy / cost), 0) })] : []),
      ...(kept >= 1 ? [m.cards_loyal_kept({ count: told.count(kept) })] : []),
      m.cards_loyal_satisfaction({ members: pleased(satisfaction[0]), others: pleased(satisfaction[1]) }),
      ...(owed > 0 ? [m.cards_loyal_liability({ most: told.money(owed) })] : []),
      ...(taken === null
        ? []
        : [m.cards_loyal_taken({ quarter: number(taken.quarter), before: pleased(taken.before), after: pleased(taken.after) })]),
    ],
  };
}
