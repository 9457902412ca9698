import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { anchorsInWorld } from '../../src/game/grade.ts';
import { parseScenario, type ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import { playbookDigest } from '../../tools/proof/expected.ts';
import { readScenarioFolder, scenarioFolders } from '../../tools/scenario-folders.ts';
import { turns } from '../turns.ts';

const root = new URL('../../scenarios', import.meta.url).pathname;
const names = scenarioFolders(root);
const missing = (name: string): string => `scenarios/${name}/expected.json is missing: measure the scenario with "npm run proof -- --write"`;

test('there is at least one scenario', () => {
  expect(names.length).toBeGreaterThan(0);
});

describe.each(names.map((name, place) => [name, place] as const))('%s', (name, place) => {
  const parsed = parseScenario(readScenarioFolder(join(root, name)));
  const folder = (parsed.ok ? parsed.value : {}) as ScenarioFolder;
  const { expected, playbooks, scenario } = folder;

  test('its folder is read without an error', () => {
    expect(parsed.ok ? [] : parsed.errors).toEqual([]);
  });

  test('its results have been measured', () => {
    expect(existsSync(join(root, name, 'expected.json')), missing(name)).toBe(true);
  });

  test('its results are of this engine, and hold every playbook in every hidden world', () => {
    expect(expected, missing(name)).not.toBeNull();
    expect(expected!.epoch).toBe(ENGINE_EPOCH);
    expect(Object.keys(expected!.worlds).sort()).toEqual(scenario.worlds.map(({ id }) => id).sort());
    for (const results of Object.values(expected!.worlds)) expect(Object.keys(results).sort()).toEqual(Object.keys(playbooks).sort());
  });

  test('its anchors stand in their order in every world: worst below STAY, STAY not above the best', () => {
    expect(expected, missing(name)).not.toBeNull();
    for (const [index, { id: world }] of scenario.worlds.entries()) {
      const results = expected!.worlds[world]!;
      const anchors = anchorsInWorld(expected!, scenario, index);
      const [worst, stay, best] = [results[anchors.worst]!, results[anchors.stay]!, results[anchors.best]!];
      expect(worst.mean, world).toBeLessThan(stay.mean);
      expect(stay.mean, world).toBeLessThanOrEqual(best.mean);
    }
  });

  const runs = (scenario?.worlds ?? []).flatMap(({ id }, world) =>
    Object.keys(playbooks).map((playbook): [string, string, number] => [playbook, id, world]),
  );
  // A firm after the other begins one further on, so that together they play every playbook and every world.
  for (const [some, options] of turns(runs, Math.ceil(runs.length / 2), place)) {
    test.each(some)('%s in world %s ends on the digest that was written down', options, (playbook, id, world) => {
      expect(expected, missing(name)).not.toBeNull();
      expect(playbookDigest(folder, world, playbook)).toBe(expected!.worlds[id]?.[playbook]?.digest);
    });
  }
});
