/** What is measured against what is so: the staff's sheet beside the logs, and whether the measures look at the customer. */

import type { QuarterPlan } from '../../company/controls.ts';
import { customerBased } from '../../company/staffMeasure.ts';
import type { StaffSheet } from '../known/staffSheet.ts';
import { type CardsRun, lastQuarter } from './run.ts';

/** Measures of a goal that look at the customer and not at the firm's output. */
const customerMeasures: readonly QuarterPlan['crm.measures'][number][] = [
  'churn',
  'satisfaction',
  'equity',
  'shareOfWallet',
  'complaintsSettled',
  'waiting',
];

export interface StaffMeasured {
  /** Sheets of all quarters in which a bonus was paid by a measure. */
  sheets: readonly (StaffSheet & { quarter: number })[];
  /** The last quarter of each measure paid by, in the order of play. */
  last: readonly (StaffSheet & { quarter: number })[];
}

export function staffMeasured(run: CardsRun): StaffMeasured {
  const sheets = run.known.flatMap(({ quarter, staff }) => (staff ? [{ ...staff, quarter }] : []));
  return { sheets, last: sheets.filter(({ measure }, place) => !sheets.slice(place + 1).some((later) => later.measure === measure)) };
}

export interface Orientation {
  /** Share 0-1 of the measures, of the goal and of the staff, that look at the customer, in the first and in the last quarter. */
  from: number;
  to: number;
  measures: number;
  /** How far the old structure gave way: integration and adoption, points 0-100, before play and at the end. */
  integrationFrom: number;
  integrationTo: number;
  adoptionFrom: number;
  adoptionTo: number;
}

/** Measures of a plan: those of the goal, and the one of the staff. */
function customerShare(plan: QuarterPlan): number {
  const measures = plan['crm.measures'];
  const looks = measures.filter((id) => customerMeasures.includes(id)).length + (customerBased.includes(plan['imp.measure']) ? 1 : 0);
  return looks / (measures.length + 1);
}

export function orientation(run: CardsRun): Orientation {
  const { plan, firm } = lastQuarter(run);
  return {
    from: customerShare(run.quarters[0]!.plan),
    to: customerShare(plan),
    measures: plan['crm.measures'].length + 1,
    integrationFrom: run.opening.stocks.X,
    integrationTo: firm.stocks.X,
    adoptionFrom: run.opening.adoption,
    adoptionTo: firm.adoption,
  };
}
