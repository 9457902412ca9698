/** The customer cycle as a firm runs it: the events that set off a contact and whom it tries to win back. */

import type { CycleTreatment } from '../sim/offer.ts';
import { type TriggerId, triggerIds } from '../sim/records/cycle.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

export type WinBack = QuarterPlan['idc.cycle.winBack'];

/** Triggers at work, the most urgent first. The one that goes by a model needs that model. */
export function triggersInForce(firm: FirmState, plan: QuarterPlan): readonly TriggerId[] {
  const chosen = inForce(firm, plan, 'idc.cycle');
  return chosen.length === 0 ? chosen : triggerIds.filter((id) => chosen.includes(id));
}
export const winBackInForce = (firm: FirmState, plan: QuarterPlan): WinBack => inForce(firm, plan, 'idc.cycle.winBack');

/** What contacts set off by events and attempts to win back do, as the firm's coefficients say. */
export const cycleTreatment = (p: FirmParameters): CycleTreatment => ({
  tie: triggerIds.map((id) => p[`cycle.tie.${id}`]),
  calm: p['cycle.calm'],
  reawaken: p['cycle.reawaken'],
  numberHolds: p['cycle.numberHolds'],
  lost: p['cycle.false'],
  withdrawn: p['cycle.falseConsent'],
  price: p['winBack.price'],
  fault: p['winBack.fault'],
  faultLeft: p['winBack.faultLeft'],
  other: p['winBack.other'],
  knows: p['winBack.knows'],
  guesses: p['winBack.guesses'],
  lapsedTie: p['winBack.lapsedTie'],
  lapsedCalm: p['winBack.lapsedCalm'],
});

const winBackPrice = { none: null, mvc: 'price.winBackMvc', all: 'price.winBackAll' } as const satisfies Readonly<
  Record<WinBack, keyof FirmParameters | null>
>;
/** Units a quarter. */
export function cycleUnits(plan: QuarterPlan, p: FirmParameters): number {
  const price = winBackPrice[plan['idc.cycle.winBack']];
  return plan['idc.cycle'].length * p['price.trigger'] + (price === null ? 0 : p[price]);
}
