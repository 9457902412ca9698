/** Which replays tell what each round and each group of decisions made of a run. */

import type { Scenario } from '../../scenario/scenario.ts';
import type { AnchorNames } from '../grade.ts';
import type { LoggedEntry } from '../replay.ts';
import { decidedRounds } from '../whatIf/decisions.ts';
import type { EntryEdit } from '../whatIf/edits.ts';
import { editsWithoutRound } from '../whatIf/repeats.ts';
import type { LogSource, ReplayTask } from '../whatIf/replayTask.ts';
import { type GroupId, groupIds, groupsOf, partIn } from './groups.ts';

export interface PlayedRound {
  /** From 1, with its first and last quarter. */
  round: number;
  first: number;
  last: number;
  /** Plans and moves of the learner's firm that decide something. */
  seqs: readonly number[];
}

/** Name of one replay among those of a draw of luck. */
export type LogName = 'run' | 'worst' | 'stay' | 'best' | `round.${number}` | `mask.${number}`;

export interface ContributionPlan {
  rounds: readonly PlayedRound[];
  /** Groups in which anything was decided: the players of the game. Bit i of a mask is `groups[i]`. */
  groups: readonly GroupId[];
  /** Replays on every draw of luck in their order; those up to `forRounds` tell of the rounds. */
  logs: readonly { name: LogName; log: LogSource }[];
  forRounds: number;
}

/** Rounds as they were committed, with what the firm decided in each. */
export function roundsOf(entries: readonly LoggedEntry[], firm: string): PlayedRound[] {
  const rounds: PlayedRound[] = [];
  let seqs: number[] = [];
  let first = 1;
  for (const entry of entries) {
    if (entry.firm !== firm) continue;
    if (entry.kind !== 'commit') {
      if (groupsOf(entry).size > 0) seqs.push(entry.seq);
      continue;
    }
    const last = first + (entry.data as { quarters: number }).quarters - 1;
    rounds.push({ round: rounds.length + 1, first, last, seqs });
    [first, seqs] = [last + 1, []];
  }
  return rounds;
}

/** What leaves in the log only what is decided in the groups given; none where nothing falls out. */
export function editsToGroups(entries: readonly LoggedEntry[], firm: string, groups: readonly GroupId[]): EntryEdit[] {
  const kept = new Set(groups);
  return entries.flatMap((entry): EntryEdit[] => {
    const own = entry.firm === firm ? groupsOf(entry) : new Set<GroupId>();
    if ([...own].every((group) => kept.has(group))) return [];
    const part = partIn(entry, kept);
    return [part === null ? { kind: 'drop', seqs: [entry.seq] } : { kind: 'change', seq: entry.seq, entry: part }];
  });
}

/** Mask with every player in it. */
const maskOfAll = ({ groups }: Pick<ContributionPlan, 'groups'>): number => (1 << groups.length) - 1;
/** The replay that shows a coalition: the run itself where all are in it. */
export const logNameOf = (plan: Pick<ContributionPlan, 'groups'>, mask: number): LogName =>
  mask === maskOfAll(plan) ? 'run' : `mask.${mask}`;

/** @param anchors null where the scenario has no score */
export function contributionPlan(scenario: Scenario, entries: readonly LoggedEntry[], anchors: AnchorNames | null): ContributionPlan {
  const firm = scenario.firms[0].id;
  const rounds = roundsOf(entries, firm);
  const decidedIn = decidedRounds(scenario, entries);
  const decided = new Set(entries.flatMap((entry) => (entry.firm === firm ? [...groupsOf(entry)] : [])));
  const groups = groupIds.filter((id) => decided.has(id));
  const edited = (edits: readonly EntryEdit[]): LogSource => ({ kind: 'run', edits });
  const coalition = (mask: number): ContributionPlan['logs'][number] => ({
    name: logNameOf({ groups }, mask),
    log: edited(
      editsToGroups(
        entries,
        firm,
        groups.filter((_, i) => (mask & (1 << i)) !== 0),
      ),
    ),
  });
  const masks = Array.from({ length: maskOfAll({ groups }) }, (_, mask) => mask);
  const anchorLogs = (['worst', 'stay', 'best'] as const).flatMap((name) =>
    anchors === null ? [] : [{ name, log: { kind: 'playbook', name: anchors[name] } as const }],
  );
  const logs: ContributionPlan['logs'] = [
    { name: 'run', log: edited([]) },
    ...anchorLogs,
    ...masks.slice(0, 1).map(coalition),
    ...rounds
      .filter(({ seqs }) => seqs.length > 0)
      .map(({ round, seqs }) => ({ name: `round.${round}` as const, log: edited(editsWithoutRound(entries, decidedIn, seqs)) })),
  ];
  return { rounds, groups, logs: [...logs, ...masks.slice(1).map(coalition)], forRounds: logs.length };
}

/** The replays of a plan, draw by draw. */
export const contributionTasks = ({ logs }: ContributionPlan, seeds: readonly number[]): ReplayTask[] =>
  seeds.flatMap((luckSeed) =>
    logs.map(({ log }): ReplayTask => ({ log, luckSeed, rivals: 'react', size: 'graded', quarters: true, fates: false })),
  );
