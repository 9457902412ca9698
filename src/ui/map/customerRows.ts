/** The map as a table: the most valuable known customers, in the order that is asked for. */

import type { KnownPeople } from '../../game/known/people.ts';
import type { Wardrobe } from './names.ts';

export interface CustomerRow {
  person: number;
  name: string;
  town: string;
  value: number;
  loyalty: number;
  cooling: boolean;
  listed: boolean;
}
export type RowOrder = 'name' | 'value' | 'loyalty' | 'cooling';

export const MOST_ROWS = 50;

/** @returns at most MOST_ROWS customers, the highest value first */
export function customerRows({ person, value, loyalty, cooling, listed }: KnownPeople, clothes: Wardrobe): CustomerRow[] {
  return [...person.keys()]
    .sort((a, b) => value[b] - value[a] || a - b)
    .slice(0, MOST_ROWS)
    .map((dot) => ({
      person: person[dot],
      ...clothes(person[dot]),
      value: value[dot],
      loyalty: loyalty[dot],
      cooling: cooling[dot] === 1,
      listed: listed[dot] === 1,
    }));
}

/** Names from A to Z, all else with the highest first, unless turned round. @param compare orders names in the reader's language */
export function ordered(
  rows: readonly CustomerRow[],
  by: RowOrder,
  turned: boolean,
  compare: (a: string, b: string) => number,
): CustomerRow[] {
  const difference = (a: CustomerRow, b: CustomerRow): number =>
    by === 'name' ? compare(a.name, b.name) : Number(b[by]) - Number(a[by]) || b.value - a.value;
  return [...rows].sort((a, b) => (turned ? -1 : 1) * difference(a, b));
}
