import { describe, expect, test } from 'vitest';
import { barsOf } from '../../src/cli/bench/bars.ts';
import { arrayBytes } from '../../src/cli/bench/memory.ts';
import type { BenchRow } from '../../src/cli/bench/rows.ts';
import { runCommandLine } from '../../src/cli/commandLine.ts';
import { long } from '../turns.ts';

const row = (name: BenchRow['name'], customers: number, change: Partial<BenchRow> = {}): BenchRow => ({
  name,
  customers,
  customerQuartersPerSecond: 10_000_000,
  ratioToTidyObjects: 2,
  bytesPerCustomer: 60,
  bytesPerRecord: name === 'wholeQuarter' ? 20 : null,
  recordsPerCustomer: name === 'wholeQuarter' ? 1.5 : null,
  residentBytesPerCustomer: 100,
  ...change,
});
const sizes = [10_000, 100_000, 1_000_000];
const rowsWith = (change: Partial<BenchRow>, at: readonly number[] = sizes): BenchRow[] =>
  sizes.flatMap((customers) => [
    row('market', customers, at.includes(customers) ? change : {}),
    row('wholeQuarter', customers, at.includes(customers) ? change : {}),
  ]);
const verdicts = (rows: readonly BenchRow[], companies = 4, times = {}): Record<string, boolean | null> =>
  Object.fromEntries(barsOf(rows, companies, times).map(({ bar, pass }) => [bar, pass]));

describe('The bars of the bench', () => {
  test('are all met by a market that is fast and small enough, and what was not measured is neither met nor missed', () => {
    expect(verdicts(rowsWith({}))).toEqual({
      fasterThanTidyObjects: true,
      timesAgentscript: true,
      costAtScale: true,
      truthBytes: true,
      recordBytes: true,
      recordsPerCustomer: true,
      replays: null,
      replaysFromCheckpoints: null,
    });
    expect(verdicts([row('market', 2000), row('wholeQuarter', 2000)])).toMatchObject({ timesAgentscript: null, costAtScale: null });
  });

  test.each<[string, boolean | null]>([
    ['fasterThanTidyObjects', verdicts(rowsWith({ ratioToTidyObjects: 0.99 }, [100_000]))['fasterThanTidyObjects']!],
    ['timesAgentscript', verdicts(rowsWith({ ratioToTidyObjects: 0.98 }, [100_000]))['timesAgentscript']!],
    ['costAtScale', verdicts(rowsWith({ customerQuartersPerSecond: 8_600_000 }, [1_000_000]))['costAtScale']!],
    ['truthBytes', verdicts(rowsWith({ bytesPerCustomer: 70 }, [1_000_000]))['truthBytes']!],
    ['recordBytes', verdicts(rowsWith({ bytesPerRecord: 25 }, [1_000_000]))['recordBytes']!],
    ['recordsPerCustomer', verdicts(rowsWith({ recordsPerCustomer: 2 }, [1_000_000]))['recordsPerCustomer']!],
    ['replays', verdicts(rowsWith({}), 4, { replays: 6.1 })['replays']!],
    ['replaysFromCheckpoints', verdicts(rowsWith({}), 4, { replaysFromCheckpoints: 4.1 })['replaysFromCheckpoints']!],
  ])('are missed one by one: %s', (_, pass) => {
    expect(pass).toBe(false);
  });

  test('of memory let every further company have its five bytes', () => {
    expect(verdicts(rowsWith({ bytesPerCustomer: 70 }), 5)['truthBytes']).toBe(true);
  });
});

test('memory counts every buffer once, whoever shares it and wherever it hangs', () => {
  const column = new Uint16Array(100);
  const value = { a: column, b: { again: column, list: [new Float64Array(3)] }, c: 'text', d: null };
  expect(arrayBytes({ ...value, itself: value })).toBe(224);
});

test('a bench measures all three and sets each against the yardstick', long, async () => {
  let out = '';
  const streams = { out: (text: string) => void (out += text), err: () => {} };
  expect(await runCommandLine(['bench', '--customers', '200,200', '--rounds', '1', '--json'], streams)).toBe(0);
  const { rows, bars } = JSON.parse(out) as { rows: BenchRow[]; bars: unknown[] };
  expect(rows.map(({ name, customers }) => `${name} ${customers}`)).toEqual(
    ['market', 'wholeQuarter', 'tidyObjects'].map((name) => `${name} 200`),
  );
  for (const { name, customerQuartersPerSecond, ratioToTidyObjects } of rows) {
    expect(Math.min(customerQuartersPerSecond, ratioToTidyObjects), name).toBeGreaterThan(0);
  }
  expect(rows[2]!.ratioToTidyObjects).toBe(1);
  expect(bars).toHaveLength(8);
});
