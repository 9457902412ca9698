/** Run files of a playbook up to some quarter, for tests that import them: bundled, run in Node. */

import { savedRun } from '../../src/cli/savedRun.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { writeRun } from '../../src/game/runFile.ts';
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
