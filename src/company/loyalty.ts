/** The loyalty programme: what it promises, who its members are, and what they meet in a quarter. */

import { exp } from '../sim/math/elementary.ts';
import type { LoyaltyTreatment } from '../sim/rewards.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

export type LoyaltyType = Exclude<QuarterPlan['idc.loyal'], 'none'>;

/** What is promised: the kind of programme and the share 0-1 of revenue given back. */
export interface LoyaltyTerms {
  type: LoyaltyType;
  rate: number;
}

/** A programme as a quarter leaves it. Not changed once made; columns by person. */
export interface LoyaltyProgramme extends LoyaltyTerms {
  /** 1 = member. */
  member: Uint8Array;
  /** Points in hand, in currency. */
  points: Float32Array;
  /** Revenue of a year, smoothed, in currency; the mean of the first members is the yardstick of tiers and rewards. */
  year: Float32Array;
  yardstick: number;
  /** Tier 0-2, and 1 where it is lower than a quarter ago. */
  tier: Uint8Array;
  fell: Uint8Array;
}

/** Terms in force in the quarter that `commitQuarter` has opened; null without a programme. */
export function loyaltyTerms(firm: FirmState, plan: QuarterPlan): LoyaltyTerms | null {
  const type = inForce(firm, plan, 'idc.loyal');
  const rate = inForce(firm, plan, 'idc.loyal.cost') / 100;
  return type === 'none' || rate === 0 ? null : { type, rate };
}

/** Pull of a programme that gives back so much, 0-1: each further per cent adds less. */
export const loyaltyPull = (rate: number, p: FirmParameters): number => 1 - exp((-100 * rate) / p['loyal.scale']);

/** Part of the pull that is taken away when terms change, 0-1; another kind of programme takes the old one away whole. */
export function pullTaken(before: LoyaltyTerms | null, now: LoyaltyTerms | null, p: FirmParameters): number {
  if (before === null) return 0;
  const left = now !== null && now.type === before.type ? loyaltyPull(now.rate, p) : 0;
  return Math.max(0, loyaltyPull(before.rate, p) - left);
}

/** Points at which a reward can be taken, in currency: what a mean member collects in so many quarters. */
export const rewardAt = ({ yardstick, rate }: Pick<LoyaltyProgramme, 'yardstick' | 'rate'>, p: FirmParameters): number =>
  (yardstick / 4) * rate * p['loyal.reward'];

/** Tier 0-2 by the revenue of a year over the yardstick. */
export const tierOf = (over: number, p: FirmParameters): number => (over >= p['loyal.gold'] ? 2 : over >= p['loyal.silver'] ? 1 : 0);

/** True where the next tier is close. */
const isNear = (over: number, tier: number, p: FirmParameters): boolean => {
  const next = tier === 0 ? p['loyal.silver'] : tier === 1 ? p['loyal.gold'] : Infinity;
  return over >= p['loyal.near'] * next;
};

/** Buyers by what they usually buy over the mean: light 0, middling 1, heavy 2. */
export const buyerOf = (over: number): number => (over < 0.75 ? 0 : over < 1.5 ? 1 : 2);

/** Groups of a treatment: points 1 + 3 x stake + buyer, tiers 1 + 4 x tier + 2 x near + fell, recognition 1 rightly and 2 wrongly known. */
const GROUPS = 13;
const stakes = [0.3, 0.65, 1] as const;

export const pointsGroup = (points: number, reward: number, buyer: number): number =>
  1 + 3 * (points >= reward ? 2 : 3 * points >= reward ? 1 : 0) + buyer;
export const tierGroup = (over: number, tier: number, fell: number, p: FirmParameters): number =>
  1 + 4 * tier + (isNear(over, tier, p) ? 2 : 0) + fell;
export const knownGroup = { right: 1, wrong: 2 } as const;

interface Met {
  lift: number;
  felt: number;
  tie: number;
  hold: number;
  cost: number;
  wrong: number;
}
const nothing: Met = { lift: 0, felt: 0, tie: 0, hold: 0, cost: 0, wrong: 0 };

