/** The scenario that ships with the game, read from its folder. */

import { readdirSync, readFileSync } from 'node:fs';
import { parseScenario, type ScenarioFolder } from '../../src/scenario/parseScenario.ts';

const folder = new URL('../../scenarios/voras-bank/', import.meta.url);

export function vorasBank(): ScenarioFolder {
  const names = ['scenario.yaml', 'expected.json', ...readdirSync(new URL('playbooks/', folder)).map((name) => `playbooks/${name}`)];
  const parsed = parseScenario(new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
}
