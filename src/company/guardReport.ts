/** The guards of the programme as the screen shows them: what refuses each of them now. */

import { factsOf } from './attempt.ts';
import type { PathId, QuarterPlan } from './controls.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import type { Reason } from './guards.ts';
import { programmeOf } from './programme.ts';
import { type ProgrammeGuard, programmeGuards } from './programmeGuards.ts';

/** Reasons by guard; an empty list lets through. A guard is missing while there is no path that it could be asked for. */
export type GuardReport = Readonly<Partial<Record<ProgrammeGuard, readonly Reason[]>>>;

/**
 * How the guards would answer when the coming quarter begins, by what the firm knows of itself.
 * A running programme is asked about its own path; before that, and for what comes next, the path that the plan names.
 * @param analysed ids of the analyses bought, those of the plan included
 */
export function guardReport(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, analysed: readonly string[]): GuardReport {
  const facts = factsOf(firm, spec, plan, analysed);
  const { path, running, context } = programmeOf(firm);
  const planned = plan['crm.path'];
  const now = running ? path : planned;
  const next = planned === path ? context.next : planned;
  const asked: Readonly<Record<ProgrammeGuard, PathId>> = {
    mayChoose: now,
    mayConfirm: now,
    maySubmit: now,
    pilotPassed: now,
    mayRecover: now,
    mayDownscope: now,
    mayPrepareNext: next,
    hasNext: next,
    mayStartNext: next,
  };
  const guards = Object.keys(asked) as ProgrammeGuard[];
  const open = guards.filter((guard) => guard === 'mayChoose' || asked[guard] !== 'stay');
  return Object.fromEntries(open.map((guard) => [guard, programmeGuards[guard](asked[guard], facts)]));
}
