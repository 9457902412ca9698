/** A card against the truth in words. */

import * as m from '../../text/generated/messages.js';
import { optionWord } from '../cockpit/planWords.ts';
import { list } from '../format.ts';

export interface CardRow {
  name: string;
  /** Lines of what was decided, and of what was the case; numbers in them may open. */
  said: readonly string[];
  truth: readonly string[];
}

/** Names in a row, or that none was chosen. */
export const named = (words: readonly string[]): string => (words.length > 0 ? list(words) : m.cards_none());
export const options = (control: string, ids: readonly string[]): string[] => ids.map((id) => optionWord(control, id));
