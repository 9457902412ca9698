import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEntries, chainErrors, newRun } from '../../src/game/chain.ts';
import { mostRunBytes, writeRun } from '../../src/game/runFile.ts';
import { databaseStore } from '../../src/saves/databaseStore.ts';
import { headerFor } from '../../src/saves/runs.ts';
import type { Saves } from '../../src/saves/saves.ts';
import { scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { Browser, codeOf, findNothing, valueOf } from './browser.ts';
import { folder, learner, round, sampleReport, sampleRun, settings } from './sampleRun.ts';

let browser: Browser;
let saves: Saves;
beforeEach(async () => {
  browser = new Browser();
  ({ saves } = await browser.tab());
});
afterEach(() => browser.close());

const played = { ...sampleRun(3), digests: ['0'.repeat(16), '1'.repeat(16)], claimed: { total: 61.5 } };
const file = writeRun(played);

test('a file comes back as the same run under a new id, every time it is imported', async () => {
  const ids = [valueOf(await saves.importFile(file)), valueOf(await saves.importFile(new TextEncoder().encode(file)))];
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) {
    const opened = valueOf(await saves.open(id));
    expect(opened.run).toEqual(played);
    expect(opened.loaded.made.how).toBe('import');
    expect(valueOf(await saves.exportFile(id)).text).toBe(file);
  }
});

test('a run goes out and comes back in another browser, and can be played on there', async () => {
  const run = valueOf(await saves.start(folder, settings));
  valueOf(await run.append(round(1)));
  valueOf(await run.saveReport(sampleReport(1)));
  const { text } = await run.exportFile();
  browser.emptyDatabase();
  const { saves: elsewhere } = await browser.tab();
  const there = valueOf(await elsewhere.open(valueOf(await elsewhere.importFile(text))));
  expect(there.run).toEqual(run.run);
  expect(there.run.digests).toEqual([sampleReport(1).digest]);
  expect(valueOf(await there.append(round(2))).entries).toHaveLength(6);
});

test('a copy of the same decisions may be imported beside the run, which stays as it is', async () => {
  const run = valueOf(await saves.start(folder, settings));
  valueOf(await run.append(round(1)));
  const before = valueOf(await databaseStore().under(`run/${run.id}/`));
  const copy = valueOf(await saves.open(valueOf(await saves.importFile(writeRun(run.run)))));
  valueOf(await copy.append(round(2)));
  expect(valueOf(await databaseStore().under(`run/${run.id}/`))).toEqual(before);
});

const stranger = appendEntries(newRun(headerFor(folder, settings)), [{ kind: 'plan', data: { plan: { 'cus.core': ['nobody'] } } }], {
  firm: learner,
  by: 'learner',
});
const otherRules = structuredClone(folder);
otherRules.scenario.quarters = 4;

test.each([
  ['larger than a run file may be', `${file}${' '.repeat(mostRunBytes)}`, 'badFile', 'fileTooLarge'],
  ['no run file', '{"hello": 1}', 'badFile', undefined],
  ['not text', Uint8Array.of(0xff, 0xfe), 'badFile', 'notUtf8'],
  ['broken in its chain', file.replace('"low":10', '"low":11'), 'badFile', 'chain'],
  ['for a segment that the scenario does not have', writeRun(stranger), 'badFile', 'unknownReference'],
  ['of a scenario with other rules', file.replaceAll(scenarioHash(folder.scenario), scenarioHash(otherRules.scenario)), 'badFile', 'chain'],
])('a file that is %s is refused with a code, and nothing is kept', async (_name, bytes, code, first) => {
  const refused = await saves.importFile(bytes);
  expect(refused).toMatchObject({ ok: false, code });
  if (first !== undefined && !refused.ok) expect(refused.errors?.[0]).toMatchObject({ code: first });
  expect(valueOf(await databaseStore().keysUnder(''))).toEqual([]);
});

test('a file of a scenario that the app does not have is refused with that code', async () => {
  const { saves: bare } = await browser.tab({}, findNothing);
  expect(codeOf(await bare.importFile(file))).toBe('scenarioMissing');
});

/** Ways in which a file is damaged on its way or by a hand. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant('byte' as const), at: fc.nat(), value: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 400 }) }),
);
type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;

function damaged(bytes: Uint8Array, change: Damage): Uint8Array {
  const list = [...bytes];
  const at = change.at % list.length;
  if (change.kind === 'byte') return Uint8Array.from(list.with(at, change.value));
  if (change.kind === 'cut') return Uint8Array.from(list.toSpliced(at, change.length));
  return Uint8Array.from(list.toSpliced(at, 0, ...list.slice(at, at + change.length)));
}

test('200 mutants of a file: each is refused with a code or kept as a whole run of its own; what was there stays', async () => {
  const original = valueOf(await saves.importFile(file));
  const before = valueOf(await databaseStore().under(`run/${original}/`));
  const source = new TextEncoder().encode(file);
  let refused = 0;
  const ids = new Set([original]);
  for (const changes of fc.sample(fc.array(damage, { minLength: 1, maxLength: 3 }), { numRuns: 200, seed: 31 })) {
    const outcome = await saves.importFile(changes.reduce(damaged, source));
    if (!outcome.ok) {
      expect(['badFile', 'scenarioMissing']).toContain(outcome.code);
      refused += 1;
      continue;
    }
    expect(ids.has(outcome.value)).toBe(false);
    ids.add(outcome.value);
    expect(chainErrors(valueOf(await saves.open(outcome.value)).run)).toEqual([]);
  }
  expect(refused).toBeGreaterThan(150);
  expect(valueOf(await databaseStore().under(`run/${original}/`))).toEqual(before);
  expect(valueOf(await saves.list()).runs).toHaveLength(ids.size);
});
