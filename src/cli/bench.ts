/** `rapport bench`: how fast the market plays on this machine, against a plain way of writing one. */

import { cpus } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Scenario } from '../scenario/scenario.ts';
import { advance } from '../game/playQuarter.ts';
import { startPlaying } from '../game/replay.ts';
import { copyWorld, offersOf, recordsOf } from '../game/world.ts';
import { columnBytes } from '../sim/truth/columns.ts';
import { playMarketQuarter } from '../sim/truth/quarter.ts';
import { word } from '../text/words.ts';
import { integerOption, onePositional, type Command } from './command.ts';
import { numbers, table } from './table.ts';
import { goodScenario } from './scenarioFiles.ts';
import { makeTidyMarket, playTidyQuarter } from './tidyObjects.ts';

const usualSizes = [20_000, 200_000];
/** Quarters in one measurement, and the measurements whose median counts. */
const quarters = 8;
const rounds = 5;

interface Contestant {
  name: 'market' | 'wholeQuarter' | 'tidyObjects';
  customers: number;
  bytesPerCustomer: number | null;
  /** Not measured. */
  prepare: () => void;
  playQuarter: (quarter: number) => void;
  seconds: number[];
}

interface BenchRow {
  name: string;
  customers: number;
  customerQuartersPerSecond: number;
  ratioToTidyObjects: number;
  bytesPerCustomer: number | null;
}

export const bench: Command = {
  options: { customers: { type: 'string' }, rounds: { type: 'string' } },
  run(positionals, values, { language, progress }) {
    const id = positionals.length === 0 ? 'voras-bank' : onePositional(positionals, 'SCENARIO');
    const { scenario } = goodScenario(id);
    const only = integerOption(values, 'customers', { low: 200, high: 1_000_000, otherwise: 0 });
    const times = integerOption(values, 'rounds', { low: 1, high: 50, otherwise: rounds });
    const rows = (only > 0 ? [only] : usualSizes).flatMap((customers) => {
      progress(word('cli', 'bench.progress', { customers: numbers(language, 0)(customers) }));
      return measured(contestants(scenario, customers), times);
    });
    const [processor] = cpus();
    const machine = { processor: processor?.model ?? 'unknown', cores: cpus().length, node: process.version };
    const whole = numbers(language, 0);
    const tenths = numbers(language, 1);
    const lines = table(
      ['name', 'customers', 'speed', 'ratio', 'bytes'].map((column) => word('cli', `bench.column.${column}`)),
      rows.map((row) => [
        word('cli', `bench.row.${row.name}`),
        whole(row.customers),
        whole(row.customerQuartersPerSecond),
        numbers(language, 2)(row.ratioToTidyObjects),
        row.bytesPerCustomer === null ? '-' : tenths(row.bytesPerCustomer),
      ]),
    );
    return { json: { machine, rows }, lines: [`${machine.processor}, Node ${machine.node}`, ...lines], good: true };
  },
};

/** Both markets of Rapport begin each measurement where the run begins; the yardstick has no beginning worth going back to. */
function contestants(scenario: Scenario, customers: number): Contestant[] {
  const start = startPlaying(scenario, { world: 0, populationSeed: 1, luckSeed: 1, customers }).world;
  const offers = offersOf(start);
  let world = start;
  const prepare = (): void => {
    world = copyWorld(start);
  };
  const before = liveBytes();
  const tidy = makeTidyMarket(customers);
  const tidyBytes = liveBytes() - before;
  const market = (quarter: number): void => void playMarketQuarter(world.market, offers, recordsOf(world), quarter);
  const whole = (): void => void advance(world, new Map());
  return [
    {
      name: 'market',
      customers,
      bytesPerCustomer: columnBytes(start.market.columns) / customers,
      prepare,
      playQuarter: market,
      seconds: [],
    },
    { name: 'wholeQuarter', customers, bytesPerCustomer: null, prepare, playQuarter: whole, seconds: [] },
    {
      name: 'tidyObjects',
      customers,
      bytesPerCustomer: tidyBytes / customers,
      prepare: () => {},
      playQuarter: () => playTidyQuarter(tidy),
      seconds: [],
    },
  ];
}

/** All contestants in turn, round after round, so that a busy moment of the machine hits them alike; the first round warms up. */
function measured(all: readonly Contestant[], times: number): BenchRow[] {
  for (let round = 0; round <= times; round += 1) {
    for (const each of all) {
      each.prepare();
      const before = process.cpuUsage();
      for (let quarter = 1; quarter <= quarters; quarter += 1) each.playQuarter(quarter);
      const { user, system } = process.cpuUsage(before);
      if (round > 0) each.seconds.push((user + system) / 1e6);
    }
  }
  const speed = ({ customers, seconds }: Contestant): number => (customers * quarters) / median(seconds);
  const yardstick = speed(all.find(({ name }) => name === 'tidyObjects')!);
  return all.map((each) => ({
    name: each.name,
    customers: each.customers,
    customerQuartersPerSecond: Math.round(speed(each)),
    ratioToTidyObjects: speed(each) / yardstick,
    bytesPerCustomer: each.bytesPerCustomer,
  }));
}

/** Bytes of the objects that are still needed, after all others are collected. */
function liveBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
