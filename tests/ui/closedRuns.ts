/** Closed runs as the engine of the page ends them: each is played once for all files of a worker, and only read. */
import { playbookLog } from '../../src/game/grade.ts';
import type { LoggedEntry } from '../../src/game/replay.ts';
import { Engine } from '../../src/ui/engine.ts';
import { shippedScenario } from '../game/shippedScenario.ts';

type Finished = ReturnType<Engine['finish']>;
const runs = new Map<string, Finished>();

/**
 * What the debrief is made of after a playbook was played to its end on 400 people.
 * @param classes value classes are made and treated differently from the first quarter on
 */
export function closedRun(firm: string, playbook: string, classes = false): Finished {
  const key = [firm, playbook, classes].join(' ');
  const known = runs.get(key);
  if (known) return known;
  const folder = shippedScenario(firm);
  const engine = new Engine(() => Promise.resolve());
  const setting = { customers: 400, world: 0, populationSeed: 5, luckSeed: 3 };
  const plan = { 'idc.class': 'margin', 'idc.benefit': 'mvcMgc' } as const;
  const first: LoggedEntry = { seq: -1, firm: folder.scenario.firms[0].id, kind: 'plan', data: { plan } };
  const log = playbookLog(folder.scenario, folder.playbooks[playbook]!);
  engine.open({ folder, setting, entries: classes ? [first, ...log] : log }, () => undefined);
  const finished = engine.finish();
  runs.set(key, finished);
  return finished;
}
