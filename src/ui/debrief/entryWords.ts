/** An entry of the log in words: what a plan sets, what a move does. */

import { type ControlId, controlById } from '../../company/controls.ts';
import { type Move, orderOptions, type StandingOrders } from '../../company/orders.ts';
import type { Decided } from '../../game/contributions/groups.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { doneWords } from '../conflict/caseWords.ts';
import type { OrderId } from '../cockpit/orders.ts';
import { controlName, orderValue, valueOf } from './setWords.ts';

function orderWords(orders: Partial<StandingOrders>): string[] {
  const said = (Object.keys(orderOptions) as OrderId[])
    .filter((id) => orders[id] !== undefined)
    .map((id) => m.entry_order({ name: word('order', id), value: orderValue(id, orders[id]!) }));
  return orders.cashFloor === undefined ? said : [...said, orderValue('cashFloor', orders.cashFloor)];
}

/** Quarter that a slot names: `q5.customer.1`. */
const quarterOf = (slot: string): string => /^q(\d+)\./.exec(slot)?.[1] ?? slot;

function moveWords(move: Move): string {
  switch (move.kind) {
    case 'programme':
      return m.entry_programme({ move: word('move', move.move) });
    case 'case':
      return m.entry_case({ quarter: quarterOf(move.slot), what: word('mode', move.mode) });
    case 'caseStep':
      return m.entry_case({ quarter: quarterOf(move.slot), what: doneWords(move.step) });
    case 'opportunity':
      return m.entry_offer({ quarter: quarterOf(move.slot), answer: word('answer', move.answer) });
    case 'review':
      return word('entryReview', move.step.do);
    case 'open':
      return m.entry_opened({ card: word('card', move.card) });
  }
}

/** One line a decision, in the order of the entry. */
export function entryWords(entry: Decided, scenario: Scenario): readonly string[] {
  if (entry.kind === 'move') return [moveWords(entry.data)];
  const { plan, standing } = entry.data;
  const set = (Object.keys(plan) as ControlId[]).filter((id) => controlById.has(id));
  return [
    ...set.map((id) => m.entry_set({ name: controlName(controlById.get(id)!), value: valueOf(id, plan[id], scenario) })),
    ...orderWords(standing ?? {}),
  ];
}
