/** What a plan in force does by value class. */

import type { ClassId, ClassRule } from '../sim/records/valueClasses.ts';
import { benefited } from './classTreatment.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';

/** What the firm does by class in a quarter: the rule, the split of service hours in per cent, and the classes with a benefit. */
export interface Classing {
  rule: ClassRule;
  hours: QuarterPlan['idc.hours'];
  benefit: readonly ClassId[];
}

/** The classing in force in the quarter that `commitQuarter` has opened. */
export function classingOf({ firm, inForce: plan }: { firm: FirmState; inForce: QuarterPlan }): Classing {
  return {
    rule: inForce(firm, plan, 'idc.class'),
    hours: inForce(firm, plan, 'idc.hours'),
    benefit: benefited[inForce(firm, plan, 'idc.benefit')],
  };
}
