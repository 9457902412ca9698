/** Names and towns that clothe customers for the eye. They belong to no one, decide nothing and are never stored. */

import type { NameCulture } from '../../scenario/scenario.ts';
import type { NameLists } from './nameLists.ts';
import { scatter } from './scatter.ts';

export interface Clothes {
  name: string;
  town: string;
}
/** What customer `person` is called; the same person is always called the same. */
export type Wardrobe = (person: number) => Clothes;

/** @param run tells the runs apart, so that each is peopled by others */
function wardrobe(lists: NameLists, run: number): Wardrobe {
  const pick = (list: readonly string[], person: number, draw: number): string =>
    list[Math.floor(scatter(person, 8 * (run % 1_000_003) + draw) * list.length)];
  return (person) => {
    const { given, family } = scatter(person, 8 * (run % 1_000_003)) < 0.5 ? lists.female : lists.male;
    return { name: lists.name(pick(given, person, 1), pick(family, person, 2)), town: pick(lists.towns, person, 3) };
  };
}

const listsOf: Readonly<Record<NameCulture, () => Promise<{ lists: NameLists }>>> = {
  greek: () => import('./greekNames.ts'),
  vietnamese: () => import('./vietnameseNames.ts'),
  cantonese: () => import('./cantoneseNames.ts'),
};

/** Fetches the lists of one culture. @param towns the scenario's own towns, in place of those of the country */
export async function wardrobeFor(names: NameCulture, run: number, towns?: readonly string[]): Promise<Wardrobe> {
  const { lists } = await listsOf[names]();
  return wardrobe(towns === undefined ? lists : { ...lists, towns }, run);
}