function collector(group: number, { rate }: LoyaltyTerms, pull: number, p: FirmParameters): Met {
  const buyer = (group - 1) % 3;
  const stake = stakes[Math.floor((group - 1) / 3)] ?? 0;
  const part = [1, p['loyal.liftMiddle'], p['loyal.liftHeavy']][buyer]!;
  return {
    ...nothing,
    lift: p['loyal.lift'] * part * pull,
    felt: p['loyal.felt'] * pull,
    hold: p['loyal.hold'] * stake * pull,
    cost: rate * (1 - p['loyal.breakage']),
  };
}

function inTier(group: number, { rate }: LoyaltyTerms, pull: number, p: FirmParameters): Met {
  const tier = Math.floor((group - 1) / 4);
  const bits = (group - 1) % 4;
  const status = tier / 2;
  const lost = (bits & 1) * (p['loyal.loss'] / 2) * p['loyal.status'];
  return {
    ...nothing,
    lift: (bits & 2) === 0 ? 0 : p['loyal.chase'] * pull,
    felt: (p['loyal.status'] * status - lost) * pull,
    tie: p['loyal.statusTie'] * status * pull,
    hold: p['loyal.hold'] * status * pull,
    cost: [0, rate, rate * p['loyal.goldCost']][tier] ?? 0,
  };
}

/** @param spoils performance lost at privacy concern 1 by who is taken for somebody else */
function recognised(group: number, { rate }: LoyaltyTerms, pull: number, p: FirmParameters, spoils: number): Met {
  if (group > 2) return nothing;
  if (group === knownGroup.wrong) return { ...nothing, cost: rate, wrong: spoils };
  return { ...nothing, felt: p['loyal.known'] * pull, tie: p['loyal.knownTie'] * pull, cost: rate };
}

/** What the loss of so much pull adds, for the quarter in which it happens: it weighs more than having it did. */
function taken(group: number, type: LoyaltyType, lost: number, p: FirmParameters): { felt: number; tie: number; exit: number } {
  const had =
    type === 'points'
      ? (stakes[Math.floor((group - 1) / 3)] ?? 0)
      : type === 'tiers'
        ? (1 + Math.floor((group - 1) / 4)) / 3
        : group === 1
          ? 1
          : 0;
  const weight = p['loyal.loss'] * lost * had;
  return { felt: -p['loyal.taken'] * weight, tie: -p['loyal.takenTie'] * weight, exit: p['loyal.takenExit'] * weight };
}

/**
 * What members meet in a quarter.
 * @param of group of each person by the terms of `before` where the programme ends or is another from now on, else by those of `now`
 * @param spoils performance lost at privacy concern 1 by who is taken for somebody else
 */
export function loyaltyTreatment(
  of: Uint8Array,
  before: LoyaltyTerms | null,
  now: LoyaltyTerms | null,
  spoils: number,
  p: FirmParameters,
): LoyaltyTreatment {
  const lost = pullTaken(before, now, p);
  const goesOn = now !== null && (before === null || before.type === now.type);
  const kinds = { points: collector, tiers: inTier, recognition: recognised };
  const rows = Array.from({ length: GROUPS }, (_, group) => {
    if (group === 0) return { met: nothing, less: { felt: 0, tie: 0, exit: 0 } };
    const met = goesOn ? kinds[now.type](group, now, loyaltyPull(now.rate, p), p, spoils) : nothing;
    return { met, less: before === null ? { felt: 0, tie: 0, exit: 0 } : taken(group, before.type, lost, p) };
  });
  const column = (of: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, of);
  return {
    of,
    lift: column(({ met }) => 1 + met.lift),
    felt: column(({ met, less }) => met.felt + less.felt),
    tie: column(({ met, less }) => met.tie + less.tie),
    hold: column(({ met }) => met.hold),
    exit: column(({ less }) => less.exit),
    wrong: column(({ met }) => met.wrong),
    cost: column(({ met }) => met.cost),
  };
}
