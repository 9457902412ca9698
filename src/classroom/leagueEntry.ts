/** What is kept of one run that was handed in: plain data, small, the same from the page and from the command line. */

import { mostLookedAhead } from '../game/lookedAhead.ts';
import type { Score } from '../game/reports.ts';
import type { RunFile } from '../game/run.ts';
import type { Outcome, SeedOutcomes } from '../game/score/outcomes.ts';
import { scoreOf } from '../game/score/total.ts';
import { weightsOf } from '../game/score/weights.ts';
import type { LifeFigures } from '../game/whatIf/replayTask.ts';
import type { Coded } from '../scenario/coded.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { gradingSeedsOf, type Assignment } from './assignment.ts';
import { decisionMarks } from './alike.ts';
import { claimHolds, type Refusal } from './checkRun.ts';
import type { AnchorOutcomes, PlayedRun } from './classBench.ts';

/** Where the firm stood at the end of a quarter, in truth. */
export type PathPoint = Pick<LifeFigures, 'level' | 'information' | 'individualisation' | 'equity'>;

export interface Graded {
  score: Score;
  path: readonly PathPoint[];
  /** Decisions made in each round: controls set, moves and forecasts. */
  decided: readonly number[];
  forecasts: { made: number; hit: number };
  /** Reasons written, in the learner's own words. */
  reasons: number;
  /** Quarters played, of those set. */
  quarters: { played: number; of: number };
  /** Most quarters that a round had been looked ahead; null where it is not recorded. */
  lookedAhead: number | null;
  /** See decisionMarks. */
  marks: readonly number[];
  /** Score that the file claims; null where it claims none. */
  claimed: number | null;
}

export interface LeagueEntry {
  /** Name of the file, or of the link's place in what was pasted. */
  file: string;
  /** As the run names him; null where it cannot be read. */
  student: string | null;
  /** The lecturer took it in as late. */
  late: boolean;
  graded: Graded | null;
  refusal: Refusal | null;
  /** What the reader of run files says of a file that it refuses. */
  errors: readonly Coded[];
}

/** Of a file that is not taken. */
export const refusedEntry = (
  file: string,
  late: boolean,
  refusal: Refusal,
  run: RunFile | null = null,
  errors: readonly Coded[] = [],
): LeagueEntry => ({ file, student: run?.assignment?.student ?? null, late, graded: null, refusal, errors });

/**
 * Of a run that plays as it says: graded on the draws of the class. A claim on other draws than those cannot be held against this score, and is not.
 * @param outcomes of the run, and of the anchors, draw by draw in the order of `gradingSeedsOf`
 */
export function gradedEntry(
  file: string,
  late: boolean,
  { run, quarters, forecasts, committed }: PlayedRun,
  assignment: Assignment,
  scenario: Scenario,
  outcomes: readonly Outcome[],
  anchors: readonly AnchorOutcomes[],
): LeagueEntry {
  const seeds = gradingSeedsOf(assignment);
  const graded = seeds.map((seed, index): SeedOutcomes => ({ seed, run: outcomes[index]!, ...anchors[index]! }));
  const score = scoreOf(graded, run.luckSeed, weightsOf(scenario.weights));
  const claimed = run.claimed?.total ?? null;
  if (claimed !== null && !assignment.heldBack && !claimHolds(claimed, score.total))
    return refusedEntry(file, late, { reason: 'score', at: `${claimed} ≠ ${score.total.toFixed(2)}` }, run);
  return {
    file,
    student: run.assignment?.student ?? null,
    late,
    refusal: null,
    errors: [],
    graded: {
      score: { ...score, criteria: score.criteria.map((criterion) => ({ ...criterion, evidence: [] })) },
      path: quarters.map(({ level, information, individualisation, equity }) => ({ level, information, individualisation, equity })),
      decided: decidedByRound(run, scenario.quartersPerRound, Math.ceil(scenario.quarters / scenario.quartersPerRound)),
      forecasts,
      reasons: run.entries.filter(({ kind }) => kind === 'note').length,
      quarters: { played: committed, of: scenario.quarters },
      lookedAhead: mostLookedAhead(run),
      marks: decisionMarks(run),
      claimed,
    },
  };
}

function decidedByRound({ entries }: RunFile, quartersPerRound: number, rounds: number): number[] {
  const counts = Array.from({ length: rounds }, () => 0);
  for (const entry of entries) {
    const round = Math.floor((entry.quarter - 1) / quartersPerRound);
    if (entry.kind === 'plan') counts[round]! += Object.keys(entry.data.plan).length;
    else if (entry.kind === 'move' || entry.kind === 'predict') counts[round]! += 1;
  }
  return counts;
}
