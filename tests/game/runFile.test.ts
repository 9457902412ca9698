import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendEntries, chainErrors, newRun } from '../../src/game/chain.ts';
import { packRun, unpackRun } from '../../src/game/packed.ts';
import { replay } from '../../src/game/replay.ts';
import type { EntryData, RunFile } from '../../src/game/run.ts';
import { mostRunBytes, parseRun, writeRun } from '../../src/game/runFile.ts';
import { canonicalJson } from '../../src/sim/canonicalJson.ts';
import { mutantRuns } from '../mutantRuns.ts';
import { savedRun } from '../../src/cli/savedRun.ts';
import { anyRun, segmentIds } from './arbitraryRuns.ts';
import { tiemNang } from './shippedScenario.ts';

test('a file of format 1 opens as long as there is a format 1, its chain whole, and is written back to the letter', () => {
  const stored = readFileSync(new URL('run-format-1.json', import.meta.url), 'utf8');
  const parsed = parseRun(stored);
  expect(parsed).toMatchObject({ ok: true, run: { format: 1, claimed: { total: 61.5 } } });
  if (!parsed.ok) return;
  expect(parsed.run.entries.map(({ kind, quarter }) => `${kind} ${quarter}`)).toEqual([
    'note 1',
    'plan 1',
    'predict 1',
    'commit 1',
    'plan 3',
    'move 3',
    'move 3',
    'commit 3',
  ]);
  expect(chainErrors(parsed.run)).toEqual([]);
  expect(writeRun(parsed.run)).toBe(stored);
});

const decisions: readonly EntryData[] = [
  { kind: 'note', data: { text: 'Vì khách than phải kể lại' } },
  { kind: 'plan', data: { plan: { 'biz.spend': 6, 'cus.core': ['smallFirms'] }, standing: { onStall: 'downscope' } } },
  { kind: 'predict', data: { kpi: 'churn', low: 10, high: 30, because: 'waiting' } },
  { kind: 'commit', data: { quarters: 2 } },
];
const good: RunFile = {
  ...appendEntries(
    newRun({
      format: 1,
      epoch: 1,
      app: '0.1.0',
      scenario: { id: 'voras-bank', hash: 'ab'.repeat(32) },
      customers: 2000,
      world: 1,
      populationSeed: 7,
      luckSeed: 8,
      mode: 'assigned',
      assignment: { id: 'k68', student: '20210001' },
    }),
    decisions,
    { firm: 'voras', by: 'learner' },
  ),
  digests: ['0123456789abcdef'],
  claimed: { total: 71.25 },
  lookedAhead: [4],
};
const text = writeRun(good);

test('what is written is read back the same, from text and from bytes, with and without the scenario', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const written = writeRun(run);
      expect(parseRun(written, segmentIds)).toEqual({ ok: true, run });
      expect(parseRun(new TextEncoder().encode(`\ufeff${written}`))).toEqual({ ok: true, run });
      expect(writeRun(run)).toBe(written);
    }),
    { numRuns: 60 },
  );
});

test('a file stands on lines, one an entry, so that two runs can be compared', () => {
  expect(text.split('\n').filter((line) => line.includes('"seq":'))).toHaveLength(decisions.length);
});

