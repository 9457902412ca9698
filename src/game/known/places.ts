/** Where every customer known by name stands on the map; nobody is left out, as in a picture of thousands of dots. */

import { knownLoyalty, type PeopleInput, usualFrequency } from './people.ts';

/** Where the customers known by name stand: their indices, money a year in currency, and loyalty 0-100, as known. */
export interface KnownPlaces {
  person: Uint32Array;
  value: Float32Array;
  loyalty: Uint8Array;
}

/** All customers known by name, none left out. */
export function placesOf(input: PeopleInput): KnownPlaces {
  const { records, history, own, people, quarter } = input;
  const known: number[] = [];
  for (let i = 0; i < people; i += 1) if (records.held[i] !== 0 && own(i)) known.push(i);
  const usual = usualFrequency(input);
  return {
    person: Uint32Array.from(known),
    value: Float32Array.from(known, (i) => 4 * history.spending[i]!),
    loyalty: Uint8Array.from(known, (i) => Math.round(knownLoyalty(history, records, i, quarter, usual))),
  };
}
