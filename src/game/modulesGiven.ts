/** Offer modules of a played company in the quarter that begins. */

import { moduleRuleOf } from '../company/modules.ts';
import { parametersOf } from '../company/parameters.ts';
import type { ModuleTreatment } from '../sim/rewards.ts';
import { giveModules } from '../sim/truth/modules.ts';
import type { PlayedCompany, World } from './world.ts';

/** Which module each customer gets by the rule in force; null where there is the standard offer alone. */
export function modulesGiven({ market }: World, { firm, inForce, spec, classes, records, index }: PlayedCompany): ModuleTreatment | null {
  const { parameters } = market;
  const rule = moduleRuleOf(firm, inForce, classes, parametersOf(spec), [
    parameters['contact.wrongBase'],
    parameters['contact.wrongGrain'],
  ]);
  return rule === null ? null : giveModules(market, records, index, rule);
}
