/** Where coefficients come from, in the reader's language. */

import { literatureSources } from './literatureSources.ts';
import { ownSources } from './ownSources.ts';

/** English for shorthand of our own that stands in front of a source. */
const spelledOut: readonly (readonly [short: RegExp, long: string])[] = [
  [/\bmechanics\b/g, 'rules of the model'],
  [/^catalogue\b/, 'decision catalogue'],
  [/; catalogue\b/, '; decision catalogue'],
  [/ after model\.md/, ' after the design of the model'],
  [/^contracts\b/, 'data contracts of the model'],
];

/** @param source as it stands at the coefficient, in English. A citation alone reads the same in every language. */
export function sourceWords(source: string, language: 'en' | 'vi'): string {
  if (language === 'vi') return literatureSources[source] ?? ownSources[source] ?? source;
  return spelledOut.reduce((said, [short, long]) => said.replace(short, long), source);
}
