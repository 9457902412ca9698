/** The language on the screen. Every word asks here which locale to use, so that a switch redraws them all and loses nothing. */

import { locales, overwriteGetLocale } from '../text/generated/runtime.js';

export type Locale = (typeof locales)[number];

/** The first of the reader's languages that the app speaks; English when it speaks none of them. */
export function chooseLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const found = locales.find((locale) => tag.toLowerCase().split('-')[0] === locale);
    if (found) return found;
  }
  return 'en';
}

class Language {
  current = $state<Locale>('en');

  /** Takes over the words and the lang attribute of the page. */
  start(preferred: readonly string[]): void {
    this.current = chooseLocale(preferred);
    overwriteGetLocale(() => this.current);
  }
}

export const language = new Language();
