/** Reader of a text in both languages, or in the one in which a scenario says that it is written. */

import { languages, type Language, type Text } from './text.ts';
import { schema, subsetOf, text, type Schema } from './schema.ts';

/** The languages that a scenario is written in. */
export const languagesSchema: Schema<readonly Language[]> = subsetOf(languages, { least: 1 });

/** Each language that the scenario is written in, at most `most` characters; a language it is not written in shows the other's words. */
export const bilingual = (most: number): Schema<Text> =>
  schema(
    (tree, path, errors) => {
      if (tree.kind !== 'map') {
        errors.add('wrongType', path, { expected: 'texts' });
        return undefined;
      }
      const written = errors.languages ?? languages;
      const result: Partial<Text> = {};
      for (const key of tree.members.keys()) {
        if (!written.some((language) => language === key)) errors.add('unknownKey', [...path, key]);
      }
      for (const language of written) {
        const member = tree.members.get(language);
        const empty = !member || (member.value.kind === 'scalar' && (member.value.value === null || member.value.value === ''));
        if (empty) errors.add('missingLanguage', [...path, language], { language });
        else {
          const words = text(most).read(member.value, [...path, language], errors);
          if (words !== undefined) result[language] = words;
        }
      }
      const vi = result.vi ?? (written.includes('vi') ? undefined : result.en);
      const en = result.en ?? (written.includes('en') ? undefined : result.vi);
      return tree.members.size === written.length && vi !== undefined && en !== undefined ? { vi, en } : undefined;
    },
    () => ({
      type: 'object',
      properties: { vi: text(most).json(), en: text(most).json() },
      minProperties: 1,
      additionalProperties: false,
    }),
  );

/** Words as a reader counts them: runs of characters between white space. */
export function wordCount(words: string): number {
  return words.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
