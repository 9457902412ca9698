/** Printing a page as it stands, or in the other language and back. */

import { tick } from 'svelte';
import type { Locale } from '../../language.svelte.ts';

/** What printing asks of the page. */
export interface Printer {
  language: { current: Locale };
  /** Opens the dialog of the browser; some wait in it, some go on at once. */
  print: () => void;
  /** Calls back once the dialog is closed. */
  afterPrint: (done: () => void) => void;
  /** The page has been drawn again. */
  drawn?: () => Promise<void>;
}

/** Prints in the language given and puts the reader's own back when the dialog is closed. */
export async function printIn(locale: Locale, { language, print, afterPrint, drawn = tick }: Printer): Promise<void> {
  const own = language.current;
  if (locale !== own) {
    language.current = locale;
    afterPrint(() => (language.current = own));
    await drawn();
  }
  print();
}
