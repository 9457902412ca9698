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
  #preferred = $state<Locale>('en');
  #chosen = $state<Locale | null>(null);

  get current(): Locale {
    return this.#chosen ?? this.#preferred;
  }

  set current(locale: Locale) {
    this.#chosen = locale;
  }

  /** What the reader chose here; null while the browser's languages decide. */
  get chosen(): Locale | null {
    return this.#chosen;
  }

  /**
   * Takes over the words of the page.
   * @param remembered what `chosen` was the last time, or nothing of the kind
   */
  start(preferred: readonly string[], remembered: string | null = null): void {
    this.#preferred = chooseLocale(preferred);
    this.#chosen = locales.find((locale) => locale === remembered) ?? null;
    overwriteGetLocale(() => this.current);
  }
}

export const language = new Language();
