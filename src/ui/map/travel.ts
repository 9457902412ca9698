/** From one picture to the next: who stayed, who is gone, who has a name now. */

import type { KnownPeople } from '../../game/known/people.ts';

export interface Travel {
  /** For each dot of the new picture its place among the old ones; -1 = it had none. */
  from: Int32Array;
  /** Dots of the old picture that are not in the new one. */
  lost: Uint32Array;
  named: number;
}
/** People, rounded to what a dot stands for; null where the two pictures show samples that cannot be compared. */
export interface Turnover {
  lost: number;
  named: number;
}

/** Pairs two pictures; both list their persons in rising order. */
export function travelBetween(before: Pick<KnownPeople, 'person'>, after: Pick<KnownPeople, 'person'>): Travel {
  const from = new Int32Array(after.person.length).fill(-1);
  const lost: number[] = [];
  let named = 0;
  let old = 0;
  for (let i = 0; i < after.person.length; i += 1) {
    while (old < before.person.length && before.person[old] < after.person[i]) lost.push(old++);
    if (before.person[old] === after.person[i]) from[i] = old++;
    else named += 1;
  }
  while (old < before.person.length) lost.push(old++);
  return { from, lost: Uint32Array.from(lost), named };
}

export function turnover(before: KnownPeople, after: KnownPeople): Turnover | null {
  if (before.dotStandsFor !== after.dotStandsFor) return null;
  const { lost, named } = travelBetween(before, after);
  return { lost: lost.length * after.dotStandsFor, named: named * after.dotStandsFor };
}
