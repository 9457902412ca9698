/** Rules of the matrix machine as plain functions: flags with hysteresis, stalls, ends. The machine only names them. */

import { exp } from '../sim/math/elementary.ts';
import type { PathId, QuarterPlan } from './controls.ts';
import type { Facts } from './guards.ts';
import { gapOf, paths, weakestStock } from './paths.ts';
import { usualParameters as rule } from './parameters.ts';

export type Pace = QuarterPlan['crm.pace'];
export type Scope = QuarterPlan['crm.scope'];

/** Memory of the machine. All counters stop at the number that matters, so that the machine has finitely many states. */
export interface MatrixContext {
  /** Path of the running or last programme, and the one prepared while it is embedding ('stay' = none). */
  path: PathId;
  next: PathId;
  pace: Pace;
  scope: Scope;
  pilot: boolean;
  /** The path is what a leap was cut down to. */
  cutDown: boolean;
  /** Quarters spent in the present programme state, counted up to 3. */
  turns: number;
  /** I and P count as high: set after two quarters at 60 or more, cleared after two under 45. */
  informationHigh: boolean;
  individualisationHigh: boolean;
  /** Quarters in a row that speak for a change of the flag, 0-1. */
  informationTurns: number;
  individualisationTurns: number;
  /** Cause of the last stall. */
  stalledBy: StallCause | null;
}
export type StallCause = 'S' | 'L' | 'X' | 'H' | 'T' | 'Q' | 'adoption' | 'budget' | 'sponsor' | 'revolt';

/** What the machine is told at the end of a quarter. */
export interface QuarterFacts extends Facts {
  /** Points 0-100, true ones. */
  trueInformation: number;
  individualisation: number;
  linkage: number;
  trueConsent: number;
  /** Keyed draw (0,1) of the luck layer. */
  stallDraw: number;
}

/** What a plan says about a programme. */
export interface ProgrammeChoice {
  path: PathId;
  pace: Pace;
  scope: Scope;
  pilot: boolean;
}

export type MatrixEvent =
  | { type: 'programme.analyse' }
  | { type: 'programme.choosePath'; facts: Facts }
  | { type: 'programme.chooseStay' }
  | { type: 'programme.confirm'; choice: ProgrammeChoice; facts: Facts }
  | { type: 'programme.prepare'; choice: ProgrammeChoice; facts: Facts }
  | { type: 'programme.submit'; facts: Facts }
  | { type: 'programme.recover'; facts: Facts }
  | { type: 'programme.downscope'; facts: Facts }
  | { type: 'programme.abandon' }
  | { type: 'sponsor.left' }
  | { type: 'users.revolted' }
  | { type: 'quarter.end'; facts: QuarterFacts };

export interface Flags {
  informationHigh: boolean;
  individualisationHigh: boolean;
  informationTurns: number;
  individualisationTurns: number;
}

/** One flag after a quarter: it turns high after two quarters at 60 or more and low after two under 45. */
function flagAfter(high: boolean, turns: number, points: number): { high: boolean; turns: number } {
  const against = high ? points < rule['meter.low'] : points >= rule['meter.high'];
  if (!against) return { high, turns: 0 };
  return turns + 1 >= rule['meter.turns'] ? { high: !high, turns: 0 } : { high, turns: turns + 1 };
}

/** Both flags after the quarter that ends. */
export function flagsAfter(context: Flags, facts: QuarterFacts): Flags {
  const information = flagAfter(context.informationHigh, context.informationTurns, facts.trueInformation);
  const individualisation = flagAfter(context.individualisationHigh, context.individualisationTurns, facts.individualisation);
  return {
    informationHigh: information.high,
    individualisationHigh: individualisation.high,
    informationTurns: information.turns,
    individualisationTurns: individualisation.turns,
  };
}

/** Level 4 holds only with integration, linkage and consent at 60 or more. */
export function stable(facts: QuarterFacts): boolean {
  const high = rule['meter.high'];
  return facts.stocks.X >= high && facts.linkage >= high && facts.trueConsent >= high;
}

/** The flags that a path was started for are up. */
export function targetReached(path: PathId, flags: Flags): boolean {
  if (path === 'stay') return true;
  const target = paths[path].target;
  return (target === 'individualisation' || flags.informationHigh) && (target === 'information' || flags.individualisationHigh);
}

/** Factor of the pace on the stall rate. */
function paceFactor(pace: Pace): number {
  if (pace === 'careful') return rule['programme.paceCareful'];
  return pace === 'rushed' ? rule['programme.paceRushed'] : 1;
}

/** p = 1 - exp(-pace x (0.01 + 1.2 gap/100)), the chance 0-1 that a roll-out stalls in a quarter. */
export function stallChance(path: PathId, pace: Pace, facts: Pick<Facts, 'stocks'>): number {
  const gap = gapOf(path, facts.stocks);
  return 1 - exp(-paceFactor(pace) * (rule['programme.stallBase'] + (rule['programme.stallGap'] * gap) / 100));
}

/** Why a roll-out stalls this quarter; null = it does not. Compulsory causes first, then the draw, which names the largest gap. */
export function stallCause(context: MatrixContext, facts: QuarterFacts): StallCause | null {
  const path = context.path;
  if (path === 'stay') return null;
  if (facts.released <= 0) return 'budget';
  if (facts.stocks.L < rule['programme.stallLeadership']) return 'L';
  if (context.turns >= 2 && facts.adoption < rule['programme.stallAdoption']) return 'adoption';
  if (gapOf(path, facts.stocks) > rule['programme.submitGap']) return weakestStock(path, facts.stocks);
  return facts.stallDraw < stallChance(path, context.pace, facts) ? weakestStock(path, facts.stocks) : null;
}

/** A pilot may take a second quarter; then it has failed. */
export const pilotOver = (context: MatrixContext): boolean => context.turns >= 1;

/** Roll-out done: the target flags are up and the tools are in use. */
export function rolloutDone(context: MatrixContext, facts: QuarterFacts): boolean {
  return targetReached(context.path, flagsAfter(context, facts)) && facts.adoption >= rule['programme.embedAdoption'];
}

/** Embedding relapses when use falls away or a target flag is lost. */
export function relapsed(context: MatrixContext, facts: QuarterFacts): boolean {
  return facts.adoption < rule['programme.relapseAdoption'] || !targetReached(context.path, flagsAfter(context, facts));
}

/** The single step with the smaller gap that a leap is cut down to. */
export function smallerStep(facts: Facts): 'p12' | 'p13' {
  return gapOf('p12', facts.stocks) <= gapOf('p13', facts.stocks) ? 'p12' : 'p13';
}
