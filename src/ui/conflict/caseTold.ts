/** What a case is told in: the scenario's own case, a complaint of a real customer, or a dispute. */

import type { CaseSpec, ComplaintSpec, DisputeSpec } from '../../scenario/conflictSpec.ts';
import type { Scenario } from '../../scenario/scenario.ts';

type Telling = Pick<Scenario, 'cases' | 'complaints' | 'disputes'>;

/** @throws RangeError for an id that the scenario does not tell */
export function caseTold({ cases, complaints = [], disputes = [] }: Telling, id: string): CaseSpec | ComplaintSpec | DisputeSpec {
  const told = [...cases, ...complaints, ...disputes].find((each) => each.id === id);
  if (told === undefined) throw new RangeError(`no case ${id}`);
  return told;
}

/** The dispute of that id; null where it is a customer's case. */
export const disputeTold = ({ disputes = [] }: Pick<Scenario, 'disputes'>, id: string): DisputeSpec | null =>
  disputes.find((each) => each.id === id) ?? null;
