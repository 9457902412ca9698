/** Terms of the glossary: their keys, the names they go by, and the search over them. */

export interface GlossaryEntry {
  /** Names the term in addresses and in glossaryLinks.ts. */
  readonly key: string;
  readonly vi: string;
  readonly en: string;
  readonly definition: { readonly vi: string; readonly en: string };
}

/** Text without case, diacritics and punctuation, words parted by one space: "Đồng ý" and "dong-y" are alike. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const withoutBrackets = (name: string): string => name.replace(/\([^)]*\)/g, ' ');

/** The key of a term, from its English name without what stands in brackets or behind a stroke: "customer-lifetime-value". */
export const glossaryKey = (en: string): string => fold(withoutBrackets(en).split(' / ')[0]).replaceAll(' ', '-');

/**
 * The names that a written name stands for: both sides of a stroke; what stands in brackets alone, left out, and read along.
 * "share of wallet / share of customer" has two, "customer lifetime value (CLV)" three.
 */
export function variants(name: string): readonly string[] {
  const found = name.split(' / ').flatMap((part) => {
    const bracketed = [...part.matchAll(/\(([^)]*)\)/g)].map(([, inside]) => inside);
    return [withoutBrackets(part), ...bracketed, part.replace(/[()]/g, ' ')];
  });
  return [...new Set(found.map((variant) => variant.replace(/\s+/g, ' ').trim()))].filter((variant) => variant !== '');
}

interface FoldedName {
  readonly variants: readonly string[];
  readonly parts: readonly string[];
}

/** Names are folded once: every letter typed asks all of them. */
const foldedNames = new Map<string, FoldedName>();

function foldedName(name: string): FoldedName {
  const known = foldedNames.get(name);
  if (known) return known;
  const folded = { variants: variants(name).map(fold), parts: fold(name).split(' ') };
  foldedNames.set(name, folded);
  return folded;
}

/** How well a name answers folded words: 0 is the name, 1 begins with them, 2 has them inside, 3 has them in another order. */
function nameRank(name: string, words: string): number | null {
  const { variants: folded, parts } = foldedName(name);
  if (folded.includes(words)) return 0;
  if (folded.some((variant) => variant.startsWith(words))) return 1;
  if (folded.some((variant) => ` ${variant}`.includes(` ${words}`))) return 2;
  return words.split(' ').every((word) => parts.some((part) => part.startsWith(word))) ? 3 : null;
}

/**
 * The entries that a query in either language finds, best first, otherwise in the order given. Diacritics and case do not matter, but a
 * name that has them as typed comes before one that has others. A query without a letter or digit finds everything.
 */
export function searchGlossary(entries: readonly GlossaryEntry[], query: string): readonly GlossaryEntry[] {
  const words = fold(query);
  if (words === '') return entries;
  const typed = query.normalize('NFC').trim().toLowerCase();
  return entries
    .flatMap((entry) => {
      const ranks = [nameRank(entry.vi, words), nameRank(entry.en, words)].filter((rank) => rank !== null);
      const asTyped = `${entry.vi}\n${entry.en}`.normalize('NFC').toLowerCase().includes(typed);
      return ranks.length === 0 ? [] : [{ entry, rank: 2 * Math.min(...ranks) + (asTyped ? 0 : 1) }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}
