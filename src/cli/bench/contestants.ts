/** What the bench measures: the market of Rapport, a whole quarter of it, and a plain way of writing a smaller one. */

import { advance } from '../../game/playQuarter.ts';
import { startPlaying } from '../../game/replay.ts';
import { offersOf } from '../../game/offersNow.ts';
import { copyWorld, recordsOf, type World } from '../../game/world.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { playMarketQuarter } from '../../sim/truth/quarter.ts';
import { arrayBytes, collectGarbage, memoryInUse } from './memory.ts';
import { makeTidyMarket } from './tidyObjects.ts';

export const contestantNames = ['market', 'wholeQuarter', 'tidyObjects'] as const;
export type ContestantName = (typeof contestantNames)[number];

/** Quarters in a row that one measurement plays; the markets of Rapport then begin again. */
const quarters = 4;
/** A measurement plays so often in a row that it holds this many customer-quarters: V8 needs about as many to compile the loops for good. */
const leastPlayed = 2_400_000;
const mostTimes = 60;

/** Memory of a contestant, in bytes; null where it keeps nothing of the kind. */
export interface Memory {
  bytesPerCustomer: number;
  bytesPerRecord: number | null;
  /** Rows of records that there is room for, a customer. */
  recordsPerCustomer: number | null;
  /** By how much the whole process grew. */
  residentBytesPerCustomer: number;
}

/** One that can be measured again and again. */
export interface Contestant {
  memory: Memory;
  /** Plays once; answers customer-quarters a second of processor time. */
  measure: () => number;
}

/** Sets a contestant up: the slow part, which no measurement holds. */
export function makeContestant(name: ContestantName, scenario: Scenario, customers: number): Contestant {
  const before = memoryInUse();
  const { prepare, playQuarter, arrays } = parts(name, scenario, customers);
  const after = memoryInUse();
  const times = Math.min(mostTimes, Math.ceil(leastPlayed / (quarters * customers)));
  const measure = (): number => {
    let seconds = 0;
    collectGarbage();
    for (let time = 0; time < times; time += 1) {
      prepare();
      const start = process.cpuUsage();
      for (let quarter = 1; quarter <= quarters; quarter += 1) playQuarter(quarter);
      const { user, system } = process.cpuUsage(start);
      seconds += (user + system) / 1e6;
    }
    return (times * quarters * customers) / seconds;
  };
  return {
    memory: {
      bytesPerCustomer: (arrays?.bytes ?? after.heap - before.heap) / customers,
      bytesPerRecord: arrays?.bytesPerRecord ?? null,
      recordsPerCustomer: arrays?.recordsPerCustomer ?? null,
      residentBytesPerCustomer: (after.resident - before.resident) / customers,
    },
    measure,
  };
}

interface Parts {
  prepare: () => void;
  playQuarter: (quarter: number) => void;
  /** Bytes of the typed arrays; objects are weighed instead. */
  arrays?: { bytes: number; bytesPerRecord: number | null; recordsPerCustomer: number | null };
}

/** The yardstick has no beginning worth going back to. */
function parts(name: ContestantName, scenario: Scenario, customers: number): Parts {
  if (name === 'tidyObjects') return { prepare: () => {}, playQuarter: makeTidyMarket(customers) };
  const start = startPlaying(scenario, { world: 0, populationSeed: 1, luckSeed: 1, customers }).world;
  const offers = offersOf(start);
  let world = start;
  const prepare = (): void => {
    world = copyWorld(start);
  };
  if (name === 'wholeQuarter') {
    const playQuarter = (): void => void advance(world, new Map());
    return { prepare, playQuarter, arrays: { bytes: arrayBytes(start), ...recordMemory(start, customers) } };
  }
  const playQuarter = (quarter: number): void => void playMarketQuarter(world.market, offers, recordsOf(world), quarter);
  return { prepare, playQuarter, arrays: { bytes: arrayBytes(start.market), bytesPerRecord: null, recordsPerCustomer: null } };
}

/** What the first firm has written down, its books of the past included. */
function recordMemory({ played: [company] }: World, customers: number): { bytesPerRecord: number; recordsPerCustomer: number } {
  const { records, history } = company!;
  const rows = records.held.length + records.duplicateOf.length;
  return { bytesPerRecord: arrayBytes([records, history]) / rows, recordsPerCustomer: rows / customers };
}
