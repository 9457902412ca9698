/** A card against the truth in words. */

import type { CardNumberId } from '../../game/glassBox/cardFormulas.ts';
import type { GlassUnit } from '../../game/glassBox/formula.ts';
import * as m from '../../text/generated/messages.js';
import { optionWord } from '../cockpit/planWords.ts';
import { list, money, number, percent } from '../format.ts';
import { opening } from '../glassBox/opening.ts';

export interface CardRow {
  name: string;
  /** Lines of what was decided, and of what was the case; numbers in them may open. */
  said: readonly string[];
  truth: readonly string[];
}

/** Names in a row, or that none was chosen. */
export const named = (words: readonly string[]): string => (words.length > 0 ? list(words) : m.cards_none());
export const options = (control: string, ids: readonly string[]): string[] => ids.map((id) => optionWord(control, id));

/** Says numbers of a kind so that they open. */
export interface Teller {
  /** In words of one's own. */
  as: (unit: GlassUnit, value: number, words: string) => string;
  count: (value: number, digits?: number) => string;
  points: (value: number, digits?: number) => string;
  share: (value: number, digits?: number) => string;
  money: (value: number) => string;
}

/** @param name what the card calls them; @param currency of money, where there is any */
export function telling(kind: CardNumberId, name: string, currency = ''): Teller {
  const as: Teller['as'] = (unit, value, words) => opening(`card:${kind}/${unit}`, words, { given: { value } }, name);
  return {
    as,
    count: (value, digits) => as('count', value, number(value, digits)),
    points: (value, digits) => as('points', value, number(value, digits)),
    share: (value, digits) => as('share', value, percent(value, digits)),
    money: (value) => as('money', value, money(value, currency)),
  };
}
