/** A run beside its twin without CRM: the same goods, people, world and luck; rivals react to each. */

import { unitValue, moneyOf } from '../company/money.ts';
import { planErrors, startPlan } from '../company/plan.ts';
import { twinPatch, twinStart } from '../company/twinPlan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { customerEquity } from '../sim/truth/equity.ts';
import { at, total } from '../sim/truth/tallies.ts';
import { gradingSeeds } from './grade.ts';
import { outcomeOf, VIABLE_SHARE } from './outcome.ts';
import { pairedDifference, type PairedDifference } from './pairs.ts';
import type { PlayedQuarter } from './playQuarter.ts';
import { applyEntry, finishQuarters, originOf, startPlaying, type LoggedEntry, type Playing, type RunSetting } from './replay.ts';
import type { Outcome } from './score/outcomes.ts';
import { recordsOf, type World } from './world.ts';

/** Draws of luck on which run and twin are compared: the first of those that grade. */
export const twinSeeds: readonly number[] = gradingSeeds.slice(0, 8);

/**
 * The log of the twin: a plan without CRM first, then of every plan of the learner's firm what concerns the goods. Its moves, standing
 * orders and forecasts are left out, its commits and what other firms decide stay. A plan that was not legal in the run is left out here too. When goods
 * reach the market may differ by a quarter: a firm without leadership is slower, one without a programme can pay sooner.
 */
export function twinEntries(scenario: Scenario, entries: readonly LoggedEntry[]): LoggedEntry[] {
  const firm = scenario.firms[0].id;
  const segments = scenario.market.segments.map(({ id }) => id);
  const first: LoggedEntry = { seq: -1, firm, kind: 'plan', data: { plan: twinStart(startPlan(scenario.startPlan, segments)) } };
  return [first, ...entries.flatMap((entry) => (entry.firm === firm ? ofTwin(entry, segments) : [entry]))];
}

function ofTwin(entry: LoggedEntry, segments: readonly string[]): LoggedEntry[] {
  if (entry.kind === 'commit') return [entry];
  if (entry.kind !== 'plan') return [];
  const { plan } = entry.data as { plan: Parameters<typeof twinPatch>[0] };
  if (planErrors(plan, segments).length > 0) return [];
  const kept = twinPatch(plan);
  return Object.keys(kept).length === 0 ? [] : [{ seq: entry.seq, firm: entry.firm, kind: 'plan', data: { plan: kept } }];
}

/** The firm at the end of a quarter, in truth and in real customers. */
export interface TwinQuarter {
  customers: number;
  /** Points 0-100 of those served, leavers included. */
  satisfaction: number;
  /** True customer equity, currency. */
  equity: number;
  /** Contribution of the quarter, currency. */
  contribution: number;
  /** Cash in hand, currency. */
  cash: number;
}
const figures = ['customers', 'satisfaction', 'equity', 'contribution', 'cash'] as const satisfies readonly (keyof TwinQuarter)[];

export interface Life {
  quarters: readonly TwinQuarter[];
  outcome: Outcome;
  viableFrom: number;
}

/** One firm of the two, as means over the luck. */
export interface TwinSide {
  quarters: readonly TwinQuarter[];
  /** Value created (X2), currency, and satisfaction at the end (X1), points. */
  value: number;
  satisfaction: number;
  /** First quarter, from 1, at whose end there are too few customers to live on; null = none within the run. */
  unviableFrom: number | null;
  /** Draws of luck on which too few customers are left after the run-off, and on which the firm is insolvent. */
  unviable: number;
  insolvent: number;
}
export interface TwinComparison {
  seeds: number;
  /** Real customers under which the firm can no longer live. */
  viableCustomers: number;
  own: TwinSide;
  twin: TwinSide;
  /** The run less its twin, draw by draw. */
  value: PairedDifference;
  satisfaction: PairedDifference;
}

/**
 * Plays run and twin pair by pair on the same luck; yields the comparison so far after each pair, so that whoever drives it may show how
 * far it has come, rest or stop.
 * @param setting its luck seed does not matter
 */
