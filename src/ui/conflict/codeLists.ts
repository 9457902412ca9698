/** Codes that are offered for a kind of conflict, and what looking for the root cause takes beyond setting the others. */

import {
  channelSourceIds,
  complaintRootIds,
  complaintSymptomIds,
  departmentSourceIds,
  disputeSymptomIds,
  type RootId,
  type SymptomId,
} from '../../company/conflict/codes.ts';
import { workOf } from '../../company/conflict/playSteps.ts';
import type { ConflictKind } from '../../company/conflict/situation.ts';

export const symptomsFor = (kind: ConflictKind): readonly SymptomId[] => (kind === 'customer' ? complaintSymptomIds : disputeSymptomIds);

const roots: Readonly<Record<ConflictKind, readonly RootId[]>> = {
  customer: complaintRootIds,
  department: departmentSourceIds,
  channel: channelSourceIds,
};
export const rootsFor = (kind: ConflictKind): readonly RootId[] => roots[kind];

/** Staff hours that the root cause takes more. */
export function checkTakes(): number {
  const codes = { do: 'code', symptom: 'bill', cause: 'people', escalation: 'waited' } as const;
  return workOf({ ...codes, root: 'billing' })[0] - workOf({ ...codes, root: null })[0];
}
