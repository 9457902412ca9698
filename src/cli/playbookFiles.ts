/** Who plays: a playbook of the scenario by name, a playbook file, or a generated player. */

import { existsSync, readFileSync } from 'node:fs';
import { playbookLog } from '../game/grade.ts';
import { carefulVariants, playbookVariant, playbookVariants } from '../game/players/variants.ts';
import { parsePlaybook, type ScenarioFolder } from '../scenario/parseScenario.ts';
import { UsageError } from './command.ts';
import { playerNames, type Policy } from './replayJob.ts';
import { placeOf } from './scenarioFiles.ts';

/**
 * @param world index of the hidden world, which some players are made for
 * Throws a UsageError for a name that is nothing of the kind and for a file that is no playbook of the scenario.
 */
export function policyNamed(name: string, folder: ScenarioFolder, world: number): Policy {
  const { scenario, playbooks } = folder;
  const player = [...playerNames, ...carefulVariants].find((each) => each === name);
  if (player !== undefined) return { kind: 'player', player };
  const known = Object.hasOwn(playbooks, name) ? playbooks[name] : undefined;
  if (known !== undefined) return { kind: 'log', entries: playbookLog(scenario, known) };
  const variant = playbookVariants.find((each) => each === name);
  if (variant !== undefined && folder.expected !== null) {
    return { kind: 'log', entries: playbookLog(scenario, playbookVariant(variant, folder, world)) };
  }
  if (!existsSync(name)) throw new UsageError('noSuchPlaybook', { name, names: namesFor(folder).join(' ') });
  const parsed = parsePlaybook(readFileSync(name, 'utf8'), scenario);
  if (!parsed.ok) throw new UsageError('badPlaybook', { name, first: placeOf(parsed.errors[0]!) });
  return { kind: 'log', entries: playbookLog(scenario, parsed.value) };
}

function namesFor({ playbooks, expected }: ScenarioFolder): string[] {
  return [...Object.keys(playbooks), ...playerNames, ...carefulVariants, ...(expected === null ? [] : playbookVariants)];
}
