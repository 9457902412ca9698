/** The glossary in alphabetical order, by first letter, as the reader's language has it. */

import type { GlossaryEntry } from '../../text/glossaryEntries.ts';

export interface LetterGroup {
  letter: string;
  entries: readonly GlossaryEntry[];
}

/** Marks of tone; the other marks of Vietnamese (breve, circumflex, horn) make letters of their own. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** First letter or digit of a name, capital, without tone: Ă, Â and Đ stay letters of their own. */
export function firstLetter(name: string): string {
  const [first = ''] = name.normalize('NFD').match(/[\p{L}\p{N}]\p{M}*/u) ?? [];
  const letter = first.replace(tones, '').normalize('NFC');
  return /\p{N}/u.test(letter) ? '0–9' : letter.toUpperCase();
}

/** Sorted by Intl.Collator, which puts đ after d and ă, â after a in Vietnamese. */
export function inAlphabet(entries: readonly GlossaryEntry[], locale: 'vi' | 'en'): readonly GlossaryEntry[] {
  const collator = new Intl.Collator(locale);
  return [...entries].sort((a, b) => collator.compare(a[locale], b[locale]));
}

export function letterGroups(entries: readonly GlossaryEntry[], locale: 'vi' | 'en'): readonly LetterGroup[] {
  const groups: { letter: string; entries: GlossaryEntry[] }[] = [];
  for (const entry of inAlphabet(entries, locale)) {
    const letter = firstLetter(entry[locale]);
    const last = groups.at(-1);
    if (last?.letter === letter) last.entries.push(entry);
    else groups.push({ letter, entries: [entry] });
  }
  return groups;
}
