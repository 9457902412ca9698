/** A player that is a program: it sees what a learner sees and answers with what a learner may decide. */

import type { AnyControl, QuarterPlan } from '../company/controls.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { KnownReport, MatrixView } from './reports.ts';
import type { EntryData } from './run.ts';

/**
 * The decisions for a round, without its commit.
 * @param known the newest report; that of quarter 0 before the first round
 * @param plan the whole plan as it stands
 * @param quarter first quarter of the round, 1-based
 */
export type Player = (known: KnownReport, plan: QuarterPlan, quarter: number) => EntryData[];

/** Whether a control may be decided: its card opens in the round that the scenario says, else in the round of its stage. */
export function isOpen(scenario: Scenario, control: AnyControl, quarter: number): boolean {
  const card: string = control.card;
  const round = Math.floor((quarter - 1) / scenario.quartersPerRound) + 1;
  return round >= (scenario.unlocks.find((unlock) => unlock.card === card)?.quarter ?? control.stage);
}

/** Whether a path could be begun now: nothing but advice stands against it. */
export function isPathOpen({ lacks }: MatrixView['paths'][number]): boolean {
  return lacks.every(({ advisory }) => advisory === true);
}
