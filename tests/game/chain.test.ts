import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendEntries, appendEntry, chainErrors, entryHash, hashOf, headerHash, newRun, openQuarter } from '../../src/game/chain.ts';
import type { RunFile } from '../../src/game/run.ts';
import { anyRun, header } from './arbitraryRuns.ts';

const learner = { firm: 'voras', by: 'learner' } as const;

test('the hash is SHA-256 of the canonical JSON (value of FIPS 180-2 for the bytes of "{}" checked with sha256sum)', () => {
  expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  expect(hashOf({ b: 1, a: 'e\u0302' })).toBe(hashOf({ a: '\u00ea', b: 1 }));
});

test('the first entry hangs on the header, each later one on the entry before, and the run on the last', () => {
  fc.assert(
    fc.property(header, (start) => {
      const empty = newRun(start);
      const run = appendEntries(
        empty,
        [
          { kind: 'note', data: { text: 'e\u0302' } },
          { kind: 'commit', data: { quarters: 1 } },
        ],
        learner,
      );
      expect(empty.entries).toEqual([]);
      expect(empty.head).toBe(headerHash(start));
      expect(run.entries.map(({ seq }) => seq)).toEqual([0, 1]);
      expect(run.entries[0]).toMatchObject({ prev: headerHash(start), data: { text: '\u00ea' } });
      expect(run.entries[1]!.prev).toBe(entryHash(run.entries[0]!));
      expect(run.head).toBe(entryHash(run.entries[1]!));
    }),
    { numRuns: 20 },
  );
});

test('a run made by appending has a whole chain', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      expect(chainErrors(run)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

const whole = appendEntries(
  newRun({
    format: 1,
    epoch: 1,
    app: '0.1.0',
    scenario: { id: 'voras-bank', hash: '0'.repeat(64) },
    customers: 2000,
    world: 0,
    populationSeed: 1,
    luckSeed: 2,
    mode: 'practice',
  }),
  [
    { kind: 'plan', data: { plan: { 'biz.spend': 4 } } },
    { kind: 'commit', data: { quarters: 1 } },
    { kind: 'note', data: { text: 'last' } },
  ],
  learner,
);
const damaged: readonly [string, RunFile, readonly string[]][] = [
  ['another luck seed', { ...whole, luckSeed: 3 }, ['entries[0].prev']],
  ['another scenario hash', { ...whole, scenario: { ...whole.scenario, hash: '1'.repeat(64) } }, ['entries[0].prev']],
  [
    'a decision changed',
    { ...whole, entries: whole.entries.with(0, { ...whole.entries[0]!, kind: 'plan', data: { plan: { 'biz.spend': 5 } } }) },
    ['entries[1].prev'],
  ],
  ['the last entry changed', { ...whole, entries: whole.entries.with(2, { ...whole.entries[2]!, by: 'lecturer' }) }, ['head']],
  ['an entry taken out', { ...whole, entries: whole.entries.toSpliced(1, 1) }, ['entries[1].seq', 'entries[1].prev']],
  ['the last entry taken out', { ...whole, entries: whole.entries.slice(0, 2) }, ['head']],
  [
    'two entries changed places',
    { ...whole, entries: [whole.entries[1]!, whole.entries[0]!, whole.entries[2]!] },
    ['entries[0].seq', 'entries[0].prev', 'entries[1].seq', 'entries[1].prev', 'entries[2].prev'],
  ],
];

test.each(damaged)('damage is shown where it breaks the chain: %s', (_name, run, places) => {
  expect(chainErrors(run).map(({ at }) => at)).toEqual(places);
});

test('a run goes on from its last entry, in the quarter that is then open for the firm', () => {
  const longer = appendEntry(whole, { kind: 'commit', data: { quarters: 2 } }, learner);
  expect(chainErrors(longer)).toEqual([]);
  expect(longer.entries.at(-1)!.quarter).toBe(2);
  expect(openQuarter(longer, 'voras')).toBe(4);
  expect(openQuarter(longer, 'another')).toBe(1);
});
