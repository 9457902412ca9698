/** Run files of a playbook up to some quarter, for tests that import them: bundled, run in Node. */

import { choiceFor, headerFor } from '../../src/classroom/assignment.ts';
import { parseAssignment } from '../../src/classroom/assignmentFile.ts';
import { assignedFolder } from '../../src/classroom/assignedScenario.ts';
import { deckWords } from '../../src/classroom/deckWords.ts';
import { savedRun } from '../../src/cli/savedRun.ts';
import { appendEntries, newRun } from '../../src/game/chain.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { playbookEntries } from '../../src/game/playbook.ts';
import { replay } from '../../src/game/replay.ts';
import { writeRun } from '../../src/game/runFile.ts';
import { headerFor as headerOf } from '../../src/saves/runs.ts';
import { parseScenario } from '../../src/scenario/parseScenario.ts';

/**
 * @param files text of the scenario folder by path
 * @param quarters committed quarters that the file holds, a multiple of two
 * @param customers people simulated; a debrief replays them many times over
 */
export function runFileOf(files: Readonly<Record<string, string>>, playbook: string, quarters: number, customers = 400): string {
  const parsed = parseScenario(new Map(Object.entries(files)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const { scenario, playbooks } = parsed.value;
  const log = playbookLog(scenario, playbooks[playbook]!);
  const commits = log.flatMap(({ kind }, index) => (kind === 'commit' ? [index] : []));
  const setting = { customers, world: 0, populationSeed: 1, luckSeed: 1 };
  const run = savedRun(scenario, setting, log.slice(0, commits[quarters / 2 - 1]! + 1));
  return writeRun({ ...run, digests: run.digests.slice(0, quarters) });
}

/**
 * A student's run of an assignment, whole, with the decisions of a playbook.
 * @param files text of the scenario folder by path; @param assignment its file
 */
export function assignedRunOf(files: Readonly<Record<string, string>>, assignment: string, student: string, playbook: string): string {
  const parsed = parseScenario(new Map(Object.entries(files)));
  const read = parseAssignment(new TextEncoder().encode(assignment));
  if (!parsed.ok || !read.ok) throw new Error('the scenario or the assignment is not good');
  const folder = assignedFolder(read.assignment, parsed.value, deckWords);
  const { scenario, playbooks } = folder;
  const header = headerOf(folder, { ...choiceFor(read.assignment, student), ...headerFor(read.assignment, student), app: '0.1.0' });
  const decisions = playbookEntries(playbooks[playbook]!, scenario.quarters, scenario.quartersPerRound);
  const run = appendEntries(newRun(header), decisions, { firm: scenario.firms[0].id, by: 'learner' });
  return writeRun({ ...run, digests: replay(scenario, run, run.entries, { digests: true }).playing.digests });
}
