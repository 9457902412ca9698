/** Words of the events that a lecturer may add to any firm. */

import { wordIn } from '../text/words.ts';
import type { DeckWords } from './eventDeck.ts';

export const deckWords: DeckWords = (kind) => {
  const both = (part: 'title' | 'text') => ({ vi: wordIn('vi', 'deck', `${kind}.${part}`), en: wordIn('en', 'deck', `${kind}.${part}`) });
  return { title: both('title'), text: both('text') };
};
