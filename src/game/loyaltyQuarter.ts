/** The books of the loyalty programme of a played company as a quarter ends: who joins, points, tiers, cost and what is owed. */

import { type LoyaltyProgramme, loyaltyPull, type LoyaltyTerms, loyaltyTerms, pullTaken, rewardAt, tierOf } from '../company/loyalty.ts';
import type { LoyaltyMoney } from '../company/money.ts';
import { type FirmParameters, parametersOf } from '../company/parameters.ts';
import { keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import type { LoyaltyTreatment } from '../sim/rewards.ts';
import { BYTE } from '../sim/truth/columns.ts';
import type { CompanyTouches } from '../sim/truth/context.ts';
import { boughtWithinYear } from './known/recency.ts';
import type { LoyaltyQuarter } from './loyaltyBooks.ts';
import { isNameless } from './otherChannels.ts';
import type { PlayedCompany, World } from './world.ts';

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

/** Counts of a quarter in simulated people and their money. */
interface Sums {
  issued: number;
  redeemed: number;
  lapsed: number;
  joined: number;
  fell: number;
  tiers: [number, number, number];
}

/**
 * Books the quarter that the market has just played, in place of the programme as it stood before.
 * Points are a cost when they are given, less what is expected to lapse; what is owed for them falls when they are taken or lapse. So cost is
 * what is paid out and by how much what is owed has grown.
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
  const [{ market }, p] = [world, parametersOf(company.spec)];
  const before = company.loyalty;
  const terms = loyaltyTerms(company.firm, company.inForce);
  const after = terms === null ? null : begun(terms, before, market.people);
  const { members, others, givenBack } = countSides(world, company, touch, given, terms);
  const sums: Sums = { issued: 0, redeemed: 0, lapsed: 0, joined: 0, fell: 0, tiers: [0, 0, 0] };
  // A programme that ends, or becomes another, pays out what is in hand.
  if (before !== null && before.type !== terms?.type) for (const points of before.points) sums.redeemed += points;
  if (after !== null && after.type !== 'recognition') {
    const mean = (members.revenue + others.revenue) / Math.max(1, members.n + others.n);
    settleAll(world, company, touch, after, mean, sums, p);
  }
  let inHand = 0;
  if (after !== null) for (const points of after.points) inHand += points;
  const weight = market.represents;
  const liability = weight * (1 - p['loyal.breakage']) * inHand;
  const owed = liability - (company.loyaltyQuarter?.liability ?? 0);
  const cost = weight * ((terms?.type === 'points' ? 0 : givenBack) + sums.redeemed) + owed;
  const [none, silver, gold] = sums.tiers;
  company.loyalty = after;
  company.loyaltyQuarter = {
    terms,
    members: real(members, weight),
    others: real(others, weight),
    joined: sums.joined * weight,
    tiers: [none * weight, silver * weight, gold * weight],
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

type Side = LoyaltyQuarter['members'];
const real = ({ n, purchases, revenue }: Side, weight: number): Side => ({
  n,
  people: n * weight,
  purchases: purchases * weight,
  revenue: revenue * weight,
});

/** Members and the other customers in the books with what they bought, and what is given back to members by their group. */
function countSides(
  { market, quarter }: World,
  { index, loyalty: before, records, history }: PlayedCompany,
  { purchases, revenue }: CompanyTouches,
  given: LoyaltyTreatment,
  terms: LoyaltyTerms | null,
): { members: Side; others: Side; givenBack: number } {
  const sides = { members: { n: 0, people: 0, purchases: 0, revenue: 0 }, others: { n: 0, people: 0, purchases: 0, revenue: 0 } };
  const contractual = market.spec.relation === 'contractual';
  const wasMember = before !== null && before.type === terms?.type ? before.member : null;
  const bit = 1 << index;
  let givenBack = 0;
  for (let i = 0; i < market.people; i += 1) {
    if (contractual && (market.columns.active[i]! & bit) === 0 && revenue[i] === 0) continue;
    givenBack += revenue[i]! * given.cost[given.of[i]!]!;
    const isMember = terms?.type === 'recognition' ? given.of[i] !== 0 : wasMember?.[i] === 1;
    // Without contracts the books know who has a card, and by name who bought within the year; that somebody is gone nobody tells them.
    if (!isMember && !contractual && (records.held[i] === 0 || !boughtWithinYear(history, i, quarter))) continue;
    const side = isMember ? sides.members : sides.others;
    side.n += 1;
    side.purchases += purchases[i]!;
    side.revenue += revenue[i]!;
  }
  return { ...sides, givenBack };
}

/** Members settle their points and tiers; others who bought may join. @param mean revenue of a mean customer in the quarter */
function settleAll(
  { market, quarter }: World,
  company: PlayedCompany,
  { revenue }: CompanyTouches,
  after: LoyaltyProgramme,
  mean: number,
  sums: Sums,
  p: FirmParameters,
): void {
  const { active, privacyConcern } = market.columns;
  const contractual = market.spec.relation === 'contractual';
  const draw = (what: number, i: number): number => keyedUnit(market.luckSeed, what, i, quarter, company.index);
  const devalued = company.loyalty !== null && company.loyalty.type === after.type && company.loyalty.rate > after.rate;
  const pull = loyaltyPull(after.rate, p);
  if (after.yardstick === 0) after.yardstick = 4 * mean;
  const reward = rewardAt(after, p);
  for (let i = 0; i < market.people; i += 1) {
    const stays = ((active[i]! >>> company.index) & 1) === 1;
    const paid = revenue[i]!;
    if (after.member[i] === 1) {
      if (after.type === 'tiers') settleTier(after, i, paid, sums, p);
      else {
        settlePoints(after, i, stays || !contractual ? paid : null, sums, p);
        const wants = stays && after.points[i]! > 0 && (devalued || after.points[i]! >= reward);
        if (wants && draw(purpose.loyaltyRedeem, i) < p[devalued ? 'loyal.rush' : 'loyal.redeem']) {
          sums.redeemed += after.points[i]!;
          after.points[i] = 0;
        }
      }
      // A card is given up with the account; where there is none it is only used no more.
      if (!stays && contractual) after.member[i] = 0;
      continue;
    }
    if (!stays || paid === 0 || isNameless(market, company, i)) continue;
    const keen = Math.min(MOST_KEEN, paid / Math.max(1e-9, mean)) * (1 - (p['loyal.privacy'] * privacyConcern[i]!) / BYTE);
    if (draw(purpose.loyaltyJoin, i) >= p['loyal.join'] * pull * keen) continue;
    after.member[i] = 1;
    after.year[i] = 4 * paid;
    if (after.type === 'tiers') after.tier[i] = tierOf(after.year[i]! / after.yardstick, p);
    sums.joined += 1;
  }
}
/** Who buys so many times the mean is no keener than that to join. */
const MOST_KEEN = 2;

/** Points of a member: given on what he paid, lapsing with time and with him. @param paid null for who has left */
function settlePoints(after: LoyaltyProgramme, i: number, paid: number | null, sums: Sums, p: FirmParameters): void {
  const lapsed = (paid === null ? 1 : p['loyal.lapse']) * after.points[i]!;
  const issued = after.rate * (paid ?? 0);
  after.points[i]! += issued - lapsed;
  sums.lapsed += lapsed;
  sums.issued += issued;
}

/** Tier of a member by the revenue of his year. */
function settleTier(after: LoyaltyProgramme, i: number, paid: number, sums: Sums, p: FirmParameters): void {
  after.year[i] = 0.75 * after.year[i]! + paid;
  const tier = tierOf(after.year[i]! / after.yardstick, p);
  after.fell[i] = tier < after.tier[i]! ? 1 : 0;
  after.tier[i] = tier;
  sums.fell += after.fell[i]!;
  sums.tiers[tier as 0 | 1 | 2] += 1;
}
