/**
 * "Winning a customer costs five times keeping one", tried on this market: the run with a quarter of the marketing money moved to winning,
 * and with a quarter moved to keeping, on the same luck. The same money wins so many more in the one and loses so many more in the other. Beside them
 * the run and its twin without CRM.
 */

import { startPlan } from '../../company/plan.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { gradingSeeds } from '../grade.ts';
import { pairedDifference, type PairedDifference } from '../pairs.ts';
import type { LoggedEntry } from '../replay.ts';
import type { EntryEdit } from '../whatIf/edits.ts';
import type { LogSource, ReplayedLife, ReplayTask } from '../whatIf/replayTask.ts';

/** Points of the split moved either way: a quarter of the money, so that what it does stands out from luck. */
export const SPLIT_SHIFT = 25;

/** Luck on which all four are played: the first draws of those that grade. */
export const winOrKeepSeeds: readonly number[] = gradingSeeds.slice(0, 5);
const PARTS = 4;

const within = (share: number): number => Math.min(100, Math.max(0, share));

/** The edits that move the split of marketing money by so many points in every quarter, as far as 0 and 100 allow; none for 0. */
export function splitEdits(scenario: Scenario, entries: readonly LoggedEntry[], shift: number): EntryEdit[] {
  if (shift === 0) return [];
  const [firm] = scenario.firms;
  const segments = scenario.market.segments.map(({ id }) => id);
  const said = entries.flatMap((entry, place) => {
    if (entry.kind !== 'plan' || entry.firm !== firm.id) return [];
    const split = (entry.data as { plan: { 'biz.split'?: number } }).plan['biz.split'];
    return split === undefined ? [] : [{ place, split, entry }];
  });
  const first = entries.findIndex(({ kind, firm: of }) => kind === 'commit' && of === firm.id);
  const begins = said.findLast(({ place }) => place < first)?.split ?? startPlan(scenario.startPlan, segments)['biz.split'];
  return [
    ...said.map(({ split, entry }): EntryEdit => {
      const { data } = entry as { data: { plan: object } };
      return {
        kind: 'change',
        seq: entry.seq,
        entry: { kind: 'plan', data: { ...data, plan: { ...data.plan, 'biz.split': within(split + shift) } } },
      };
    }),
    { kind: 'plan', quarter: 1, plan: { 'biz.split': within(begins + shift) } },
  ];
}

/** The replays draw by draw: more for winning, more for keeping, the run, its twin. */
export function winOrKeepTasks(
  scenario: Scenario,
  entries: readonly LoggedEntry[],
  seeds = winOrKeepSeeds,
  step = SPLIT_SHIFT,
): ReplayTask[] {
  const logs: LogSource[] = [
    { kind: 'run', edits: splitEdits(scenario, entries, step) },
    { kind: 'run', edits: splitEdits(scenario, entries, -step) },
    { kind: 'run', edits: [] },
    { kind: 'twin' },
  ];
  return seeds.flatMap((luckSeed) =>
    logs.map((log): ReplayTask => ({ log, luckSeed, rivals: 'react', size: 'graded', quarters: true, fates: false })),
  );
}

export interface WinOrKeep {
  /** Draws on which all four were played. */
  seeds: number;
  /** Currency moved from keeping to winning between the two, mean. */
  moved: number;
  /** More for winning less more for keeping, in real customers over the run: won, and lost. */
  won: PairedDifference;
  lost: PairedDifference;
  /**
   * Times that winning one more costs keeping one more, with a range from both 95% intervals (as wide as the two allow together).
   * noMoney: nothing could be moved; noWin, noKeep: the money brought no more customers, or kept no more, that luck could not have; early: one draw.
   */
  finding: { kind: 'times'; times: number; range: readonly [number, number] } | { kind: 'noMoney' | 'noWin' | 'noKeep' | 'early' };
  /** The run less its twin without CRM: contribution over the run and equity at its end, currency. */
  twinContribution: PairedDifference;
  twinEquity: PairedDifference;
}

/** @param lives in the order of winOrKeepTasks, null where not played yet; null until one draw is whole */
export function winOrKeep(lives: readonly (ReplayedLife | null)[]): WinOrKeep | null {
  const draws: ReplayedLife[][] = [];
  for (let first = 0; first < lives.length; first += PARTS) {
    const draw = lives.slice(first, first + PARTS).filter((life) => life !== null);
    if (draw.length === PARTS) draws.push(draw);
  }
  if (draws.length === 0) return null;
  const over = (part: number, of: (quarter: ReplayedLife['quarters'][number]) => number): number[] =>
    draws.map((draw) => draw[part]!.quarters.reduce((sum, quarter) => sum + of(quarter), 0));
  const last = (part: number): number[] => draws.map((draw) => draw[part]!.quarters.at(-1)!.equity);
  const more = (of: (quarter: ReplayedLife['quarters'][number]) => number): PairedDifference => pairedDifference(over(0, of), over(1, of));
  const won = more(({ gained }) => gained);
  const lost = more(({ lost: left }) => left);
  const moved = more(({ winning }) => winning).mean;
  return {
    seeds: draws.length,
    moved,
    won,
    lost,
    finding: found(moved, won, lost),
    twinContribution: pairedDifference(
      over(2, ({ contribution }) => contribution),
      over(3, ({ contribution }) => contribution),
    ),
    twinEquity: pairedDifference(last(2), last(3)),
  };
}

/** The same money wins `won` more or keeps `lost` more: each costs the money over its number. */
function found(moved: number, won: PairedDifference, lost: PairedDifference): WinOrKeep['finding'] {
  if (moved <= 0) return { kind: 'noMoney' };
  if (won.range === null || lost.range === null) return { kind: 'early' };
  if (won.range[0] <= 0) return { kind: 'noWin' };
  if (lost.range[0] <= 0) return { kind: 'noKeep' };
  return { kind: 'times', times: lost.mean / won.mean, range: [lost.range[0] / won.range[1], lost.range[1] / won.range[0]] };
}
