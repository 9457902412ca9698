/** Value classes of a played company's customers in the quarter that begins. */

import { benefited } from '../company/classTreatment.ts';
import type { QuarterPlan } from '../company/controls.ts';
import { inForce } from '../company/inForce.ts';
import { moneyOf } from '../company/money.ts';
import { type ClassId, classify, type ClassRule } from '../sim/records/valueClasses.ts';
import { ownOf } from './gatherEvidence.ts';
import type { PlayedCompany, World } from './world.ts';

/** What the firm does by class in a quarter: the rule, the split of service hours in per cent, and the classes with a benefit. */
export interface Classing {
  rule: ClassRule;
  hours: QuarterPlan['idc.hours'];
  benefit: readonly ClassId[];
}

/** The classing in force in the quarter that `commitQuarter` has opened. */
export function classingOf({ firm, inForce: plan }: Pick<PlayedCompany, 'firm' | 'inForce'>): Classing {
  return {
    rule: inForce(firm, plan, 'idc.class'),
    hours: inForce(firm, plan, 'idc.hours'),
    benefit: benefited[inForce(firm, plan, 'idc.benefit')],
  };
}

/** Class of each person by the rule in force, from the books of the quarters before; null where nobody is classed. */
export function classesOf(world: World, company: PlayedCompany): Uint8Array | null {
  const { spec, records, history, classing } = company;
  if (classing.rule === 'none') return null;
  const { unitCost, serviceCost } = moneyOf(spec);
  return classify(records, history, ownOf(world, company), classing.rule, { unitCost, contactCost: serviceCost });
}
