/** Names from the north of Greece, in Latin letters. */

import { el } from '@faker-js/faker';
import { greekToLatin } from './greekToLatin.ts';
import type { NameLists } from './nameLists.ts';

const latin = (names: readonly string[] | undefined): string[] => (names ?? []).map(greekToLatin);
// Single names only, and no plurals, which name a clan.
const families = (el.person?.last_name?.generic ?? []).filter((name) => /^\p{L}+$/u.test(name) && !name.endsWith('οι'));
// A man's family name ends in -s; a woman's is its genitive.
const isMale = (name: string): boolean => name.endsWith('ς');

export const lists: NameLists = {
  female: { given: latin(el.person?.first_name?.female), family: latin(families.filter((name) => !isMale(name))) },
  male: { given: latin(el.person?.first_name?.male), family: latin(families.filter(isMale)) },
  towns: [
    'Thessaloniki',
    'Serres',
    'Katerini',
    'Kavala',
    'Drama',
    'Veria',
    'Kozani',
    'Ptolemaida',
    'Giannitsa',
    'Kilkis',
    'Naoussa',
    'Edessa',
    'Florina',
    'Kastoria',
    'Grevena',
    'Xanthi',
  ],
  name: (given, family) => `${given} ${family}`,
};
