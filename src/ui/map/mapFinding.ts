/** What the map says in one sentence: how much the best customers bring, and how many of them are cooling. */

import type { KnownPeople } from '../../game/known/people.ts';

export interface MapFinding {
  /** The tenth of the known customers with the highest value, in people, and their part of all known value, 0-1. */
  best: number;
  share: number;
  /** People worth a look now. */
  cooling: number;
}

const BEST = 0.1;

/** null where no known customer has bought anything yet. */
export function mapFinding({ value, cooling, dotStandsFor }: KnownPeople): MapFinding | null {
  const sorted = value.slice().sort();
  const all = sorted.reduce((sum, one) => sum + one, 0);
  if (!(all > 0)) return null;
  const dots = Math.max(1, Math.round(sorted.length * BEST));
  const theirs = sorted.subarray(sorted.length - dots).reduce((sum, one) => sum + one, 0);
  return { best: dots * dotStandsFor, share: theirs / all, cooling: cooling.reduce((sum, one) => sum + one, 0) * dotStandsFor };
}

/** The dot to start with: the one of these persons that is shown, else the most valuable cooling one, else the most valuable. */
export function firstDot({ person, value, cooling }: KnownPeople, wanted: readonly number[]): number {
  for (const each of wanted) {
    const dot = person.indexOf(each);
    if (dot >= 0) return dot;
  }
  let found = -1;
  for (let i = 0; i < value.length; i += 1) {
    if (found < 0 || cooling[i] > cooling[found] || (cooling[i] === cooling[found] && value[i] > value[found])) found = i;
  }
  return found;
}
