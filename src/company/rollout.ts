/** The roll-out of a programme: how far it reaches, when it starts, ends or falls back (mechanics: programme). */

import type { QuarterPlan } from './controls.ts';
import { noUnits } from './costLines.ts';
import type { Established, FirmState } from './firm.ts';
import { expectationSet } from './expectation.ts';
import { scopeReach } from './optionTables.ts';
import { type FirmParameters, usualParameters } from './parameters.ts';
import { buildsData, buildsDelivery, paths, plannedTurns, type RealPathId } from './paths.ts';
import { programmeOf } from './programme.ts';

/** Share 0-1 of customers within reach of the records, and of designed treatment, the running roll-out included. */
export function reach(firm: FirmState): { data: number; delivery: number } {
  const { path, running } = programmeOf(firm);
  if (path === 'stay' || !running) return { data: firm.established.data, delivery: firm.established.delivery };
  return {
    data: Math.max(firm.established.data, firm.rollout * dataShare(path)),
    delivery: Math.max(firm.established.delivery, buildsDelivery[path] ? firm.rollout : 0),
  };
}

/** Part 0-1 of a roll-out that builds records: the whole of it on a path to data, the desk's simple customer file on one to service alone. */
const dataShare = (path: RealPathId): number => (buildsData[path] ? 1 : usualParameters['programme.serviceFile']);

/** Roll-out share after a quarter: + 1/turns x adoption/60 (at most 1), never beyond the scope. */
export function rolloutAfter(firm: FirmState, p: FirmParameters): number {
  const { path, state, context } = programmeOf(firm);
  if (path === 'stay' || (state !== 'rollingOut' && state !== 'embedding')) return firm.rollout;
  const speed = Math.min(1, firm.adoption / p['programme.fullAdoption']);
  const next = firm.rollout + speed / plannedTurns(path, context.pace);
  return Math.max(firm.rollout, Math.min(scopeReach[context.scope], next));
}

/** The firm as its new programme begins: a pilot reaches a tenth of the customers, the tools are new to everybody. */
export function programmeStarted(firm: FirmState, plan: QuarterPlan, p: FirmParameters): FirmState {
  const { context } = programmeOf(firm);
  return {
    // A leap that is cut down is still the project of which something was promised.
    ...(context.cutDown ? firm : expectationSet(firm, plan, p)),
    established: { ...firm.established, adoption: adoptionBefore(firm) },
    adoption: p['adoption.start'],
    rollout: Math.max(context.pilot ? p['programme.pilotReach'] : 0, context.cutDown ? firm.rollout : 0),
    rolloutGrowth: 0,
    spentOnProgramme: 0,
    billedLines: noUnits,
    billedTurns: 0,
    plannedLines: plan['crm.tco'],
  };
}

function adoptionBefore(firm: FirmState): number {
  const inUse = firm.established.data + firm.established.delivery > 0;
  return inUse ? Math.max(firm.adoption, firm.established.adoption) : firm.established.adoption;
}

/** What stays after a programme has ended well: its reach and its adoption. */
export function programmeFinished(firm: FirmState): FirmState {
  const { path } = programmeOf(firm);
  if (path === 'stay') return firm;
  const established: Established = {
    data: Math.max(firm.established.data, firm.rollout * dataShare(path)),
    delivery: buildsDelivery[path] ? Math.max(firm.established.delivery, firm.rollout) : firm.established.delivery,
    adoption: 0,
  };
  return { ...firm, established, rolloutGrowth: 0 };
}

/** The scar of rolling back: leadership and people lost, twice for the leap, half where data remain; the roll-out is undone. */
export function programmeRolledBack(firm: FirmState, p: FirmParameters): FirmState {
  const { path } = programmeOf(firm);
  if (path === 'stay') return firm;
  const factor = paths[path].scar;
  const kept = factor < 1 && buildsData[path] ? Math.max(firm.established.data, firm.rollout * factor) : firm.established.data;
  return {
    ...firm,
    stocks: {
      ...firm.stocks,
      L: Math.max(0, firm.stocks.L - p['programme.scarL'] * factor),
      H: Math.max(0, firm.stocks.H - p['programme.scarH'] * factor),
    },
    established: { ...firm.established, data: kept },
    adoption: firm.established.adoption,
    rollout: 0,
    rolloutGrowth: 0,
  };
}

/** Users revolt against tools that are forced on them: control first, nobody asked, hardly anybody uses them in the second quarter. */
export function usersRevolt(firm: FirmState, plan: QuarterPlan, p: FirmParameters): boolean {
  const { state, context } = programmeOf(firm);
  return (
    state === 'rollingOut' &&
    context.turns >= 1 &&
    plan['imp.style'] === 'control' &&
    plan['imp.involve'] === 'none' &&
    firm.adoption < p['programme.revoltAdoption']
  );
}

/** Factor 0-1 on care and throughput while a roll-out disturbs the work: 1 - .12 x yearly growth of rho x (1 - adoption). */
export function disturbance(firm: FirmState, p: FirmParameters): number {
  const quartersAYear = 4;
  return 1 - p['programme.jCurve'] * firm.rolloutGrowth * quartersAYear * (1 - firm.adoption / 100);
}
