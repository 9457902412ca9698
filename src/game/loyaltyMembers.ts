/** Whom the loyalty programme of a played company treats otherwise in the quarter that begins. */

import {
  buyerOf,
  knownGroup,
  loyaltyTerms,
  type LoyaltyTerms,
  loyaltyTreatment,
  pointsGroup,
  rewardAt,
  tierGroup,
} from '../company/loyalty.ts';
import { type FirmParameters, parametersOf } from '../company/parameters.ts';
import { reach } from '../company/rollout.ts';
import type { LoyaltyTreatment } from '../sim/rewards.ts';
import { WORD } from '../sim/truth/columns.ts';
import { recordAtHand, recordState } from '../sim/truth/usable.ts';
import { isOwn } from './gatherEvidence.ts';
import type { PlayedCompany, World } from './world.ts';

/** What each person of the market buys of the company in a usual quarter, over the mean of its customers. */
function usualOver(world: World, company: PlayedCompany): (i: number) => number {
  const { columns, people, spec } = world.market;
  const own = isOwn(world, company);
  const usual = (i: number): number =>
    columns.rate[i]! * (spec.relation === 'contractual' ? 1 : columns.taste[company.index * people + i]! / WORD);
  let sum = 0;
  let n = 0;
  for (let i = 0; i < people; i += 1) {
    if (!own(i)) continue;
    sum += usual(i);
    n += 1;
  }
  const mean = sum / Math.max(1, n);
  return (i) => (mean > 0 ? usual(i) / mean : 1);
}

/** Group of each person by the kind of programme. */
function groupsOf(world: World, company: PlayedCompany, type: LoyaltyTerms['type'], p: FirmParameters): Uint8Array {
  const { columns, people } = world.market;
  const of = new Uint8Array(people);
  const own = isOwn(world, company);
  const { loyalty, records, firm } = company;
  if (type === 'recognition') {
    const { data } = reach(firm);
    for (let i = 0; i < people; i += 1) {
      if (!own(i) || columns.tenure[i]! < p['loyal.knownTenure']) continue;
      const state = recordAtHand(data, records, columns, i);
      if (state !== recordState.closed) of[i] = state === recordState.right ? knownGroup.right : knownGroup.wrong;
    }
    return of;
  }
  if (loyalty === null || loyalty.type !== type) return of;
  const over = usualOver(world, company);
  const reward = rewardAt(loyalty, p);
  for (let i = 0; i < people; i += 1) {
    if (loyalty.member[i] === 0 || !own(i)) continue;
    of[i] =
      type === 'points'
        ? pointsGroup(loyalty.points[i]!, reward, buyerOf(over(i)))
        : tierGroup(loyalty.year[i]! / Math.max(1e-9, loyalty.yardstick), loyalty.tier[i]!, loyalty.fell[i]!, p);
  }
  return of;
}

/** The programme at work in the quarter that begins as `world.quarter`; null without one, also before. */
export function loyaltyAtWork(world: World, company: PlayedCompany): LoyaltyTreatment | null {
  const now = loyaltyTerms(company.firm, company.inForce);
  const before = company.loyalty;
  if (now === null && before === null) return null;
  const p = parametersOf(company.spec);
  const ending = before !== null && now?.type !== before.type;
  const { parameters } = world.market;
  const spoils = parameters['contact.wrongBase'] + parameters['contact.wrongGrain'] * p['loyal.knownGrain'];
  return loyaltyTreatment(groupsOf(world, company, ending ? before.type : now!.type, p), before, now, spoils, p);
}
