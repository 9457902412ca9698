/** What a unit of the budget is in money. */

import { moneyOf, unitValue } from '../company/money.ts';
import type { Scenario } from '../scenario/scenario.ts';
import * as m from '../text/generated/messages.js';
import { money } from './format.ts';

/** What one unit is worth in the scenario's currency, and what the result of a quarter does to the cash in hand. */
export const unitWords = ({ firms, currency }: Pick<Scenario, 'firms' | 'currency'>): string =>
  m.units_words({ money: money(unitValue(moneyOf(firms[0])), currency) });
