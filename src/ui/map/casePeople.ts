/** Customers whose case the scenario tells: they bear the name and the role that the case gives them. */

import type { CaseView } from '../../game/caseView.ts';
import type { Scenario } from '../../scenario/scenario.ts';

export interface CasePerson {
  name: string;
  role: { readonly vi: string; readonly en: string };
}

/** By customer index. @param inboxes of all quarters so far, so that a name stays when its case is closed */
export function casePeople(
  { cases, cast }: Pick<Scenario, 'cases' | 'cast'>,
  inboxes: readonly (readonly Pick<CaseView, 'id' | 'customer'>[])[],
): ReadonlyMap<number, CasePerson> {
  const people = new Map<number, CasePerson>();
  for (const { id, customer } of inboxes.flat()) {
    const told = cases.find((each) => each.id === id);
    const person = told && cast.find((each) => each.id === told.person);
    if (person) people.set(customer, person);
  }
  return people;
}
