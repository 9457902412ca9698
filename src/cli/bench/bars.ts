/** The bars that the market of Rapport is held to, set against what was measured. */

import type { BenchRow } from './rows.ts';

export interface Bar {
  bar: string;
  /** Null when this bench did not measure it. */
  measured: number | null;
  limit: number;
  /** Whether the limit is the least or the most that is good. */
  kind: 'atLeast' | 'atMost';
  pass: boolean | null;
}

/**
 * agentscript 0.10.27 plays the same small model at a third of the speed of tidy objects: 2.05 against 6.2 million customer-quarters a
 * second at 100,000 customers on one machine. The package itself is GPL-3.0 and large, so the bar against it is derived.
 */
const agentscriptToTidyObjects = 0.33;

/** What a whole set of luck replays takes, by how they are played; in seconds. */
export type ReplayTimes = Readonly<Partial<Record<'replays' | 'replaysFromCheckpoints', number>>>;

/**
 * Every bar, in order.
 * @param companies how many the scenario has: each asks for a few bytes a customer
 */
export function barsOf(rows: readonly BenchRow[], companies: number, times: ReplayTimes): Bar[] {
  const at = (name: BenchRow['name'], customers: number): BenchRow | undefined =>
    rows.find((row) => row.name === name && row.customers === customers);
  const most = Math.max(...rows.map(({ customers }) => customers));
  const [few, usual, many] = [at('market', 10_000), at('market', 100_000), at('market', 1_000_000)];
  const scale = few && many && few.customerQuartersPerSecond / many.customerQuartersPerSecond;
  return [
    bar('fasterThanTidyObjects', usual?.ratioToTidyObjects, 'atLeast', 1),
    bar('timesAgentscript', usual?.ratioToTidyObjects, 'atLeast', 3 * agentscriptToTidyObjects),
    bar('costAtScale', scale, 'atMost', 1.15),
    bar('truthBytes', at('market', most)?.bytesPerCustomer, 'atMost', 48 + 5 * companies),
    bar('recordBytes', at('wholeQuarter', most)?.bytesPerRecord, 'atMost', 24),
    bar('recordsPerCustomer', at('wholeQuarter', most)?.recordsPerCustomer, 'atMost', 1.5),
    bar('replays', times.replays, 'atMost', 6),
    bar('replaysFromCheckpoints', times.replaysFromCheckpoints, 'atMost', 4),
  ];
}

function bar(name: string, measured: number | null | undefined, kind: Bar['kind'], limit: number): Bar {
  const value = measured ?? null;
  const pass = value === null ? null : kind === 'atLeast' ? value >= limit : value <= limit;
  return { bar: name, measured: value, limit, kind, pass };
}
