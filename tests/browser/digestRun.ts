/** Plays one run of a scenario folder and returns its digests: bundled once, run in Node and in the browser. */

import { playbookLog } from '../../src/game/grade.ts';
import { replay } from '../../src/game/replay.ts';
import { parseScenario } from '../../src/scenario/parseScenario.ts';

export interface DigestRun {
  digests: readonly string[];
  satisfaction: number;
  value: number;
}

/** @param files text of the scenario folder by path; @param playbook name of the playbook to play */
export function playDigests(files: Readonly<Record<string, string>>, playbook: string, world: number, customers: number): DigestRun {
  const parsed = parseScenario(new Map(Object.entries(files)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const { scenario, playbooks } = parsed.value;
  const setting = { world, populationSeed: 7, luckSeed: 11, customers };
  const { playing, outcome } = replay(scenario, setting, playbookLog(scenario, playbooks[playbook]!), { digests: true });
  return { digests: playing.digests, satisfaction: outcome.satisfaction, value: outcome.value };
}
