/** On what runs are graded: apart from grading itself, so that a screen may name it without loading the market. */

import type { Expected, Scenario } from '../scenario/scenario.ts';
import type { RunSetting } from './replay.ts';

/** Seeds on which a run is graded when no assignment says otherwise; they belong to the product, never to the student. */
export const gradingSeeds: readonly number[] = Array.from({ length: 30 }, (_, index) => 1001 + index);

/** Most simulated customers in a replay that only grades: beyond it the mean score moves little, and the wait grows. */
export const gradingCustomers = 5000;

/** The setting in which a run is graded. */
export const gradingSetting = <Setting extends Pick<RunSetting, 'customers'>>(setting: Setting): Setting => ({
  ...setting,
  customers: Math.min(setting.customers, gradingCustomers),
});

export type AnchorNames = Readonly<Record<'worst' | 'stay' | 'best', string>>;

/** Names of the anchors in one hidden world, by its index. */
export function anchorsInWorld(
  { anchors, bestIn }: Pick<Expected, 'anchors' | 'bestIn'>,
  { worlds }: Scenario,
  world: number,
): AnchorNames {
  return { ...anchors, best: bestIn?.[worlds[world]?.id ?? ''] ?? anchors.best };
}
