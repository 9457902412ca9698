/** Value classes of a played company's customers in the quarter that begins. */

import { moneyOf } from '../company/money.ts';
import { classify } from '../sim/records/valueClasses.ts';
import { ownOf } from './gatherEvidence.ts';
import { walletsTold } from './models/files.ts';
import type { PlayedCompany, World } from './world.ts';

/** Class of each person by the rule in force, from the books and files of the quarters before; null where nobody is classed. */
export function classesOf(world: World, company: PlayedCompany): Uint8Array | null {
  const { spec, records, history, classing } = company;
  if (classing.rule === 'none') return null;
  const { unitCost, serviceCost } = moneyOf(spec);
  const costs = { unitCost, contactCost: serviceCost };
  const wallets = classing.rule === 'potential' ? walletsTold(world, company, world.quarter - 1) : null;
  return classify(records, history, ownOf(world, company), classing.rule, costs, wallets);
}
