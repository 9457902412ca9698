/** Reader of expected.json: the results that a scenario is held to. */

import type { Expected, Scenario } from './scenario.ts';
import { byId, integer, number, optional, patterned, record, slug } from './schema.ts';
import type { ErrorList } from './yamlTree.ts';

const digest = patterned(64, /^[0-9a-f]{8,64}$/);

export const expectedSchema = record<Expected>({
  epoch: integer(0, 1_000_000),
  anchors: record<Expected['anchors']>({ worst: slug, stay: slug, best: slug }),
  bestIn: optional(byId(slug)),
  customers: integer(1, 1_000_000),
  seeds: integer(1, 10_000),
  worlds: byId(byId(record<Expected['worlds'][string][string]>({ mean: number(-1e15, 1e15), sd: number(0, 1e15), digest }))),
});

/** Every name is that of a playbook or a world of the scenario. */
export function checkExpected(expected: Expected, scenario: Scenario, playbooks: ReadonlySet<string>, errors: ErrorList): void {
  for (const [role, name] of Object.entries(expected.anchors)) {
    if (!playbooks.has(name)) errors.add('unknownReference', ['anchors', role], { kind: 'playbook', id: name });
  }
  for (const [world, name] of Object.entries(expected.bestIn ?? {})) {
    if (!scenario.worlds.some(({ id }) => id === world)) errors.add('unknownReference', ['bestIn', world], { kind: 'world', id: world });
    if (!playbooks.has(name)) errors.add('unknownReference', ['bestIn', world], { kind: 'playbook', id: name });
  }
  for (const [world, results] of Object.entries(expected.worlds)) {
    if (!scenario.worlds.some(({ id }) => id === world)) errors.add('unknownReference', ['worlds', world], { kind: 'world', id: world });
    for (const name of Object.keys(results)) {
      if (!playbooks.has(name)) errors.add('unknownReference', ['worlds', world, name], { kind: 'playbook', id: name });
    }
  }
}