const firstPlan = '"plan":{"biz.spend":6,"cus.core":["smallFirms"]}';
const planned = (plan: string): string => text.replace(firstPlan, `"plan":${plan}`);
const bad: readonly [string, string, string, string][] = [
  ['an empty file', '', 'syntax', ''],
  ['text that is no JSON', 'hello', 'syntax', ''],
  ['a list', '[]', 'wrongType', ''],
  ['something after the end', `${text}1`, 'syntax', ''],
  ['an unclosed text', '{"format": "', 'syntax', 'format'],
  ['a number that is no number', '{"format": 01}', 'syntax', ''],
  ['a number beyond all bounds', '{"format": 1e999}', 'syntax', 'format'],
  ['a key twice', text.replace('"epoch": 1', '"epoch": 1, "epoch": 2'), 'duplicateKey', 'epoch'],
  ['a key into the prototype', text.replace('"epoch": 1', '"epoch": 1, "__proto__": {}'), 'forbiddenKey', '[__proto__]'],
  ['the constructor as a key', planned('{"constructor":1}'), 'forbiddenKey', 'entries[1].data.plan.constructor'],
  ['depth beyond 20', '['.repeat(22), 'tooDeep', '[0]'.repeat(21)],
  ['a file beyond its size', `${text}${' '.repeat(mostRunBytes)}`, 'fileTooLarge', ''],
  ['another format', text.replace('"format": 1', '"format": 2'), 'notAnOption', 'format'],
  ['an unknown key', text.replace('"epoch": 1', '"epoch": 1, "score": 99'), 'unknownKey', 'score'],
  ['a missing key', text.replace('"epoch": 1,', ''), 'missingKey', 'epoch'],
  ['a hash too short', text.replace('ab'.repeat(32), 'ab'.repeat(31)), 'badId', 'scenario.hash'],
  ['a seed that is no integer', text.replace('"luckSeed": 8', '"luckSeed": 8.5'), 'notAnInteger', 'luckSeed'],
  ['a seed beyond 32 bits', text.replace('"luckSeed": 8', '"luckSeed": 4294967296'), 'outOfRange', 'luckSeed'],
  ['a claim beyond 100', text.replace('71.25', '171.25'), 'outOfRange', 'claimed.total'],
  ['a digest of another length', text.replace('"0123456789abcdef"', '"0123456789abcde"'), 'badId', 'digests[0]'],
  ['an unknown kind of entry', text.replace('"kind":"note"', '"kind":"grant"'), 'notAnOption', 'entries[0].kind'],
  ['a note beyond 140 characters', text.replace('Vì khách', 'ế'.repeat(140)), 'tooLong', 'entries[0].data.text'],
  ['a control character in a note', text.replace('Vì khách', 'V\\u0007'), 'controlCharacter', 'entries[0].data.text'],
  ['half a surrogate pair in a note', text.replace('Vì khách', '\\ud83d'), 'controlCharacter', 'entries[0].data.text'],
  ['a control that does not exist', planned('{"biz.luck":1}'), 'unknownKey', 'entries[1].data.plan[biz.luck]'],
  ['a level outside its range', planned('{"biz.spend":21}'), 'outOfRange', 'entries[1].data.plan[biz.spend]'],
  ['a level off its step', planned('{"biz.split":61}'), 'offStep', 'entries[1].data.plan[biz.split]'],
  ['a word that is no option', planned('{"svc.door":"ajar"}'), 'notAnOption', 'entries[1].data.plan[svc.door]'],
  ['more than may be chosen', planned('{"biz.forces":["rivalry","entry","buyers"]}'), 'tooMany', 'entries[1].data.plan[biz.forces]'],
  [
    'a split that does not sum to 100',
    planned('{"biz.budget":{"marketing":25,"sales":25,"service":25,"people":25,"technology":25}}'),
    'wrongSum',
    'entries[1].data.plan[biz.budget]',
  ],
  ['an unknown standing order', text.replace('"downscope"', '"pray"'), 'notAnOption', 'entries[1].data.standing.onStall'],
  ['a forecast upside down', text.replace('"low":10', '"low":40'), 'outOfOrder', 'entries[2].data.high'],
  ['a round of three quarters', text.replace('"quarters":2', '"quarters":3'), 'notAnOption', 'entries[3].data.quarters'],
  [
    'an entry for a quarter that is not open',
    text.replace(/("prev":"[0-9a-f]+"),"quarter":1/, '$1,"quarter":2'),
    'outOfOrder',
    'entries[0].quarter',
  ],
];

test.each(bad)('refused with a code and a place: %s', (_name, broken, code, at) => {
  const parsed = parseRun(broken);
  expect(parsed).toMatchObject({ ok: false });
  if (!parsed.ok) expect(parsed.errors[0]).toMatchObject({ code, at });
});

test('an error names the line and the column where it stands', () => {
  const parsed = parseRun('{\n  "format": 1,\n  "epoch": true\n}', segmentIds);
  expect(parsed.ok ? [] : parsed.errors).toContainEqual({
    code: 'wrongType',
    at: 'epoch',
    line: 3,
    column: 12,
    values: { expected: 'number' },
  });
});

test('a segment that the scenario does not have is refused when the scenario is known', () => {
  expect(parseRun(text, segmentIds)).toMatchObject({ ok: true });
  expect(parseRun(text, ['households'])).toMatchObject({
    ok: false,
    errors: [{ code: 'unknownReference', at: 'entries[1].data.plan[cus.core][0]' }],
  });
});

