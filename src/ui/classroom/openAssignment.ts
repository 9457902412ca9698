/** From a code, a file or what is kept to an assignment and the firm that it is played on, or to what stands in the way. */

import type { Assignment } from '../../classroom/assignment.ts';
import { assignmentFault, type AssignmentFault } from '../../classroom/assignedScenario.ts';
import type { ParsedAssignment } from '../../classroom/assignmentFile.ts';
import { ENGINE_EPOCH } from '../../game/epoch.ts';
import type { Coded } from '../../scenario/coded.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import type { RunDesk } from '../runs/runDesk.ts';

/** What stands before the code in a link. */
const linkMark = '#/assignment/';

export const assignmentLink = (code: string, address: string): string => `${address}${linkMark}${code}`;

/** Where this app is open, without what comes after. */
export const appAddress = (): string => location.href.split(/[?#]/)[0]!;

export type OpenedAssignment =
  | { ok: true; assignment: Assignment; /** As it ships. */ folder: ScenarioFolder }
  | { ok: false; errors: readonly Coded[]; fault: AssignmentFault | null };

/** Holds what was read against the firms that this app has. */
export async function openAssignment(parsed: ParsedAssignment, runs: RunDesk): Promise<OpenedAssignment> {
  if (!parsed.ok) return { ok: false, errors: parsed.errors, fault: null };
  const { assignment } = parsed;
  const folder = await runs.shipped(assignment.scenario.id);
  const fault = folder === null ? 'scenario' : assignmentFault(assignment, folder, ENGINE_EPOCH);
  return folder === null || fault !== null ? { ok: false, errors: [], fault } : { ok: true, assignment, folder };
}
