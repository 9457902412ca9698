/** What a case is told in: the scenario's own case, or a complaint of a real customer. */

import type { Scenario } from '../../scenario/scenario.ts';

type Told = { title: { readonly vi: string; readonly en: string }; words: { readonly vi: string; readonly en: string } };

/** @throws RangeError for an id that the scenario does not tell */
export function caseTold({ cases, complaints }: Pick<Scenario, 'cases' | 'complaints'>, id: string): Told {
  const told = cases.find((each) => each.id === id) ?? complaints?.find((each) => each.id === id);
  if (told === undefined) throw new RangeError(`no case ${id}`);
  return told;
}
