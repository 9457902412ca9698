/** Offer modules as a plan in force gives them, and what their number costs in the work of the house. */

import type { ModuleRule } from '../sim/rewards.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';
import { needGroupsTell, sharpness } from './segmentation.ts';
import { reach } from './rollout.ts';

/** Modules beyond the standard offer in the quarter that `commitQuarter` has opened. */
export const furtherModules = (firm: FirmState, plan: QuarterPlan): number => inForce(firm, plan, 'idc.module') - 1;

/** How the firm gives out its modules this quarter; null where there is the standard offer alone. @param wrong, wrongGrain of the market: loss by a wrong record at grain 0, and more at 1 */
export function moduleRuleOf(
  firm: FirmState,
  plan: QuarterPlan,
  classes: Uint8Array | null,
  p: FirmParameters,
  [wrong, wrongGrain]: readonly [number, number],
): ModuleRule | null {
  const further = furtherModules(firm, plan);
  if (further === 0) return null;
  const groups = inForce(firm, plan, 'idc.need');
  const told = sharpness(
    inForce(firm, plan, 'cus.vars'),
    inForce(firm, plan, 'cus.segments'),
    inForce(firm, plan, 'dat.fields'),
    firm.information,
    p,
    groups,
  );
  return {
    count: further + 1,
    by: inForce(firm, plan, 'idc.module.rule'),
    told,
    groups: needGroupsTell(groups, firm.information, p),
    classes,
    rollout: reach(firm).data,
    value: p['module.value'],
    wrong: wrong + wrongGrain * p['module.grain'],
  };
}

/** Factors on failures and on the cost of a service contact by the number of modules: each is one more thing to get wrong and to explain. */
export function moduleBurden(firm: FirmState, plan: QuarterPlan, p: FirmParameters): { failures: number; serviceCost: number } {
  const further = furtherModules(firm, plan);
  return { failures: 1 + p['module.failures'] * further, serviceCost: 1 + p['module.serviceCost'] * further };
}
