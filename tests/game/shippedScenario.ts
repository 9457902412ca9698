/** The scenarios that ship with the game, read from their folders. */

import { readdirSync, readFileSync } from 'node:fs';
import { scenarioFolders } from '../../tools/scenario-folders.ts';
import { parseScenario, type ScenarioFolder } from '../../src/scenario/parseScenario.ts';

export const vorasBank = (): ScenarioFolder => shippedScenario('voras-bank');
export const tiemNang = (): ScenarioFolder => shippedScenario('tiem-nang');

/** Names of all folders, in their order. */
export const shippedNames = (): string[] => scenarioFolders(new URL('../../scenarios', import.meta.url).pathname);

const read = new Map<string, ScenarioFolder>();

/** Parsed once: nobody changes what it holds. */
export function shippedScenario(id: string): ScenarioFolder {
  const known = read.get(id);
  if (known) return known;
  const folder = new URL(`../../scenarios/${id}/`, import.meta.url);
  const names = ['scenario.yaml', 'expected.json', ...readdirSync(new URL('playbooks/', folder)).map((name) => `playbooks/${name}`)];
  const parsed = parseScenario(new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  read.set(id, parsed.value);
  return parsed.value;
}
