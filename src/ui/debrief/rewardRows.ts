/** Offer modules and the loyalty programme in words: what was decided and seen, beside what was the case. */

import type { CardsAgainstTruth } from '../../game/cardsAgainstTruth.ts';
import type { RewardsAgainstTruth } from '../../game/cards/rewardCards.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { levelWords, optionWord } from '../cockpit/planWords.ts';
import { kpiFigure, money, number, percent } from '../format.ts';
import type { CardRow } from './cardRow.ts';

export function rewardRows({ rewards }: CardsAgainstTruth, { currency }: Scenario): CardRow[] {
  if (rewards === null) return [];
  return [moduleRow(rewards.modules), loyaltyRow(rewards.loyalty, currency)];
}

function moduleRow(modules: RewardsAgainstTruth['modules']): CardRow {
  const name = word('card', 'idc.module');
  if (modules === null) return { name, said: [m.cards_none()], truth: [] };
  const { count, rule, standard, given, best, right, misled, units, unitsAPoint } = modules;
  return {
    name,
    said: [m.cards_module_said({ count: number(count), rule: optionWord('idc.module.rule', rule).toLowerCase() })],
    truth: [
      m.cards_module_fit({ standard: percent(standard), given: percent(given), best: percent(best) }),
      m.cards_module_right({ right: percent(right, 0), misled: percent(misled) }),
      unitsAPoint === null ? m.cards_module_nothing({ units: number(units) }) : m.cards_module_cost({ units: number(unitsAPoint, 1) }),
    ],
  };
}

function loyaltyRow(loyalty: RewardsAgainstTruth['loyalty'], currency: string): CardRow {
  const name = word('card', 'idc.loyal');
  if (loyalty === null) return { name, said: [m.cards_none()], truth: [] };
  const { terms, ratio, cost, subsidy, extraMargin, extraShare, kept, satisfaction, owed, taken } = loyalty;
  const pleased = (points: number | null): string => (points === null ? '–' : kpiFigure('satisfaction', points, currency));
  return {
    name,
    said: [
      m.cards_loyal_said({ kind: optionWord('idc.loyal', terms.type), rate: levelWords('idc.loyal.cost', Math.round(100 * terms.rate)) }),
      ...(ratio === null ? [] : [m.cards_loyal_saw({ ratio: number(ratio, 1) })]),
    ],
    truth: [
      m.cards_loyal_effect({ extra: percent(extraShare), margin: money(extraMargin, currency), cost: money(cost, currency) }),
      ...(subsidy > 0 && cost > 0 ? [m.cards_loyal_subsidy({ share: percent(Math.min(1, subsidy / cost), 0) })] : []),
      ...(kept >= 1 ? [m.cards_loyal_kept({ count: number(kept) })] : []),
      m.cards_loyal_satisfaction({ members: pleased(satisfaction[0]), others: pleased(satisfaction[1]) }),
      ...(owed > 0 ? [m.cards_loyal_liability({ most: money(owed, currency) })] : []),
      ...(taken === null
        ? []
        : [m.cards_loyal_taken({ quarter: number(taken.quarter), before: pleased(taken.before), after: pleased(taken.after) })]),
    ],
  };
}