export function* compareWithTwin(
  scenario: Scenario,
  setting: RunSetting,
  entries: readonly LoggedEntry[],
  seeds: readonly number[] = twinSeeds,
): Generator<{ done: number; of: number; comparison: TwinComparison }> {
  const origin = originOf(scenario, setting);
  const without = twinEntries(scenario, entries);
  const own: Life[] = [];
  const twin: Life[] = [];
  for (const luckSeed of seeds) {
    own.push(live(scenario, { ...setting, luckSeed }, entries, origin));
    twin.push(live(scenario, { ...setting, luckSeed }, without, origin));
    yield { done: own.length, of: seeds.length, comparison: comparisonOf(own, twin) };
  }
}

/**
 * A whole run of the learner's firm on one luck, its run-off included.
 * @param before entries put in before each entry as the run then stands; @param onQuarter hears of each quarter of the run, not of the run-off
 */
export function live(
  scenario: Scenario,
  setting: RunSetting,
  entries: readonly LoggedEntry[],
  origin: World,
  {
    before = () => [],
    onQuarter = () => undefined,
  }: {
    before?: (entry: LoggedEntry, playing: Playing) => readonly LoggedEntry[];
    onQuarter?: (played: PlayedQuarter, playing: Playing) => void;
  } = {},
): Life {
  const playing = startPlaying(scenario, setting, origin);
  const quarters: TwinQuarter[] = [];
  const heard = (played: PlayedQuarter): void => {
    quarters.push(quarterOf(playing, played));
    onQuarter(played, playing);
  };
  const options = { looks: false, onQuarter: heard };
  for (const entry of entries) {
    for (const added of before(entry, playing)) applyEntry(playing, added, options);
    applyEntry(playing, entry, options);
  }
  finishQuarters(playing, options);
  const { openingCustomers } = playing.world.played[0]!;
  return { quarters, outcome: outcomeOf(playing, 0), viableFrom: VIABLE_SHARE * openingCustomers * playing.world.market.represents };
}

function quarterOf({ world, satisfaction }: Playing, played: PlayedQuarter): TwinQuarter {
  const { market, quarter } = world;
  const { company, books } = played.companies[0]!;
  const bySegment = customerEquity(market, played.offers, recordsOf(world), quarter, company.index);
  return {
    customers: total(played.market.tallies, market.spec.segments.length, company.index, at.customers) * market.represents,
    satisfaction: satisfaction.at(-1)![0]!,
    equity: bySegment.reduce((sum, value) => sum + value, 0) * market.represents,
    contribution: books.contribution,
    cash: company.firm.cash * unitValue(moneyOf(company.spec)),
  };
}

function comparisonOf(own: readonly Life[], twin: readonly Life[]): TwinComparison {
  const { viableFrom } = own[0]!;
  const values = (lives: readonly Life[]): number[] => lives.map(({ outcome }) => outcome.value);
  const satisfied = (lives: readonly Life[]): number[] => lives.map(({ outcome }) => outcome.satisfaction);
  return {
    seeds: own.length,
    viableCustomers: viableFrom,
    own: sideOf(own),
    twin: sideOf(twin),
    value: pairedDifference(values(own), values(twin)),
    satisfaction: pairedDifference(satisfied(own), satisfied(twin)),
  };
}

/** The first quarter, from 1, whose value lies under a bound; null = none. */
export function firstUnder(values: readonly number[], bound: number): number | null {
  const index = values.findIndex((value) => value < bound);
  return index < 0 ? null : index + 1;
}

function sideOf(lives: readonly Life[]): TwinSide {
  const mean = (of: (life: Life) => number): number => lives.reduce((sum, life) => sum + of(life), 0) / lives.length;
  const count = (of: (life: Life) => boolean): number => lives.filter(of).length;
  const { quarters: first, viableFrom } = lives[0]!;
  const quarters = first.map(
    (_, q) => Object.fromEntries(figures.map((figure) => [figure, mean((life) => life.quarters[q]![figure])])) as unknown as TwinQuarter,
  );
  return {
    quarters,
    value: mean(({ outcome }) => outcome.value),
    satisfaction: mean(({ outcome }) => outcome.satisfaction),
    unviableFrom: firstUnder(
      quarters.map(({ customers }) => customers),
      viableFrom,
    ),
    unviable: count(({ outcome }) => outcome.unviable),
    insolvent: count(({ outcome }) => outcome.insolvent),
  };
}
