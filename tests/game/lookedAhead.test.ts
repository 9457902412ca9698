import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendEntries, chainErrors, newRun } from '../../src/game/chain.ts';
import { lookedAheadOf, mostLookedAhead, noteLookedAhead, seenIn } from '../../src/game/lookedAhead.ts';
import { packRun } from '../../src/game/packed.ts';
import type { EntryData, RunFile, RunHeader } from '../../src/game/run.ts';
import { parseRun, writeRun } from '../../src/game/runFile.ts';

const header: RunHeader = {
  format: 1,
  epoch: 1,
  app: '0.1.0',
  scenario: { id: 'voras-bank', hash: 'ab'.repeat(32) },
  customers: 2000,
  world: 1,
  populationSeed: 7,
  luckSeed: 8,
  mode: 'practice',
};
const begun: RunFile = { ...newRun(header), lookedAhead: [] };
const commit = (quarters: 1 | 2 | 4): EntryData => ({ kind: 'commit', data: { quarters } });
const played = (run: RunFile, rounds: readonly (1 | 2 | 4)[], seen = (before: number): number => before): RunFile =>
  rounds.reduce(
    (grown, quarters) => noteLookedAhead(appendEntries(grown, [commit(quarters)], { firm: 'voras', by: 'learner' }), seen(seenIn(grown))),
    run,
  );

const rounds = fc.array(fc.constantFrom(1 as const, 2 as const), { minLength: 1, maxLength: 10 });

test('a run played straight on has looked ahead in no round, whatever the length of its rounds', () => {
  fc.assert(
    fc.property(rounds, (lengths) => {
      const run = played(begun, lengths);
      expect(run.lookedAhead).toEqual(lengths.map(() => 0));
      expect(seenIn(run)).toBe(lengths.reduce<number>((sum, quarters) => sum + quarters, 0));
    }),
  );
});

test('played on after quarter 5 with 9 seen, the rounds have 4, 3, 2, 1 quarters ahead and then none', () => {
  const after5 = played(begun, [1, 1, 1, 1, 1]);
  const run = played(after5, [1, 1, 1, 1, 1, 1], () => 9);
  expect(run.lookedAhead).toEqual([0, 0, 0, 0, 0, 4, 3, 2, 1, 0, 0]);
  expect(mostLookedAhead(run)).toBe(4);
});

test('a run taken to another device carries what it was looked ahead to: there too its next rounds say so', () => {
  const there = played(
    played(begun, [1, 1, 1, 1, 1, 1], (before) => (before === 5 ? 9 : before)),
    [1, 2],
  );
  expect(there.lookedAhead).toEqual([0, 0, 0, 0, 0, 4, 3, 2]);
});

test('what was noted of a round never changes by what is seen later', () => {
  fc.assert(
    fc.property(rounds, fc.nat(20), fc.nat(20), (lengths, before, later) => {
      const run = played(begun, lengths, () => before);
      const more = played(run, [1], () => later);
      expect(more.lookedAhead!.slice(0, lengths.length)).toEqual(run.lookedAhead);
    }),
  );
});

test('a run whose earlier rounds were not recorded stays so: unknown is not none', () => {
  const { lookedAhead: _list, ...old } = played(begun, [1, 1]);
  const more = played(old, [1], () => 9);
  expect('lookedAhead' in more).toBe(false);
  expect(mostLookedAhead(more)).toBe(null);
  const parsed = parseRun(writeRun(old));
  expect(parsed).toEqual({ ok: true, run: old });
});

test('the list stands outside the chain: no hash of a run depends on it', () => {
  const run = played(begun, [1, 1]);
  const otherwise = { ...run, lookedAhead: [3, 2] };
  expect(chainErrors(otherwise)).toEqual([]);
  expect(otherwise.head).toBe(run.head);
});

test('in a link a run played straight on takes three characters more, one that looked ahead a byte a round', () => {
  const run = played(begun, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  const { lookedAhead: _list, ...old } = run;
  expect(packRun(run).length - packRun(old).length).toBeLessThanOrEqual(3);
  expect(packRun({ ...run, lookedAhead: run.entries.map((_, i) => 11 - i) }).length - packRun(old).length).toBeLessThanOrEqual(19);
});

const text = writeRun(played(begun, [2, 2, 2]));
const listed = (list: string): string => text.replace('"lookedAhead": [0,0,0]', `"lookedAhead": ${list}`);
test.each([
  ['no list', '3', 'wrongType', 'lookedAhead'],
  ['a text in it', '[0,0,"4"]', 'wrongType', 'lookedAhead[2]'],
  ['half a quarter', '[0,0.5,0]', 'notAnInteger', 'lookedAhead[1]'],
  ['less than none', '[0,-1,0]', 'outOfRange', 'lookedAhead[1]'],
  ['more than any run has', '[21,0,0]', 'outOfRange', 'lookedAhead[0]'],
  ['beyond the longest run, seen from its round', '[0,0,17]', 'outOfRange', 'lookedAhead[2]'],
  ['fewer figures than rounds', '[0,0]', 'tooFew', 'lookedAhead'],
  ['more figures than rounds', '[0,0,0,0]', 'tooMany', 'lookedAhead'],
  ['more figures than any run has rounds', `[${Array.from({ length: 21 }, () => 0).join(',')}]`, 'tooMany', 'lookedAhead'],
])('a file is refused with a code and a place: %s', (_name, list, code, at) => {
  const parsed = parseRun(listed(list));
  expect(parsed.ok ? [] : parsed.errors).toMatchObject([{ code, at }]);
});

test('a kept list is cut to the rounds that are left, and is unknown where it cannot be one', () => {
  expect(lookedAheadOf(2, [0, 1, 2])).toEqual([0, 1]);
  for (const bad of [undefined, null, 5, 'ab', [0], [0, 1.5], [0, 21], [-1, 0], [0, '1']]) expect(lookedAheadOf(2, bad)).toBe(null);
});
