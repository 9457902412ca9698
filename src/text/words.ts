/** Words for ids of the game: `word('card', 'biz.price')` is the message card.biz.price in the reader's language. */

import * as messages from './generated/messages.js';

/** Values that a message may hold in braces. */
export type WordValues = Readonly<Record<string, string | number>>;
type Message = (values: WordValues) => string;

const byKey = messages as unknown as Readonly<Record<string, Message | undefined>>;

/** True when the catalogue has a message `kind.id`. */
export const hasWord = (kind: string, id: string): boolean => typeof byKey[`${kind}.${id}`] === 'function';

/** The words for an id. An id without words is shown as it is written, in angle brackets, and a test keeps that from shipping. */
export function word(kind: string, id: string, values: WordValues = {}): string {
  const message = byKey[`${kind}.${id}`];
  return message ? message(values) : `‹${kind}.${id}›`;
}
