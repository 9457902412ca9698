/** Automated steps: cheaper and quicker, but a process that was bad before errs faster, and without a way to a person nobody hears of it. */

import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

export interface Automation {
  /** Factors on capacity, on the cost of a service contact and of a contact of our own, on failures, on ease of complaining and on empathy. */
  capacity: number;
  serviceCost: number;
  contactCost: number;
  failures: number;
  ease: number;
  empathy: number;
}

/** Share 0-1 of the work whose process is bad: 1 - Q/100, less with each process that was redrawn. */
function badShare({ stocks, processes }: FirmState, p: FirmParameters): number {
  let bad = 1 - stocks.Q / 100;
  for (let redrawn = 0; redrawn < processes.length; redrawn += 1) bad *= p['auto.redrawn'];
  return bad;
}

/** What the automation in force does. Without any automation the way to a person is open, whatever the plan says. */
export function automationOf(firm: FirmState, plan: QuarterPlan, p: FirmParameters): Automation {
  const kind = inForce(firm, plan, 'svc.auto');
  const sales = kind === 'sales' || kind === 'both';
  const service = kind === 'service' || kind === 'both';
  const shut = service && inForce(firm, plan, 'svc.exit') === 'no';
  const bad = badShare(firm, p);
  // What goes wrong by machine is done again by hand: nothing is saved on it.
  const saved = 1 - bad;
  return {
    capacity: (service ? 1 + p['auto.capacity'] * saved : 1) * (shut ? 1 + p['auto.noExitCapacity'] : 1),
    serviceCost: service ? 1 - p['auto.serviceCost'] * saved : 1,
    contactCost: sales ? 1 - p['auto.contactCost'] * saved : 1,
    failures: 1 + p['auto.wrong'] * bad * ((sales ? 0.5 : 0) + (service ? 0.5 : 0)),
    ease: shut ? p['auto.noExitEase'] : 1,
    empathy: shut ? p['auto.noExitEmpathy'] : 1,
  };
}

/** Kinds of step that are automated, for the bill: 0, 1 or 2. */
export const automatedKinds = (kind: QuarterPlan['svc.auto']): number => ({ none: 0, sales: 1, service: 1, both: 2 })[kind];
