/** Finds customers by number or by part of a name. */

/** Rows that are shown at most. */
export const MOST_FOUND = 12;

/** Letters as one types them: small, without marks. */
const plain = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase().trim();

/**
 * @param named customers whose name the firm had; @param people customers of the market
 * @returns customers found, in ascending order: the one of that number, or all whose name holds the words
 */
export function foundBy(asked: string, people: number, named: Iterable<number>, nameOf: (customer: number) => string): number[] {
  const wanted = plain(asked);
  if (wanted === '') return [];
  if (/^\d+$/.test(wanted)) {
    const customer = Number(wanted);
    return customer < people ? [customer] : [];
  }
  return [...named].filter((customer) => plain(nameOf(customer)).includes(wanted));
}
