/** The results that a scenario is held to, as written in its expected.json. */

import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { gradingSeeds, playbookLog } from '../../src/game/grade.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import type { Expected } from '../../src/scenario/scenario.ts';
import { lastDigest } from './lastDigest.ts';

/** Every digest of an expected.json is that of the last quarter on these seeds, with so few people that all can be tested each time. */
export const digestSetting = { customers: 2000, populationSeed: 1, luckSeed: gradingSeeds[0]! };

/** Digest of the last quarter of a playbook in a hidden world. */
export function playbookDigest({ scenario, playbooks }: ScenarioFolder, world: number, name: string): string {
  return lastDigest(scenario, { ...digestSetting, world }, playbookLog(scenario, playbooks[name]!));
}

/** Mean and standard deviation of a playbook's score, by world id and playbook name. */
export type ScoreTable = Readonly<Record<string, Readonly<Record<string, { mean: number; sd: number }>>>>;

/** @param customers people in the runs behind the table; @param seeds luck seeds of each mean */
export function expectedOf(
  folder: ScenarioFolder,
  scores: ScoreTable,
  { customers, seeds }: Pick<Expected, 'customers' | 'seeds'>,
): Expected {
  const hundredths = (value: number): number => Math.round(value * 100) / 100;
  const worlds = folder.scenario.worlds.map(({ id }, world) => {
    const rows = Object.keys(folder.playbooks).map((name) => {
      const { mean, sd } = scores[id]![name]!;
      return [name, { mean: hundredths(mean), sd: hundredths(sd), digest: playbookDigest(folder, world, name) }] as const;
    });
    return [id, Object.fromEntries(rows)] as const;
  });
  // Which playbooks anchor the score is the author's word, not a result.
  const { anchors, bestIn } = folder.expected!;
  return { epoch: ENGINE_EPOCH, anchors, ...(bestIn && { bestIn }), customers, seeds, worlds: Object.fromEntries(worlds) };
}
