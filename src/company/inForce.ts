/** What of a plan acts already: slow decisions land after their lag, later still without leadership or under the wrong owner. */

import { type ControlId, controlById, type PathId, type QuarterPlan } from './controls.ts';
import type { FirmState, TimedEffectId } from './firm.ts';
import { programmeOf } from './programme.ts';
import { usualParameters } from './parameters.ts';
import { delaySaved } from './responding.ts';

const mostLag = 3;
const rightOwners: Readonly<Record<PathId, readonly QuarterPlan['crm.people.owner'][]>> = {
  stay: ['marketing', 'sales', 'service', 'it', 'crossFunctional'],
  p12: ['service', 'crossFunctional'],
  p32: ['service', 'crossFunctional'],
  p13: ['marketing', 'crossFunctional'],
  p23: ['marketing', 'crossFunctional'],
  p24: ['crossFunctional', 'marketing'],
  p34: ['crossFunctional', 'service'],
  p14: ['crossFunctional'],
};

/** The path is led by a department that can carry it (catalogue: a wrong owner delays what is decided). */
export function rightOwner(path: PathId, owner: QuarterPlan['crm.people.owner']): boolean {
  return rightOwners[path].includes(owner);
}

/** Quarters by which slow decisions land later than usual; branches that may answer themselves wait a quarter less. */
export function decisionDelay(firm: FirmState, plan: QuarterPlan): number {
  const weakLeader = firm.stocks.L < usualParameters['programme.stallLeadership'] ? 1 : 0;
  const running = programmeOf(firm).running;
  const wrongOwner = running && !rightOwner(programmeOf(firm).path, plan['crm.people.owner']) ? 1 : 0;
  return Math.max(0, weakLeader + wrongOwner - delaySaved(plan));
}

/** The plan less what was refused when the quarter began; the same for the plan given and for the plan returned. */
export function planInForce(firm: FirmState, plan: QuarterPlan): QuarterPlan {
  return { ...plan, ...firm.overruled };
}

/** Value of a control that acts this quarter: decided `lag` quarters ago. */
export function inForce<Id extends ControlId>(firm: FirmState, plan: QuarterPlan, id: Id): QuarterPlan[Id] {
  const lag = controlById.get(id)!.lag;
  if (lag === 0) return plan[id];
  const ago = Math.min(mostLag, lag + decisionDelay(firm, plan));
  const then = ago === 1 ? firm.lastPlan : firm.earlierPlans[ago - 2];
  return (then ?? firm.lastPlan)[id];
}

/** Sizes of the timed effects of one kind that act in a quarter. */
export function activeEffects(firm: FirmState, effect: TimedEffectId, quarter: number): readonly number[] {
  return firm.pending
    .filter((one) => one.effect === effect && quarter >= one.quarter && quarter < one.quarter + (one.lasts ?? 1))
    .map((one) => one.size);
}
