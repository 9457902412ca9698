/** What a plan or a standing order sets, in words: the name of what is set, and the value as its card says it. */

import { type AnyControl, controlById, controls, type QuarterPlan } from '../../company/controls.ts';
import type { StandingOrders } from '../../company/orders.ts';
import type { OrderKey } from '../../game/whatIf/decisions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { orderWord } from '../cockpit/orders.ts';
import { valueWords } from '../cockpit/planWords.ts';
import { number } from '../format.ts';

const sharers = new Map<string, number>();
for (const { card } of controls) sharers.set(card, (sharers.get(card) ?? 0) + 1);

/** The own name of a control on a card that has several; empty where the card says it all. */
export function ownName({ id, card }: AnyControl): string {
  return sharers.get(card) === 1 || word('control', id) === word('card', card) ? '' : word('control', id);
}

/** A control by its card, and by its own name where the card has several. */
export function controlName(control: AnyControl): string {
  const [card, own] = [word('card', control.card), ownName(control)];
  return own === '' ? card : `${card} · ${own}`;
}

/** A value of a control as it is said on its card; of single segments only where it names only those. */
export const valueOf = (id: AnyControl['id'], value: unknown, { market }: Pick<Scenario, 'market'>): string =>
  valueWords(controlById.get(id)!, { [id]: value } as unknown as QuarterPlan, market.segments);

export const orderValue = (order: OrderKey, value: StandingOrders[OrderKey]): string =>
  order === 'cashFloor' ? m.orders_floor_words({ value: number(value as number) }) : orderWord(order, value as string);
