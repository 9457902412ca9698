/** How conflicts go in the place of the scenario. */

import type { RootId } from '../company/conflict/codes.ts';
import type { JusticeWeights } from '../company/conflict/justice.ts';
import type { ConflictKind } from '../company/conflict/situation.ts';
import { usualParameters } from '../company/parameters.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Whether the law or safety leaves nothing to be bargained about. */
export const dutyOf = ({ conflict }: Pick<Scenario, 'conflict'>, root: RootId | null): boolean =>
  root !== null && ((conflict?.legalDuties ?? []).includes(root) || isSafety({ conflict }, root));

/** Whether people can come to harm: such a case is never small. */
export const isSafety = ({ conflict }: { conflict?: Scenario['conflict'] }, root: RootId | null): boolean =>
  root !== null && (conflict?.safety ?? []).includes(root);

/** Wish for harmony, points 0-100. */
export const harmonyOf = ({ conflict }: Pick<Scenario, 'conflict'>): number => conflict?.harmony ?? usualParameters['dispute.harmony'];

/** Weights of the three justices, shares that sum to 1; undefined = the usual ones of this kind. */
export function justiceOfPlace({ conflict }: Pick<Scenario, 'conflict'>, kind: ConflictKind): JusticeWeights | undefined {
  const set = conflict?.justice?.[kind];
  if (set === undefined) return undefined;
  const { distributive, procedural, interactional } = set;
  return { distributive: distributive / 1000, procedural: procedural / 1000, interactional: interactional / 1000 };
}
