/** Grading: a run and its three anchors replayed on the same seeds, step by step so that a caller can show progress and stop. */

import type { Scenario } from '../scenario/scenario.ts';
import type { Playbook } from '../scenario/playbook.ts';
import { gradingSeeds, type AnchorNames } from './gradingTerms.ts';
import { playbookEntries } from './playbook.ts';
import { originOf, replay, type LoggedEntry, type RunSetting } from './replay.ts';
import type { Outcome, SeedOutcomes } from './score/outcomes.ts';
import { scoreOf } from './score/total.ts';
import { weightsOf } from './score/weights.ts';
import type { Score } from './reports.ts';
import type { World } from './world.ts';

export { type AnchorNames, anchorsInWorld, gradingCustomers, gradingSeeds, gradingSetting } from './gradingTerms.ts';

/** Entries of a playbook for the learner's firm, as a log without hashes. */
export function playbookLog(
  scenario: Scenario,
  playbook: Playbook,
  quartersPerRound: 1 | 2 | 4 = scenario.quartersPerRound,
): LoggedEntry[] {
  const firm = scenario.firms[0].id;
  return playbookEntries(playbook, scenario.quarters, quartersPerRound).map((data, seq) => ({ ...data, seq, firm }) as LoggedEntry);
}

export type AnchorLogs = Readonly<Record<'worst' | 'stay' | 'best', readonly LoggedEntry[]>>;

/** @throws RangeError when a playbook that anchors the score is missing */
export function anchorLogs(scenario: Scenario, playbooks: Readonly<Record<string, Playbook>>, names: AnchorNames): AnchorLogs {
  const log = (name: string): LoggedEntry[] => {
    const playbook = playbooks[name];
    if (!playbook) throw new RangeError(`scenario ${scenario.id} has no playbook ${name}`);
    return playbookLog(scenario, playbook);
  };
  return { worst: log(names.worst), stay: log(names.stay), best: log(names.best) };
}

/** Replays one seed: the run and the anchors; they share the people and so the origin. */
export function gradeSeed(
  scenario: Scenario,
  setting: RunSetting,
  entries: readonly LoggedEntry[],
  anchors: AnchorLogs,
  seed: number,
  origin: World | null = null,
): SeedOutcomes {
  const outcome = (log: readonly LoggedEntry[]): Outcome => replay(scenario, { ...setting, luckSeed: seed }, log, { origin }).outcome;
  return { seed, run: outcome(entries), worst: outcome(anchors.worst), stay: outcome(anchors.stay), best: outcome(anchors.best) };
}

/** Grades seed by seed; yields the score so far after each, so that results stream in and the caller may stop. */
export function* gradeRun(
  scenario: Scenario,
  setting: RunSetting,
  entries: readonly LoggedEntry[],
  anchors: AnchorLogs,
  seeds: readonly number[] = gradingSeeds,
): Generator<{ done: number; of: number; score: Score }> {
  const outcomes: SeedOutcomes[] = [];
  const origin = originOf(scenario, setting);
  for (const seed of seeds) {
    outcomes.push(gradeSeed(scenario, setting, entries, anchors, seed, origin));
    yield { done: outcomes.length, of: seeds.length, score: scoreOf(outcomes, setting.luckSeed, weightsOf(scenario.weights)) };
  }
}
