/** The measurements of a bench as rows. */

import { contestantNames, type ContestantName, type Memory } from './contestants.ts';
import { startRacer, type Racer } from './field.ts';

export interface BenchRow extends Memory {
  name: ContestantName;
  customers: number;
  customerQuartersPerSecond: number;
  /** At the same number of customers. */
  ratioToTidyObjects: number;
}

/** From this size a measurement is long enough to warm itself up, and few tell as much as many small ones. */
const large = 1_000_000;

/**
 * Measures everybody at every size in one interleaved run, so that a busy moment of the machine hits all alike; medians of the rounds.
 * @param scenario id or path; @param onRound told which round begins
 */
export async function measureRows(
  scenario: string,
  sizes: readonly number[],
  rounds: number,
  onRound: (round: number) => void,
): Promise<BenchRow[]> {
  const racers: Racer[] = [];
  try {
    for (const customers of sizes) for (const name of contestantNames) racers.push(await startRacer(name, scenario, customers));
    const speeds = new Map(racers.map((racer) => [racer, [] as number[]]));
    // Round 0 warms up.
    for (let round = 0; round <= rounds; round += 1) {
      onRound(round);
      for (const racer of racers) {
        if (racer.customers >= large && round % 2 === 0) continue;
        const speed = await racer.measure();
        if (round > 0) speeds.get(racer)!.push(speed);
      }
    }
    return rowsOf(
      racers.map(({ name, customers, memory }, index) => ({ name, customers, memory, speed: median(speeds.get(racers[index]!)!) })),
    );
  } finally {
    for (const racer of racers) racer.end();
  }
}

type Measured = Pick<Racer, 'name' | 'customers' | 'memory'> & { speed: number };

function rowsOf(all: readonly Measured[]): BenchRow[] {
  return all.map(({ name, customers, memory, speed }) => {
    const yardstick = all.find((each) => each.name === 'tidyObjects' && each.customers === customers)!;
    return {
      name,
      customers,
      customerQuartersPerSecond: Math.round(speed),
      ratioToTidyObjects: speed / yardstick.speed,
      ...memory,
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
