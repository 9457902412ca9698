/** Moments as the reader's language writes them. */

import { language } from '../language.svelte.ts';

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/**
 * The time alone for a moment of today, else date and time.
 * @param at milliseconds since 1970
 */
export function moment(at: number, now = Date.now()): string {
  const date = new Date(at);
  const today = sameDay(date, new Date(now));
  const format = new Intl.DateTimeFormat(language.current, today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(date);
}
