/** Moments as the reader's language writes them. */

import { language } from '../language.svelte.ts';

/** By language and kind: a formatter is dear to make. */
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(today: boolean): Intl.DateTimeFormat {
  const key = `${language.current} ${today}`;
  let found = cache.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language.current, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
    cache.set(key, found);
  }
  return found;
}

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/**
 * The time alone for a moment of today, else date and time.
 * @param at milliseconds since 1970
 */
export function moment(at: number, now = Date.now()): string {
  const date = new Date(at);
  return formatter(sameDay(date, new Date(now))).format(date);
}
