/** The loyalty programme of a played company in a quarter: who its members are as it begins, and what its books say as it ends. */

import {
  buyerOf,
  knownGroup,
  loyaltyPull,
  type LoyaltyProgramme,
  type LoyaltyTerms,
  loyaltyTerms,
  loyaltyTreatment,
  pointsGroup,
  pullTaken,
  rewardAt,
  tierGroup,
  tierOf,
} from '../company/loyalty.ts';
import type { LoyaltyMoney } from '../company/money.ts';
import { type FirmParameters, parametersOf } from '../company/parameters.ts';
import { reach } from '../company/rollout.ts';
import { keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import type { LoyaltyTreatment } from '../sim/rewards.ts';
import { BYTE, WORD } from '../sim/truth/columns.ts';
import type { CompanyTouches } from '../sim/truth/context.ts';
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

function begun(terms: LoyaltyTerms, before: LoyaltyProgramme | null, people: number): LoyaltyProgramme {
  if (before?.type === terms.type) {
    const { member, points, year, tier, yardstick } = before;
    return {
      ...terms,
      member: member.slice(),
      points: points.slice(),
      year: year.slice(),
      yardstick,
      tier: tier.slice(),
      fell: new Uint8Array(people),
    };
  }
  return {
    ...terms,
    member: new Uint8Array(people),
    points: new Float32Array(people),
    year: new Float32Array(people),
    yardstick: 0,
    tier: new Uint8Array(people),
    fell: new Uint8Array(people),
  };
}

/**
 * Books the quarter that the market has just played, in place of the programme as it stood before.
 * Points are a cost when they are given, less what is expected to lapse; what is owed for them falls when they are taken or lapse.
 * @returns null where there was no programme
 */
export function bookLoyalty(
  world: World,
  company: PlayedCompany,
  touch: CompanyTouches,
  given: LoyaltyTreatment | null,
): LoyaltyMoney | null {
  if (given === null) {
    company.loyaltyQuarter = null;
    return null;
  }
  const { market, quarter } = world;
  const p = parametersOf(company.spec);
  const before = company.loyalty;
  const terms = loyaltyTerms(company.firm, company.inForce);
  const after = terms === null ? null : begun(terms, before, market.people);
  const sums = { issued: 0, redeemed: 0, lapsed: 0, cost: 0, joined: 0, fell: 0 };
  const tiers: [number, number, number] = [0, 0, 0];
  const members = { n: 0, people: 0, purchases: 0, revenue: 0 };
  const others = { n: 0, people: 0, purchases: 0, revenue: 0 };
  const own = isOwn(world, company);
  const contractual = market.spec.relation === 'contractual';
  const isMember = (i: number): boolean =>
    after?.type === 'recognition' ? given.of[i] !== 0 : before !== null && before.type === terms?.type ? before.member[i] === 1 : false;
  for (let i = 0; i < market.people; i += 1) {
    const revenue = touch.revenue[i]!;
    if (!own(i) && revenue === 0) continue;
    sums.cost += revenue * given.cost[given.of[i]!]!;
    const side = isMember(i) ? members : others;
    // Without contracts the books know whom they know by name.
    if (side === others && !contractual && company.records.held[i] === 0) continue;
    side.n += 1;
    side.purchases += touch.purchases[i]!;
    side.revenue += revenue;
  }
  const meanRevenue = (members.revenue + others.revenue) / Math.max(1, members.n + others.n);
  const seed = market.luckSeed;
  // A programme that ends, or becomes another, pays out what is in hand.
  if (before !== null && before.type !== terms?.type) for (const points of before.points) sums.redeemed += points;
  if (after !== null && after.type !== 'recognition') {
    const taken = before !== null && before.type === after.type && before.rate > after.rate;
    const pull = loyaltyPull(after.rate, p);
    if (after.yardstick === 0) after.yardstick = 4 * meanRevenue;
    const reward = rewardAt(after, p);
    for (let i = 0; i < market.people; i += 1) {
      const revenue = touch.revenue[i]!;
      if (after.member[i] === 1) {
        settlePoints(after, i, own(i), revenue, reward, taken, sums, p, keyedUnit(seed, purpose.loyaltyRedeem, i, quarter, company.index));
        if (after.type === 'tiers' && after.member[i] === 1) settleTier(after, i, revenue, tiers, sums, p);
      } else if (own(i) && revenue > 0) {
        const keen =
          Math.min(2, revenue / Math.max(1e-9, meanRevenue)) * (1 - (p['loyal.privacy'] * market.columns.privacyConcern[i]!) / BYTE);
        if (keyedUnit(seed, purpose.loyaltyJoin, i, quarter, company.index) >= p['loyal.join'] * pull * keen) continue;
        after.member[i] = 1;
        after.year[i] = 4 * revenue;
        after.tier[i] = after.type === 'tiers' ? tierOf((4 * revenue) / after.yardstick, p) : 0;
        sums.joined += 1;
      }
    }
  }
  const weight = market.represents;
  const kept = 1 - p['loyal.breakage'];
  // Rewards cost what the books had not expected to be taken; what lapses gives back what they had.
  const cost = weight * (sums.cost + p['loyal.breakage'] * sums.redeemed - kept * sums.lapsed);
  let inHand = 0;
  if (after !== null) for (const points of after.points) inHand += points;
  const liability = weight * kept * inHand;
  const owed = liability - (company.loyaltyQuarter?.liability ?? 0);
  const real = (side: typeof members): typeof members => ({
    n: side.n,
    people: side.n * weight,
    purchases: side.purchases * weight,
    revenue: side.revenue * weight,
  });
  company.loyalty = after;
  company.loyaltyQuarter = {
    terms,
    members: real(members),
    others: real(others),
    joined: sums.joined * weight,
    tiers: [tiers[0] * weight, tiers[1] * weight, tiers[2] * weight],
    fell: sums.fell * weight,
    issued: sums.issued * weight,
    redeemed: sums.redeemed * weight,
    lapsed: sums.lapsed * weight,
    liability,
    cost,
    taken: pullTaken(before, terms, p),
  };
  return { cost, owed };
}

/** Points of a member: given on what he bought, taken when a reward is reached, lapsing with time and with him. */
function settlePoints(
  after: LoyaltyProgramme,
  i: number,
  stays: boolean,
  revenue: number,
  reward: number,
  devalued: boolean,
  sums: { issued: number; redeemed: number; lapsed: number },
  p: FirmParameters,
  draw: number,
): void {
  if (after.type === 'points') {
    const lapsed = stays ? p['loyal.lapse'] * after.points[i]! : after.points[i]!;
    after.points[i]! -= lapsed;
    sums.lapsed += lapsed;
    const issued = stays ? after.rate * revenue : 0;
    after.points[i]! += issued;
    sums.issued += issued;
    if (after.points[i]! > 0 && (devalued || after.points[i]! >= reward) && draw < (devalued ? p['loyal.rush'] : p['loyal.redeem'])) {
      sums.redeemed += after.points[i]!;
      after.points[i] = 0;
    }
  }
  if (!stays) after.member[i] = 0;
}

/** Tier of a member by the revenue of his year. */
function settleTier(
  after: LoyaltyProgramme,
  i: number,
  revenue: number,
  tiers: [number, number, number],
  sums: { fell: number },
  p: FirmParameters,
): void {
  after.year[i] = 0.75 * after.year[i]! + revenue;
  const tier = tierOf(after.year[i]! / after.yardstick, p);
  after.fell[i] = tier < after.tier[i]! ? 1 : 0;
  after.tier[i] = tier;
  sums.fell += after.fell[i]!;
  tiers[tier as 0 | 1 | 2] += 1;
}
