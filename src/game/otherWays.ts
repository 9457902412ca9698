/**
 * The run beside itself with one decision otherwise: marketing money moved between winning and keeping, or another migration path. Everything
 * else that was decided is kept, and the luck is the same draw by draw.
 */

import type { PathId } from '../company/controls.ts';
import type { LevelId } from '../company/firm.ts';
import { marketingMoney } from '../company/money.ts';
import { programmeOf, type ProgrammeState } from '../company/programme.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { at, total } from '../sim/truth/tallies.ts';
import { gradingSeeds } from './grade.ts';
import { otherPath, type OtherWay, otherWaysOf, pathTaken, splitMoved } from './otherWayLogs.ts';
import { pairedDifference, type PairedDifference } from './pairs.ts';
import type { PlayedQuarter } from './playQuarter.ts';
import type { Playing } from './playing.ts';
import { originOf, type LoggedEntry, type RunSetting } from './replay.ts';
import { type Life, live } from './twin.ts';

/** Draws of luck on which the run and its other ways are compared: the first of those that grade. */
export const otherSeeds: readonly number[] = gradingSeeds.slice(0, 4);

const notYet: readonly ProgrammeState[] = ['idle', 'analysing', 'checking', 'planning'];
/** Paths whose programme was approved, of what a run's programme did from quarter to quarter, in that order. */
export const begunPaths = (course: readonly { state: ProgrammeState; path: PathId }[]): PathId[] =>
  course.flatMap(({ state, path }) => (notYet.includes(state) ? [] : [path]));

/** What a quarter tells of one way of playing. */
interface Told {
  life: Life;
  level: LevelId;
  /** Path of the first programme that was approved, null where none was; and whether one was at least planned. */
  began: PathId | null;
  planned: boolean;
  /** Currency that went into winning customers over the run. */
  acquired: number;
  /** Purchases and contribution by customer in the first quarter. */
  purchases: number;
  contribution: number;
}

function tell(
  scenario: Scenario,
  setting: RunSetting,
  entries: readonly LoggedEntry[],
  origin: ReturnType<typeof originOf>,
  way: OtherWay | null,
): Told {
  const told: Omit<Told, 'life'> = { level: 'l1', began: null, planned: false, acquired: 0, purchases: 0, contribution: 0 };
  const onQuarter = (played: PlayedQuarter, { world }: Playing): void => {
    const { company, opened, books } = played.companies[0]!;
    const programme = programmeOf(company.firm);
    told.level = programme.level;
    told.began ??= begunPaths([programme])[0] ?? null;
    told.planned ||= programme.state === 'planning' || told.began !== null;
    told.acquired += (marketingMoney(opened, company.spec, company.inForce) * company.inForce['biz.split']) / 100;
    if (world.quarter > 1) return;
    const customers =
      total(played.market.tallies, world.market.spec.segments.length, company.index, at.customers) * world.market.represents;
    told.purchases = books.purchases / Math.max(1, customers);
    told.contribution = books.contribution / Math.max(1, customers);
  };
  const start = origin.played[0]!.plan['biz.split'];
  const log = way?.kind === 'split' ? splitMoved(scenario, entries, start, way.shift) : entries;
  const before = way?.kind === 'path' ? otherPath(scenario, way.path, entries) : undefined;
  return { life: live(scenario, setting, log, origin, { onQuarter, ...(before && { before }) }), ...told };
}

/** The run less another way of it: the way's figures less the run's, draw by draw, in currency. */
export interface OtherWayCompared {
  way: OtherWay;
  /** The run itself took this path: the first it began, or, where it began none, the first it named. */
  own: boolean;
  /** True customer equity at the end, mean over the draws. */
  equity: number;
  equityDifference: PairedDifference;
  /** Value created, run-off included. */
  valueDifference: PairedDifference;
  /** Currency moved from winning to keeping over the run (negative the other way), mean; 0 for a path. */
  moved: number;
  /** Equity won for each unit of currency moved in the way's direction; null where nothing could be moved. */
  perMoved: number | null;
  /** Level at the end on the first draw; draws in which a programme was approved at all, and in which one was at least planned. */
  level: LevelId;
  started: number;
  planned: number;
}

export interface OtherWaysComparison {
  seeds: number;
  /** True customer equity of the run at its end, mean. */
  equity: number;
  level: LevelId;
  /** What the trade is like in the first quarter: purchases and contribution a customer, and direct cost as a share 0-1 of revenue. */
  trade: { purchases: number; contribution: number; unitCost: number };
  ways: readonly OtherWayCompared[];
}

/**
 * Plays the run and all its other ways draw by draw; yields after each replay, with the comparison over the draws that are whole (null before the first).
 * @param setting its luck seed does not matter; @param begun path of the first programme that began in the run as it was played, null where that is not known or none did
 */
export function* compareOtherWays(
  scenario: Scenario,
  setting: RunSetting,
  entries: readonly LoggedEntry[],
  seeds: readonly number[] = otherSeeds,
  begun: PathId | null = null,
): Generator<{ done: number; of: number; comparison: OtherWaysComparison | null }> {
  const origin = originOf(scenario, setting);
  const ways = otherWaysOf(scenario);
  let taken: PathId = 'stay';
  const all: Told[][] = [null, ...ways].map(() => []);
  let comparison: OtherWaysComparison | null = null;
  let replays = 0;
  for (const luckSeed of seeds) {
    for (const [index, way] of [null, ...ways].entries()) {
      // The path that was taken is the run itself, which is played first.
      const itself = way?.kind === 'path' && way.path === taken;
      all[index]!.push(itself ? all[0]!.at(-1)! : tell(scenario, { ...setting, luckSeed }, entries, origin, way));
      if (way === null) taken = begun ?? all[0]![0]!.began ?? pathTaken(scenario, entries);
      replays += 1;
      const whole = index === ways.length;
      if (whole) comparison = comparisonOf(scenario, taken, all[0]!, ways, all.slice(1));
      yield { done: replays / (ways.length + 1), of: seeds.length, comparison };
    }
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const equityOf = ({ life }: Told): number => life.quarters.at(-1)!.equity;

function comparisonOf(
  scenario: Scenario,
  taken: PathId,
  own: readonly Told[],
  ways: readonly OtherWay[],
  others: readonly (readonly Told[])[],
): OtherWaysComparison {
  return {
    seeds: own.length,
    equity: mean(own.map(equityOf)),
    level: own[0]!.level,
    trade: {
      purchases: mean(own.map(({ purchases }) => purchases)),
      contribution: mean(own.map(({ contribution }) => contribution)),
      unitCost: scenario.firms[0].money?.unitCost ?? 0,
    },
    ways: ways.map((way, index): OtherWayCompared => {
      const told = others[index]!;
      const equityDifference = pairedDifference(told.map(equityOf), own.map(equityOf));
      const moved = way.kind === 'split' ? mean(told.map(({ acquired }, draw) => own[draw]!.acquired - acquired)) : 0;
      return {
        way,
        own: way.kind === 'path' && way.path === taken,
        equity: mean(told.map(equityOf)),
        equityDifference,
        valueDifference: pairedDifference(
          told.map(({ life }) => life.outcome.value),
          own.map(({ life }) => life.outcome.value),
        ),
        moved,
        perMoved: moved === 0 ? null : equityDifference.mean / Math.abs(moved),
        level: told[0]!.level,
        started: told.filter(({ began }) => began !== null).length,
        planned: told.filter(({ planned }) => planned).length,
      };
    }),
  };
}
