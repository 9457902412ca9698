/** A quarter begins: money is released, moves and the path are tried, purchases are made, running work is cut to what can be paid. */

import { attemptPath, send } from './attempt.ts';
import { type ControlId, controls, type QuarterPlan } from './controls.ts';
import type { PlanCosts } from './costs.ts';
import { effectsOf, sponsorLeaves, stillPending } from './events.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import type { Reason } from './guards.ts';
import { activeEffects } from './inForce.ts';
import { grantOf } from './money.ts';
import { applyMoves } from './moves.ts';
import { cardsOpenedBy } from './openCards.ts';
import { type AnsweredOpportunity, answerOpportunities } from './opportunities.ts';
import type { Move, StandingOrders } from './orders.ts';
import { type FirmParameters, parametersOf } from './parameters.ts';
import { pay } from './pay.ts';
import { sponsorHourIds } from './plan.ts';
import { programmeOf, type ProgrammeState } from './programme.ts';
import { purchased } from './purchases.ts';
import type { QuarterStart } from './quarterStart.ts';
import { programmeStarted, usersRevolt } from './rollout.ts';

export interface Committed {
  firm: FirmState;
  /** The plan in force: the plan given, less what was refused. */
  plan: QuarterPlan;
  refused: Reason[];
  costs: PlanCosts;
  answered: readonly AnsweredOpportunity[];
}

/**
 * Opens a quarter for a played firm. Nothing is changed in place.
 * Order: release; last audit; events on the programme; moves or the standing order for a stall; the path; offers off the strategy;
 * purchases in the order of the catalogue while the money lasts; running work cut to the cash floor. What cannot be is listed in `refused` and left out.
 */
export function commitQuarter(
  firm: FirmState,
  spec: FirmSpec,
  given: QuarterPlan,
  moves: readonly Move[],
  standing: StandingOrders,
  start: QuarterStart,
): Committed {
  const p = parametersOf(spec);
  const hours = sponsorHoursKept(given, p);
  const { plan } = hours;
  const begun = openQuarter(firm, plan, start, p);
  const moved = applyMoves(shakenProgramme(begun, plan, start, p), plan, moves, standing, start.analysed);
  const tried = attemptPath(settled(firm, moved.firm), plan, start.analysed);
  const before = programmeOf(begun);
  const cutDown = before.path === 'p14' && programmeOf(tried.firm).context.cutDown;
  const kept = cutDown ? reduced(tried.firm, p) : tried.firm;
  const ready = begins(before.state, kept, cutDown) ? programmeStarted(kept, plan, p) : kept;
  const taken = answerOpportunities(ready, plan, start.opportunities ?? [], moves, standing);
  const opened = cardsOpenedBy(moves);
  const paid = pay(taken.firm, spec, plan, standing, { ...start, opened }, p);
  return {
    firm: {
      ...purchased({ ...paid.firm, path: programmeOf(paid.firm).path }, spec, paid.plan, start, p),
      overruled: overruled(given, paid.plan),
      opened: [...firm.opened, ...opened],
    },
    plan: paid.plan,
    refused: [...hours.refused, ...moved.refused, ...tried.refused, ...paid.refused],
    costs: paid.costs,
    answered: taken.answered,
  };
}

/** Controls in which two plans differ, with the values of the second. */
function overruled(given: QuarterPlan, kept: QuarterPlan): Partial<QuarterPlan> {
  const changed: Partial<Record<ControlId, unknown>> = {};
  for (const { id } of controls) if (given[id] !== kept[id]) changed[id] = kept[id];
  return changed as Partial<QuarterPlan>;
}

/** A sponsor has forty hours: more than that is cut, each part alike, to whole steps of five. */
function sponsorHoursKept(plan: QuarterPlan, p: FirmParameters): { plan: QuarterPlan; refused: Reason[] } {
  const asked = sponsorHourIds.reduce((sum, id) => sum + plan[id], 0);
  const most = p['hours.sponsor'];
  if (asked <= most) return { plan, refused: [] };
  const step = 5;
  const kept = { ...plan };
  for (const id of sponsorHourIds) kept[id] = Math.floor((plan[id] * most) / asked / step) * step;
  return { plan: kept, refused: [{ code: 'hours.tooMany', actual: asked, required: most, card: 'crm.people' }] };
}

/** Money released, the newest audit taken in, effects of the quarter begun. */
function openQuarter(firm: FirmState, plan: QuarterPlan, start: QuarterStart, p: FirmParameters): FirmState {
  const granted = grantOf(firm, start.quarter, p);
  const pending = [...stillPending(firm, start.quarter), ...effectsOf(start.events, plan, start.quarter, p)];
  const opened: FirmState = {
    ...firm,
    quarter: start.quarter,
    released: firm.released + granted,
    spending: { granted, spent: 0, programme: 0, unplanned: 0, displaced: 0 },
    informationKnown: start.audited === null ? firm.informationKnown : start.audited.completeness,
    consentKnown: start.audited === null ? firm.consentKnown : 100 * start.audited.consent,
    settledPath: plan['crm.path'] === firm.settledPath ? firm.settledPath : null,
    pending,
  };
  if (activeEffects(opened, 'store.warehouse', start.quarter).length > 0) return { ...opened, store: 'warehouse' };
  return activeEffects(opened, 'store.mart', start.quarter).length > 0 ? { ...opened, store: 'mart' } : opened;
}

/** A sponsor who leaves stalls a pilot; users who revolt stall a roll-out. */
function shakenProgramme(firm: FirmState, plan: QuarterPlan, start: QuarterStart, p: FirmParameters): FirmState {
  const left = sponsorLeaves(start.events, start.quarter) ? send(firm, { type: 'sponsor.left' }) : firm;
  return usersRevolt(left, plan, p) ? send(left, { type: 'users.revolted' }) : left;
}

/** A programme dropped before its roll-out leaves no scar, but starts again only when the card has said something else. */
function settled(before: FirmState, now: FirmState): FirmState {
  const was = programmeOf(before);
  const dropped = (was.state === 'piloting' || was.state === 'planning') && programmeOf(now).state === 'idle';
  return dropped ? { ...now, settledPath: was.path } : now;
}

/** A leap that is cut down keeps part of its roll-out. */
function reduced(firm: FirmState, p: FirmParameters): FirmState {
  return { ...firm, rollout: firm.rollout * p['programme.downscopeKeeps'] };
}

/** True if a programme has been approved in this step. */
function begins(before: ProgrammeState, firm: FirmState, cutDown: boolean): boolean {
  const { state } = programmeOf(firm);
  const early = before === 'idle' || before === 'analysing' || before === 'planning' || cutDown;
  return early && (state === 'piloting' || state === 'rollingOut');
}
