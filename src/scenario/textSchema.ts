/** Reader of a text in both languages. */

import type { Text } from './scenario.ts';
import { schema, text, type Schema } from './schema.ts';

export const languages = ['vi', 'en'] as const;

/** Both languages, each at most `most` characters. */
export const bilingual = (most: number): Schema<Text> =>
  schema((tree, path, errors) => {
    if (tree.kind !== 'map') {
      errors.add('wrongType', path, { expected: 'vi and en' });
      return undefined;
    }
    const result: Partial<Text> = {};
    for (const key of tree.members.keys()) {
      if (!languages.some((language) => language === key)) errors.add('unknownKey', [...path, key]);
    }
    for (const language of languages) {
      const member = tree.members.get(language);
      const empty = !member || (member.value.kind === 'scalar' && (member.value.value === null || member.value.value === ''));
      if (empty) errors.add('missingLanguage', [...path, language], { language });
      else {
        const words = text(most).read(member.value, [...path, language], errors);
        if (words !== undefined) result[language] = words;
      }
    }
    return tree.members.size === 2 && result.vi !== undefined && result.en !== undefined ? { vi: result.vi, en: result.en } : undefined;
  });

/** Words as a reader counts them: runs of characters between white space. */
export function wordCount(words: string): number {
  return words.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
