/** Numbers within a sentence: marked when the sentence is made, found again when it is drawn. */

import type { Aim } from '../../game/glassBox/formula.ts';

/** Characters that no message and no number holds. */
const [begin, middle, end] = ['\uE000', '\uE001', '\uE002'];

/** A number for a message, so that `Said` draws it as one that opens. @param name what the screen calls it, where the formula is of several numbers */
export const opening = (id: string, value: string, aim: Aim = {}, name?: string): string =>
  `${begin}${JSON.stringify(name === undefined ? [id, aim] : [id, aim, name])}${middle}${value}${end}`;

export type Piece = { words: string } | { id: string; aim: Aim; value: string; name?: string };

/** A sentence in pieces: words, and the numbers in it that open. */
export function piecesOf(sentence: string): Piece[] {
  return sentence.split(new RegExp(`(${begin}[^${end}]*${end})`)).flatMap((part): Piece[] => {
    if (part === '') return [];
    if (!part.startsWith(begin)) return [{ words: part }];
    const [said, value = ''] = part.slice(1, -1).split(middle);
    const [id, aim, name] = JSON.parse(said!) as [string, Aim, string?];
    return [{ id, aim, value, ...(name !== undefined && { name }) }];
  });
}

/** A part of a sentence between two places where a line may end: words, or a number with all that stands close to it. */
export type Bound = { words: string } | { close: readonly Piece[] };

/** Spaces at which a line may end. */
const SPACES = /([^\S\u00A0\u202F]+)/;

/** The sentence in parts, none of which begins or ends between a number and the mark, bracket or unit written close to it. */
export function boundOf(sentence: string): Bound[] {
  const parts: Bound[] = [];
  let close: Piece[] = [];
  const say = (words: string): void => {
    const last = parts.at(-1);
    if (last && 'words' in last) last.words += words;
    else parts.push({ words });
  };
  const end = (): void => {
    if (close.some((piece) => 'id' in piece)) parts.push({ close });
    else for (const piece of close) if ('words' in piece) say(piece.words);
    close = [];
  };
  for (const piece of piecesOf(sentence)) {
    if ('id' in piece) {
      close.push(piece);
      continue;
    }
    // Of what is split by its spaces, every second part is spaces.
    piece.words.split(SPACES).forEach((words, place) => {
      if (place % 2 === 1) {
        end();
        say(words);
      } else if (words !== '') close.push({ words });
    });
  }
  end();
  return parts;
}

/** The sentence without its marks, for titles and readers that take text alone. */
export const unmarked = (sentence: string): string =>
  piecesOf(sentence)
    .map((piece) => ('words' in piece ? piece.words : piece.value))
    .join('');

/** What makes a number one that opens, in words that are drawn by `Said`; `bare` leaves it as it is. */
export type Mark = typeof opening;
export const bare: Mark = (_id, value) => value;
