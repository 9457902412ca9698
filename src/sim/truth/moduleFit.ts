/** How well the modules of an offer fit the customers who were given them. */

import type { ModuleTreatment } from '../rewards.ts';
import { offerFit } from './formulas.ts';
import type { Market } from './market.ts';
import { customersByKind, designModules, needDistance } from './moduleDesign.ts';

/** How well modules fit the customers of company k, shares 0-1, of all of them. */
export interface ModuleFit {
  /** Fit of the standard offer; with the modules as they were given; and if each had the one that fits him best. */
  standard: number;
  given: number;
  best: number;
  /** Share of the customers who have the module that fits best; and who got that of somebody else by a wrong record. */
  right: number;
  misled: number;
  customers: number;
}

/** The fit of the modules in force. */
export function moduleFit(market: Market, k: number, { of, misled, count, fit }: ModuleTreatment): ModuleFit {
  const { columns, people, needProfiles: profiles } = market;
  const standard = designModules(profiles, customersByKind(market, k), 1);
  const sum = { standard: 0, given: 0, best: 0, right: 0, misled: 0, customers: 0 };
  for (let i = 0; i < people; i += 1) {
    if (((columns.active[i]! >>> k) & 1) === 0) continue;
    const row = columns.kind[i]! * count;
    let best = 0;
    for (let module = 1; module < count; module += 1) if (fit[row + module]! > fit[row + best]!) best = module;
    const base = offerFit(needDistance(standard, 0, profiles, columns.kind[i]!));
    sum.customers += 1;
    sum.standard += base;
    sum.given += base + fit[row + of[i]!]!;
    sum.best += base + fit[row + best]!;
    sum.right += fit[row + of[i]!] === fit[row + best] ? 1 : 0;
    sum.misled += misled[i]!;
  }
  const n = Math.max(1, sum.customers);
  return {
    standard: sum.standard / n,
    given: sum.given / n,
    best: sum.best / n,
    right: sum.right / n,
    misled: sum.misled / n,
    customers: sum.customers,
  };
}
