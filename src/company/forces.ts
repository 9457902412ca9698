/** What the power of buyers and substitutes do to a firm: they press whether named or not, less where the firm has prepared for them. */

import type { QuarterPlan } from './controls.ts';
import type { FirmSpec, FirmState, PressingForce } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

/**
 * Pressure 0-1 that is left in the quarter of the firm: none before play, whole after `force.quarters`. Money that keeps customers takes from it as
 * far as the firm knows what it defends them against.
 */
function pressureLeft(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, force: PressingForce, p: FirmParameters): number {
  const points = spec.pressure?.[force] ?? 0;
  const grown = Math.min(1, firm.quarter / p['force.quarters']);
  const defended = inForce(firm, plan, 'biz.forces').includes(force) ? 1 - plan['biz.split'] / 100 : 0;
  return (points / 100) * grown * (1 - (1 - p['force.defended']) * defended);
}

/** Share 0-1 of the price that buyers press out; where nobody may discount they get less. */
export function givenAway(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): number {
  const kept = plan['biz.discount'] === 'nobody' ? p['force.noDiscount'] : 1;
  return p['force.buyers'] * pressureLeft(firm, spec, plan, 'buyers', p) * kept;
}

/** Log odds of leaving for a substitute by a customer without any relationship; a relationship holds as far as there is one. */
export function substitutePull(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): number {
  return p['force.substitutes'] * pressureLeft(firm, spec, plan, 'substitutes', p);
}
