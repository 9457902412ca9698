/** What a loyalty programme promises and takes away. */

import { describe, expect, test } from 'vitest';
import {
  buyerOf,
  type LoyaltyTerms,
  loyaltyPull,
  loyaltyTreatment,
  pointsGroup,
  pullTaken,
  rewardAt,
  tierGroup,
  tierOf,
} from '../../src/company/loyalty.ts';
import { moduleBurden } from '../../src/company/modules.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { planCosts } from '../../src/company/costs.ts';
import { startFirm } from '../../src/company/quarter.ts';
import { bank, planWith, usualPlan } from './fixtures.ts';

const points = (rate: number): LoyaltyTerms => ({ type: 'points', rate });
const treat = (before: LoyaltyTerms | null, now: LoyaltyTerms | null) => loyaltyTreatment(new Uint8Array(1), before, now, 0.3, p);

describe('The pull of a programme', () => {
  test('grows with what is given back, each per cent adding less than the one before', () => {
    const pulls = [0, 1, 2, 3, 4].map((percent) => loyaltyPull(percent / 100, p));
    const gains = pulls.slice(1).map((pull, place) => pull - pulls[place]!);
    expect(pulls[0]).toBe(0);
    expect([...gains].sort((a, b) => b - a)).toEqual(gains);
    expect(pulls[4]).toBeLessThan(1);
  });

  test('is taken away by a cut in part and by an end or another kind whole, never by more money', () => {
    const whole = loyaltyPull(0.03, p);
    expect(pullTaken(points(0.03), points(0.01), p)).toBeCloseTo(whole - loyaltyPull(0.01, p), 12);
    expect(pullTaken(points(0.03), null, p)).toBe(whole);
    expect(pullTaken(points(0.03), { type: 'tiers', rate: 0.03 }, p)).toBe(whole);
    expect(pullTaken(points(0.01), points(0.03), p)).toBe(0);
    expect(pullTaken(null, points(0.03), p)).toBe(0);
  });
});

describe('Members', () => {
  const [light, heavy] = [0.3, 3].map((over) => pointsGroup(0, 1, buyerOf(over)));

  test('buy more while points are paid, light buyers by more than heavy ones, whose points cost as much', () => {
    const { lift, cost } = treat(points(0.02), points(0.02));
    expect(lift[light!]).toBeGreaterThan(lift[heavy!]!);
    expect(lift[heavy!]).toBeGreaterThan(1);
    expect(cost[light!]).toBe(cost[heavy!]);
    expect(cost[light!]).toBeCloseTo(0.02 * (1 - p['loyal.breakage']), 12);
    expect([lift[0], cost[0]]).toEqual([1, 0]);
  });

  test('are bound the more the more points they would lose', () => {
    const { hold } = treat(null, points(0.02));
    const held = [0, 0.5, 1].map((inHand) => hold[pointsGroup(inHand, 1, 1)]!);
    expect([...held].sort((a, b) => a - b)).toEqual(held);
    expect(held[0]).toBeLessThan(held[2]!);
  });

  test('of points feel little, those who are recognised much; who is taken for somebody else minds and gains nothing', () => {
    const known = treat(null, { type: 'recognition', rate: 0.02 });
    const collects = treat(null, points(0.02));
    expect(known.felt[1]).toBeGreaterThan(3 * collects.felt[light!]!);
    expect(known.tie[1]).toBeGreaterThan(0);
    expect(collects.tie[light!]).toBe(0);
    expect([known.felt[2], known.tie[2], known.wrong[2]]).toEqual([0, 0, 0.3]);
    expect(known.cost[2]).toBe(known.cost[1]);
  });

  test('chase the next tier when it is close, and who drops a tier loses more than the tier gave', () => {
    const { lift, felt } = treat(null, { type: 'tiers', rate: 0.02 });
    const group = (over: number, fell = 0): number => tierGroup(over, tierOf(over, p), fell, p);
    expect([0.5, 1.6, 3.2].map((over) => tierOf(over, p))).toEqual([0, 1, 2]);
    expect(lift[group(1.3)]).toBeGreaterThan(lift[group(0.8)]!);
    expect(felt[group(3.2)]).toBeGreaterThan(felt[group(1.6)]!);
    const rise = felt[group(1)]! - felt[group(1.6)]!;
    expect(felt[group(1, 1)]).toBeLessThan(rise);
  });

  test.each(['points', 'tiers', 'recognition'] as const)('of %s lose more at once when it ends than it ever gave a quarter', (type) => {
    const running = treat(null, { type, rate: 0.03 });
    const ended = treat({ type, rate: 0.03 }, null);
    const best = type === 'points' ? pointsGroup(2, 1, 0) : type === 'tiers' ? tierGroup(4, 2, 0, p) : 1;
    expect(-ended.felt[best]!).toBeGreaterThan(running.felt[best]!);
    expect(ended.exit[best]).toBeGreaterThan(0);
    expect([ended.lift[best], ended.hold[best], ended.cost[best]]).toEqual([1, 0, 0]);
    expect(running.exit[best]).toBe(0);
  });

  test('reach a reward at what a mean member collects in a year', () => {
    expect(rewardAt({ yardstick: 400, rate: 0.02 }, p)).toBeCloseTo((400 / 4) * 0.02 * p['loyal.reward'], 12);
  });
});

describe('Modules', () => {
  test('cost a unit a quarter and hours each beyond the standard offer, and make failures and service more frequent and dear', () => {
    const firm = startFirm(bank, usualPlan);
    const costs = (count: number) => planCosts(planWith({ 'idc.module': count }), firm, bank);
    expect(costs(4).units - costs(1).units).toBeCloseTo(3 * p['price.module'], 12);
    expect(costs(4).hours.team - costs(1).hours.team).toBeCloseTo(3 * p['hours.module'], 12);
    const with4 = planWith({ 'idc.module': 4 });
    const burden = moduleBurden({ ...firm, lastPlan: with4, earlierPlans: [with4, with4] }, with4, p);
    expect(burden.failures).toBeCloseTo(1 + 3 * p['module.failures'], 12);
    expect(burden.serviceCost).toBeCloseTo(1 + 3 * p['module.serviceCost'], 12);
    expect(moduleBurden(firm, usualPlan, p)).toEqual({ failures: 1, serviceCost: 1 });
  });
});
