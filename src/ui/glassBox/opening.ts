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

/** The sentence without its marks, for titles and readers that take text alone. */
export const unmarked = (sentence: string): string =>
  piecesOf(sentence)
    .map((piece) => ('words' in piece ? piece.words : piece.value))
    .join('');

/** What makes a number one that opens, in words that are drawn by `Said`; `bare` leaves it as it is. */
export type Mark = typeof opening;
export const bare: Mark = (_id, value) => value;
