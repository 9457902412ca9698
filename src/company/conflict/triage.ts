/** Triage: what the front line's file says of a complaint, as the six criteria of severity. */

import { type Criteria, type Fault } from './situation.ts';

export const temperIds = ['calm', 'hurt', 'angry'] as const;
export type Temper = (typeof temperIds)[number];

/** What a complaint is about, as told: whose fault, whether the law or safety leaves no choice, whether somebody cannot wait. */
export interface Grievance {
  temper: Temper;
  fault: Fault;
  duty: boolean;
  urgent: boolean;
}

/** Heat 0-5 by temper. */
export const heatOf: Readonly<Record<Temper, number>> = { calm: 1, hurt: 3, angry: 5 };
const most = 5;
const dutyPoints = 5;
const repeatPoints = 2.5;

/**
 * The criteria, 0-5 each.
 * @param severity of the failure 0-1; @param worth of the customer over the mean complainer, 0-3
 * @param failing share 0-1 of the customers of the quarter who complained; @param priorFailures earlier ones of the same customer
 */
export function criteriaOf(severity: number, worth: number, failing: number, priorFailures: number, grievance: Grievance): Criteria {
  const points = (value: number): number => Math.min(most, Math.max(0, value));
  return {
    harm: points(most * severity),
    value: points((most * worth) / 3),
    // A complaint of every tenth customer is as widespread as can be.
    spread: points(10 * most * failing),
    legal: grievance.duty ? dutyPoints : 0,
    repeat: points(repeatPoints * priorFailures),
    heat: heatOf[grievance.temper],
  };
}
