/** Value classes of a played company's customers in the quarter that begins. */

import { moneyOf } from '../company/money.ts';
import { FACTS, factAt } from '../sim/records/picture.ts';
import { classify, type Wallets } from '../sim/records/valueClasses.ts';
import { ownOf } from './gatherEvidence.ts';
import { pictureOf } from './models/files.ts';
import type { PlayedCompany, World } from './world.ts';

/** Class of each person by the rule in force, from the books and files of the quarters before; null where nobody is classed. */
export function classesOf(world: World, company: PlayedCompany): Uint8Array | null {
  const { spec, records, history, classing } = company;
  if (classing.rule === 'none') return null;
  const { unitCost, serviceCost } = moneyOf(spec);
  const costs = { unitCost, contactCost: serviceCost };
  const wallets = classing.rule === 'potential' ? walletsTold(world, company) : undefined;
  return classify(records, history, ownOf(world, company), classing.rule, costs, wallets);
}

/** What the files say that each customer spends on the category: of those asked who may be analysed. */
function walletsTold(world: World, company: PlayedCompany): Wallets {
  const { person, facts } = pictureOf(world, company, world.quarter - 1);
  const told = new Map(Array.from(person, (i, n) => [i, facts[n * FACTS + factAt('wallet')]!] as const));
  return (i) => told.get(i) ?? NaN;
}
