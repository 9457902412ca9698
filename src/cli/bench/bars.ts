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
    bar('timesAgentscript', usual?.ratioToAgentscript, 'atLeast', 3),
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
