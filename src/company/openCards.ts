/** Opening a locked card for money: once, for the rest of the run. */

import { type CardId, controls } from './controls.ts';
import type { FirmState } from './firm.ts';
import type { Reason } from './guards.ts';
import { grantOf } from './money.ts';
import type { Move } from './orders.ts';
import type { FirmParameters } from './parameters.ts';

/** Every card, in the order of the catalogue. */
export const cardIds: readonly CardId[] = [...new Set<CardId>(controls.map(({ card }) => card))];

/** Cards that these moves open, in the order given. */
export const cardsOpenedBy = (moves: readonly Move[]): readonly CardId[] =>
  moves.flatMap((move) => (move.kind === 'open' ? [move.card] : []));

/** Units that opening a card costs, once; the same for every card. */
export const openCardPrice = (p: FirmParameters): number => p['price.openCard'];

/**
 * Why a card cannot be opened for money; empty = it can. The screen and the replay ask this one list.
 * @param isOpen it is open by the scenario's plan, by the setting of the run or by a purchase
 * @param money units in hand for the coming quarter, cards opened for it already taken off; @param price units, see openCardPrice
 */
export function openCardReasons(card: CardId, isOpen: boolean, money: number, price: number): Reason[] {
  if (isOpen) return [{ code: 'open.already', card }];
  return money < price ? [{ code: 'open.money', actual: Math.max(0, money), required: price, card }] : [];
}

/** Units in hand for quarter `quarter`, after the cards that `made` opens for it. */
export const moneyForCards = (firm: FirmState, quarter: number, made: readonly Move[], p: FirmParameters): number =>
  firm.released + grantOf(firm, quarter, p) - cardsOpenedBy(made).length * openCardPrice(p);
