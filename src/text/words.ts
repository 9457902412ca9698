/** Words for ids of the game: `word('card', 'biz.price')` is the message card.biz.price in the reader's language. */

import * as messages from './generated/messages.js';
import { getLocale } from './generated/runtime.js';

/** Values that a message may hold in braces. */
export type WordValues = Readonly<Record<string, string | number>>;
type Message = (values: WordValues, options?: { locale?: 'vi' | 'en' }) => string;

const byKey = messages as unknown as Readonly<Record<string, Message | undefined>>;

/** What sets the words of one scenario apart: its own words by message key, and how its customers are bound to the firm. */
export interface Dialect {
  words?: Readonly<Record<string, { readonly vi: string; readonly en: string }>>;
  market: { relation: string };
}
let dialect: Dialect | null = null;

/** Takes over how a scenario speaks, for all screens that follow; null for the usual words. */
export function speakAs(scenario: Dialect | null): void {
  dialect = scenario;
}

/** True when the catalogue has a message `kind.id`. */
export const hasWord = (kind: string, id: string): boolean => typeof byKey[`${kind}.${id}`] === 'function';

/**
 * The words for an id: the scenario's own, else those for its kind of market (`kpi.churn.repertoire`), else the usual ones. An id without words is shown as it is written, in angle brackets, and a
 * test keeps that from shipping.
 */
export function word(kind: string, id: string, values: WordValues = {}): string {
  const own = dialect?.words?.[`${kind}.${id}`];
  if (own) return own[getLocale()];
  const message = byKey[`${kind}.${id}.${dialect?.market.relation ?? ''}`] ?? byKey[`${kind}.${id}`];
  return message ? message(values) : `‹${kind}.${id}›`;
}

/** The usual words for an id in the language asked for, whatever the reader's is: feedback is written to somebody else. */
export function wordIn(locale: 'vi' | 'en', kind: string, id: string, values: WordValues = {}): string {
  return byKey[`${kind}.${id}`]?.(values, { locale }) ?? `‹${kind}.${id}›`;
}
