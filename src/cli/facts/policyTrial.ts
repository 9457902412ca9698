/** A shipped scenario under one complaint policy and nothing else decided: what is felt, voiced, and what it comes to. */

import type { QuarterPlan } from '../../company/controls.ts';
import { advance, noDecisions } from '../../game/playQuarter.ts';
import { createWorld } from '../../game/startWorld.ts';
import { offersOf } from '../../game/offersNow.ts';
import { recordsOf } from '../../game/world.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { customerEquity } from '../../sim/truth/equity.ts';
import { at, total, type TallyField } from '../../sim/truth/tallies.ts';

export type Policy = Partial<QuarterPlan>;

/** What a run came to: shares and counts a quarter, money of all quarters, and equity after the last, in currency. */
export interface PolicyFigures {
  /** Of customers a quarter, those without cause included. */
  complaintsPerThousand: number;
  /** Complaints that no felt failure is behind. */
  claimsPerThousand: number;
  /** Of felt failures, 0-1. */
  voiced: number;
  /** Of complaints of a felt failure, 0-1. */
  settled: number;
  silentExitsPerThousand: number;
  /** Share of customers who left, 0-1. */
  churn: number;
  contribution: number;
  result: number;
  equity: number;
}

/** Plays the start plan under `policy` from the first quarter, cases and offers by hand left out, so that equal seeds meet equal luck. */
export function policyTrial(scenario: Scenario, policy: Policy, customers: number, seed: number): PolicyFigures {
  const bare: Scenario = { ...scenario, cases: [], complaints: [], disputes: [], opportunities: [] };
  const world = createWorld(bare, 0, { population: seed, luck: seed + 1_000_000 }, customers);
  const company = world.played[0]!;
  const segments = world.market.spec.segments.length;
  const id = company.spec.id;
  const sums = new Map<TallyField, number>();
  let customersAtStart = 0;
  let contribution = 0;
  for (let quarter = 1; quarter <= scenario.quarters; quarter += 1) {
    const decisions = quarter === 1 ? new Map([[id, { plan: policy, moves: [] }]]) : new Map([[id, noDecisions]]);
    const { market } = advance(world, decisions, false);
    const count = (field: TallyField): number => total(market.tallies, segments, company.index, at[field]);
    for (const field of ['felt', 'voiced', 'claims', 'recovered', 'silentExits', 'lost'] as const) {
      sums.set(field, (sums.get(field) ?? 0) + count(field));
    }
    customersAtStart += count('customers') - count('gained') + count('lost');
    contribution += company.books!.contribution;
  }
  const sum = (field: TallyField): number => sums.get(field)!;
  const byEquity = customerEquity(world.market, offersOf(world), recordsOf(world), world.quarter, company.index);
  return {
    complaintsPerThousand: (1000 * (sum('voiced') + sum('claims'))) / customersAtStart,
    claimsPerThousand: (1000 * sum('claims')) / customersAtStart,
    voiced: sum('voiced') / sum('felt'),
    settled: sum('recovered') / sum('voiced'),
    silentExitsPerThousand: (1000 * sum('silentExits')) / customersAtStart,
    churn: sum('lost') / customersAtStart,
    contribution,
    result: company.results.reduce((all, each) => all + each, 0),
    equity: byEquity.reduce((all, each) => all + each, 0) * world.market.represents,
  };
}
