/**
 * How many quarters past each round had been simulated, in this run or in another of the same future, when the round was handed in. A run
 * played straight on has none; one that plays on from an earlier point has those that were seen beyond it. It is told, never judged: no
 * hash and no score depends on it.
 */

import type { Path } from '../scenario/coded.ts';
import { mostQuarters, type DecisionEntry, type RunFile } from './run.ts';

type Log = Pick<RunFile, 'entries'>;
type LookedAhead = Pick<RunFile, 'lookedAhead'>;
type Commit = Extract<DecisionEntry, { kind: 'commit' }>;

/** The rounds of a log in the order in which they were handed in. */
const commitsOf = ({ entries }: Log): Commit[] => entries.filter((entry): entry is Commit => entry.kind === 'commit');

/**
 * The run with its new rounds noted; those noted before stay as they are. A run that does not say how its earlier rounds came about
 * stays without the list.
 * @param seen last quarter of this future that was simulated before the new rounds, 0 for none
 */
export function noteLookedAhead(run: RunFile, seen: number): RunFile {
  const { lookedAhead } = run;
  if (lookedAhead === undefined) return run;
  let known = seen;
  const commits = commitsOf(run);
  const noted = commits.map(({ quarter, data }, round) => {
    const ahead = lookedAhead[round] ?? Math.max(0, known - (quarter - 1));
    known = Math.max(known, quarter - 1 + Math.max(ahead, data.quarters));
    return ahead;
  });
  return { ...run, lookedAhead: noted };
}

/** Last quarter that was simulated as far as the run itself tells: those it played and those it was looked ahead to. 0 = none. */
export function seenIn({ entries, lookedAhead = [] }: Log & LookedAhead): number {
  return commitsOf({ entries }).reduce(
    (last, { quarter, data }, round) => Math.max(last, quarter - 1 + Math.max(data.quarters, lookedAhead[round] ?? 0)),
    0,
  );
}

/** A kept list as far as it tells of the first `rounds` rounds; null where it tells of fewer or holds what no such list does. */
export function lookedAheadOf(rounds: number, kept: unknown): readonly number[] | null {
  if (!Array.isArray(kept) || kept.length < rounds) return null;
  const list: unknown[] = kept.slice(0, rounds);
  return list.every((quarters) => Number.isInteger(quarters) && Number(quarters) >= 0 && Number(quarters) <= mostQuarters)
    ? (list as number[])
    : null;
}

/** The most quarters that a round of the run was looked ahead; null where it was not recorded. */
export function mostLookedAhead({ lookedAhead }: LookedAhead): number | null {
  return lookedAhead === undefined ? null : Math.max(0, ...lookedAhead);
}

/** Holds the list of a run against its log: one figure a round (`tooFew`, `tooMany`), none beyond the longest run (`outOfRange`). */
export function checkLookedAhead(run: RunFile, refuse: (code: string, path: Path, values: Record<string, number>) => void): void {
  const { lookedAhead } = run;
  if (lookedAhead === undefined) return;
  const commits = commitsOf(run);
  const [count, rounds] = [lookedAhead.length, commits.length];
  if (count < rounds) refuse('tooFew', ['lookedAhead'], { count, least: rounds });
  if (count > rounds) refuse('tooMany', ['lookedAhead'], { count, most: rounds });
  commits.forEach(({ quarter }, round) => {
    const high = mostQuarters - (quarter - 1);
    const value = lookedAhead[round] ?? 0;
    if (value > high) refuse('outOfRange', ['lookedAhead', round], { value, low: 0, high });
  });
}
