/** Which migration paths a playbook takes: whether in its world a programme is the best that is known, and which. */

import type { PathId } from '../company/controls.ts';
import type { Playbook } from '../scenario/playbook.ts';

/** Paths in the order in which they are decided, each named once while it is kept; none for a playbook that only stays at its level. */
export function pathsTaken({ start, changes }: Pick<Playbook, 'start' | 'changes'>): Exclude<PathId, 'stay'>[] {
  const decided = [start, ...changes.map(({ plan }) => plan ?? {})].flatMap((plan) => plan['crm.path'] ?? []);
  const kept = decided.filter((path, place) => path !== decided[place - 1]);
  return kept.filter((path): path is Exclude<PathId, 'stay'> => path !== 'stay');
}
