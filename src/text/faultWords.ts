/** What is wrong with a file, in words: the same sentence on a screen and on the command line. */

import { hasWord, word, type WordValues } from './words.ts';

/** The sentence for a code, the code itself where it has none. @param values what the sentence names; kinds and languages are worded */
export function faultWords({ code, values = {} }: { code: string; values?: WordValues }): string {
  if (!hasWord('code', code)) return code;
  const { expected, language } = values;
  return word('code', code, {
    ...values,
    ...(expected !== undefined && { expected: worded('fileKind', expected) }),
    ...(language !== undefined && { language: worded('fileLanguage', language) }),
  });
}

const worded = (kind: string, id: string | number): string | number => (hasWord(kind, String(id)) ? word(kind, String(id)) : id);
