/** What a thread of the class is asked and answers: plain data, one job whole. */

import type { Outcome } from '../game/score/outcomes.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { gradingSeedsOf, type Assignment } from './assignment.ts';
import { ClassBench, type AnchorOutcomes, type CheckedRun } from './classBench.ts';

/** What every thread of a class is started with. @see assignedFolder */
export interface ClassSetting {
  folder: ScenarioFolder;
  assignment: Assignment;
}

export type ClassJob =
  /** The anchors on one draw; asked once a class. */
  | { kind: 'anchors'; seed: number }
  /** One file: read, held against the assignment, played, then graded on every draw if it holds. */
  | { kind: 'run'; bytes: Uint8Array };

export type ClassResult =
  { kind: 'anchors'; outcomes: AnchorOutcomes } | { kind: 'run'; checked: CheckedRun; outcomes: readonly Outcome[] };

/** Plays jobs of one class one after another. */
export function classPlayer({ folder, assignment }: ClassSetting): (job: ClassJob) => ClassResult {
  const bench = new ClassBench(folder, assignment);
  const seeds = gradingSeedsOf(assignment);
  return (job) => {
    if (job.kind === 'anchors') return { kind: 'anchors', outcomes: bench.anchors(job.seed) };
    const checked = bench.check(job.bytes);
    const outcomes = checked.ok ? seeds.map((seed) => bench.outcome(checked.played.run.entries, seed)) : [];
    return { kind: 'run', checked, outcomes };
  };
}