test('at most 50 errors are listed, however many there are', () => {
  const notes = Array.from({ length: 500 }, () => '{}').join(',');
  const parsed = parseRun(text.replace(/"entries": \[[^]*\]/, `"entries": [${notes}]`));
  expect(parsed.ok ? 0 : parsed.errors.length).toBe(50);
});

describe('bytes that are not UTF-8', () => {
  test.each([
    ['a byte that begins nothing', [0xff]],
    ['a byte that only continues', [0x80]],
    ['a letter cut off', [0xe1, 0xba]],
    ['a longer form than needed', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['beyond the last code point', [0xf4, 0x90, 0x80, 0x80]],
  ])('%s', (_name, bytes) => {
    expect(parseRun(Uint8Array.from(bytes))).toEqual({ ok: false, errors: [{ code: 'notUtf8', at: '' }] });
  });
});

test('any bytes at all give a run or coded errors, never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(parseRun(bytes).ok).toBe(false);
    }),
    { numRuns: 200 },
  );
});

/** Ways in which a file is damaged on its way or by a hand. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant('byte' as const), at: fc.nat(), value: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({
    kind: fc.constant('value' as const),
    at: fc.nat(),
    text: fc.constantFrom('null', '-1', '1e300', '"<img src=x onerror=alert(1)>"', '{}', '[]', '[[[[]]]]', 'true', '""', '0.5'),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutated(source: Uint8Array, change: Mutation): Uint8Array {
  const bytes = [...source];
  const at = change.at % bytes.length;
  if (change.kind === 'byte') return Uint8Array.from(bytes.with(at, change.value));
  if (change.kind === 'cut') return Uint8Array.from(bytes.toSpliced(at, change.length));
  if (change.kind === 'repeat') return Uint8Array.from(bytes.toSpliced(at, 0, ...bytes.slice(at, at + change.length)));
  const texts = new TextDecoder().decode(source);
  const places = [...texts.matchAll(/(?<=[:,[] ?)(?:"[^"]*"|-?\d+(?:\.\d+)?|true|false)(?=[,}\]\n])/g)];
  const place = places[change.at % places.length]!;
  return new TextEncoder().encode(texts.slice(0, place.index) + change.text + texts.slice(place.index + place[0].length));
}

test(`${mutantRuns(300)} mutants of a run file: each is refused with codes, or is a run whose damage the chain shows or that says the same`, () => {
  const source = new TextEncoder().encode(text);
  const mutants = fc.sample(fc.array(mutation, { minLength: 1, maxLength: 3 }), { numRuns: mutantRuns(300), seed: 20 });
  let refused = 0;
  for (const changes of mutants) {
    const parsed = parseRun(changes.reduce(mutated, source));
    if (parsed.ok) {
      const { claimed, digests, lookedAhead, ...chained } = parsed.run;
      const { claimed: _claimed, digests: _digests, lookedAhead: _ahead, ...original } = good;
      const rounds = parsed.run.entries.filter(({ kind }) => kind === 'commit').length;
      expect(lookedAhead?.length ?? rounds).toBe(rounds);
      expect(chainErrors(parsed.run).length > 0 || canonicalJson(chained) === canonicalJson(original)).toBe(true);
    } else {
      refused += 1;
      expect(parsed.errors.length).toBeGreaterThan(0);
      for (const error of parsed.errors)
        expect(error).toMatchObject({ code: expect.stringMatching(/^[a-z][A-Za-z0-9]+$/), at: expect.any(String) });
    }
  }
  expect(refused).toBeGreaterThan(200);
});

test('a forecast of any money figure of a firm that counts in dong can be written and read', () => {
  const { scenario } = tiemNang();
  const { reports } = replay(scenario, { customers: 300, world: 0, populationSeed: 7, luckSeed: 7 }, [], { reports: true });
  const most = Math.max(...reports.flatMap(({ truth: { kpi } }) => [kpi.revenue, kpi.equity, kpi.contribution]));
  const high = Math.round(4 * most * 1000);
  expect(high).toBeGreaterThan(1e13);
  const said: EntryData = { kind: 'predict', data: { kpi: 'equity', low: -high, high, because: 'rivals' } };
  const run = savedRun(scenario, { customers: 300, world: 0, populationSeed: 7, luckSeed: 7 }, [
    { ...said, seq: 0, firm: scenario.firms[0].id },
  ]);
  expect(parseRun(writeRun(run))).toEqual({ ok: true, run });
  const unpacked = unpackRun(packRun(run));
  expect(unpacked.ok && unpacked.run.entries).toEqual(run.entries);
});
