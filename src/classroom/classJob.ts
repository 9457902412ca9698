/** What a thread of the class is asked and answers: plain data, one job whole. */

import type { RunFile } from '../game/run.ts';
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
  | { kind: 'run'; bytes: Uint8Array }
  /** A log of the class with a decision changed, on some of the draws. */
  | { kind: 'log'; entries: RunFile['entries']; seeds: readonly number[] };

export type ClassResult =
  | { kind: 'anchors'; outcomes: AnchorOutcomes }
  | { kind: 'run'; checked: CheckedRun; outcomes: readonly Outcome[] }
  | { kind: 'log'; outcomes: readonly Outcome[] };

/** Plays jobs of one class one after another. */
export function classPlayer({ folder, assignment }: ClassSetting): (job: ClassJob) => ClassResult {
  const bench = new ClassBench(folder, assignment);
  const seeds = gradingSeedsOf(assignment);
  return (job) => {
    if (job.kind === 'anchors') return { kind: 'anchors', outcomes: bench.anchors(job.seed) };
    if (job.kind === 'log') return { kind: 'log', outcomes: job.seeds.map((seed) => bench.outcome(job.entries, seed)) };
    const checked = bench.check(job.bytes);
    const outcomes = checked.ok ? seeds.map((seed) => bench.outcome(checked.played.run.entries, seed)) : [];
    return { kind: 'run', checked, outcomes };
  };
}
