/** Value classes of a played company's customers in the quarter that begins. */

import { moneyOf } from '../company/money.ts';
import { classify } from '../sim/records/valueClasses.ts';
import { ownOf } from './gatherEvidence.ts';
import type { PlayedCompany, World } from './world.ts';

/** Class of each person by the rule in force, from the books of the quarters before; null where nobody is classed. */
export function classesOf(world: World, company: PlayedCompany): Uint8Array | null {
  const { spec, records, history, classing } = company;
  if (classing.rule === 'none') return null;
  const { unitCost, serviceCost } = moneyOf(spec);
  return classify(records, history, ownOf(world, company), classing.rule, { unitCost, contactCost: serviceCost });
}
