/** When the cards of a review are paid, and what of it is not held as things stand. */

import type { CardId } from '../../company/controls.ts';
import type { NextReview } from '../../game/review/nextBill.ts';
import * as m from '../../text/generated/messages.js';
import { fixed, list, number } from '../format.ts';
import { reasonWords } from './reasons.ts';

/** Units that the next review puts on a card; 0 where it is none of its cards. */
export const reviewUnits = ({ lines }: NextReview, card: CardId): number => lines.find((line) => line.card === card)?.units ?? 0;

/** The price of a card that is paid in a later quarter only, short for its row; null where it is none, or paid in this one. */
export function laterPrice(review: NextReview, card: CardId, coming: number): string | null {
  const units = reviewUnits(review, card);
  if (units === 0 || review.quarter === coming) return null;
  return review.quarter === null ? null : m.review_price_later({ quarter: number(review.quarter), cost: fixed(units) });
}

/** What there is to say on a card of a review; empty on every other. */
export function billWords(review: NextReview, card: CardId, coming: number): string[] {
  if (card !== 'evl.sample' && card !== 'evl.methods') return [];
  const units = fixed(reviewUnits(review, card));
  const { quarter, onEvent, refused } = review;
  const when =
    quarter === null
      ? onEvent
        ? m.review_bill_event({ cost: units })
        : m.review_bill_never()
      : quarter === coming
        ? m.review_bill_now({ cost: units })
        : m.review_bill_later({ cost: units, quarter: number(quarter) });
  if (card === 'evl.sample') return [when];
  const missing = refused.length === 0 ? [] : [m.review_bill_refused({ reasons: list(refused.map(reasonWords)) })];
  return [when, ...missing, m.review_bill_short()];
}
