/** Decisions of a run under the rounds that they were made in. */

import type { PlayedRound } from '../../game/contributions/contributionPlan.ts';
import { type Decided, type GroupId, partIn } from '../../game/contributions/groups.ts';
import type { LoggedEntry } from '../../game/replay.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { number } from '../format.ts';
import { entryWords } from './entryWords.ts';
import { spanWords } from './quarterWords.ts';

/** Decisions that a bar stands for, under the round they were made in. */
export interface DecidedIn {
  title: string;
  lines: readonly string[];
}

/** Decisions of the run by round, only those in the groups given. */
export function decidedBy(
  entries: readonly LoggedEntry[],
  rounds: readonly PlayedRound[],
  groups: ReadonlySet<GroupId>,
  scenario: Scenario,
): DecidedIn[] {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  return rounds.flatMap((round): DecidedIn[] => {
    const parts = round.seqs.flatMap((seq): Decided[] => {
      const entry = bySeq.get(seq);
      const part = entry && partIn(entry, groups);
      return part ? [part] : [];
    });
    return parts.length === 0 ? [] : [{ title: roundName(round), lines: parts.flatMap((part) => entryWords(part, scenario)) }];
  });
}

/** A round with its quarters. */
export const roundName = ({ round, first, last }: PlayedRound): string =>
  m.contributions_round({ round: number(round), quarters: spanWords(first, last) });
