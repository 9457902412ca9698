/** A player that is a program: it sees what a learner sees and answers with what a learner may decide. */

import type { AnyControl, QuarterPlan } from '../company/controls.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openByPlan, roundOfCard } from './unlocking.ts';
import type { KnownReport, MatrixView } from './reports.ts';
import type { EntryData } from './run.ts';

/**
 * The decisions for a round, without its commit.
 * @param known the newest report; that of quarter 0 before the first round
 * @param plan the whole plan as it stands
 * @param quarter first quarter of the round, 1-based
 */
export type Player = (known: KnownReport, plan: QuarterPlan, quarter: number) => EntryData[];

/** Whether a control may be decided in the round that begins with a quarter: as on the screen, without cards bought before their time. */
export function isOpen({ unlocks, quartersPerRound }: Scenario, control: AnyControl, quarter: number): boolean {
  const round = Math.floor((quarter - 1) / quartersPerRound) + 1;
  return openByPlan(roundOfCard(control.card, unlocks), round, quartersPerRound);
}

/** Whether a path could be begun now: nothing but advice stands against it. */
export function isPathOpen({ lacks }: MatrixView['paths'][number]): boolean {
  return lacks.every(({ advisory }) => advisory === true);
}
