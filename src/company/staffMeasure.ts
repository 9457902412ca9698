/** What the staff are measured and paid by: people do what is counted, and what is counted looks better than it is. */

import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

export type StaffMeasureId = QuarterPlan['imp.measure'];

/** Bonus in per cent of pay at which all that a measure does is done; the highest that can be chosen. */
const FULL_BONUS = 20;

/** Measures that look at the customer, not at the firm's own output (course: from product to customer orientation). */
export const customerBased: readonly StaffMeasureId[] = ['solvedFirst', 'customerKept'];

export interface MeasureInForce {
  measure: StaffMeasureId;
  /** Per cent of pay. */
  bonus: number;
  /** How far the measure moves what people do, 0-1. */
  strength: number;
}

/** Measure and bonus of the quarter that `commitQuarter` has opened; a bonus that could not be paid in full moves less. */
export function measureInForce(firm: FirmState, plan: QuarterPlan): MeasureInForce {
  const bonus = inForce(firm, plan, 'imp.measure.bonus');
  return { measure: inForce(firm, plan, 'imp.measure'), bonus, strength: (bonus / FULL_BONUS) * firm.funded };
}

export interface MeasureEffects {
  /** Factors on contacts answered, on care, on money that wins and that keeps customers, on failures, and on the ceiling of adoption. */
  pace: number;
  care: number;
  acquisition: number;
  retention: number;
  failures: number;
  adoption: number;
  /** Added to the share 0-1 of complaints that the first person closes. */
  firstPerson: number;
}

/** What the measure in force does to work with customers; nothing at all without a bonus. Multitasking: Holmstrom & Milgrom 1991, sizes ours. */
export function measureEffects(firm: FirmState, plan: QuarterPlan, p: FirmParameters): MeasureEffects {
  const { measure, strength } = measureInForce(firm, plan);
  const when = (of: StaffMeasureId, size: number): number => (measure === of ? size * strength : 0);
  const resisted = customerBased.includes(measure) ? 0 : p['measure.resistance'] * strength;
  return {
    pace:
      1 +
      when('callTime', p['measure.callTimePace']) -
      when('solvedFirst', p['measure.solvedFirstPace']) -
      when('customerKept', p['measure.customerKeptPace']),
    care: 1 - when('callTime', p['measure.callTimeCare']) + when('solvedFirst', p['measure.solvedFirstCare']),
    acquisition: 1 + when('revenue', p['measure.revenueAcquisition']),
    retention: 1 + when('customerKept', p['measure.customerKeptRetention']),
    failures: 1 + when('revenue', p['measure.revenueFailures']),
    adoption: 1 - resisted,
    firstPerson: when('solvedFirst', p['measure.firstPerson']) - when('callTime', p['measure.firstPerson']),
  };
}

/**
 * The figure on the staff's own sheet, from the one in the logs: part of what is missing to a share of 1 is talked away; revenue is booked
 * early. Grows with the bonus (Kerr 1975), nothing without one. @param logged share 0-1, or revenue in currency
 */
export function reportedFigure({ measure, strength }: MeasureInForce, logged: number, p: FirmParameters): number {
  if (measure === 'revenue') return logged * (1 + p['measure.bookedEarly'] * strength);
  return logged + p['measure.gaming'] * strength * (1 - logged);
}
