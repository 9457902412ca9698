import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseStore } from '../../src/saves/databaseStore.ts';
import type { Saves } from '../../src/saves/saves.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import { folderHash, scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { Browser, codeOf, findNothing, valueOf } from './browser.ts';
import { folder, round, settings } from './sampleRun.ts';

let browser: Browser;
let saves: Saves;
beforeEach(async () => {
  browser = new Browser();
  ({ saves } = await browser.tab());
});
afterEach(() => browser.close());

const file = { name: 'own.zip', bytes: new Uint8Array([1, 2, 3]) };
/** The id of a firm that ships, and rules of its own. */
const own: ScenarioFolder = structuredClone(folder);
own.scenario.market.represents += 1;
own.scenario.title = { vi: 'Của tôi', en: 'Mine' };
const content = folderHash(own);
const rows = async () => valueOf(await databaseStore().under(''));

async function begun(on = own) {
  const { content: added } = valueOf(await saves.firms.add(on, file));
  const found = valueOf(await saves.firms.find(added));
  return valueOf(await saves.start(found.folder, settings, found.firm));
}

test('a firm is kept with its file under the hash of all that is in it, and nothing is written over', async () => {
  expect(valueOf(await saves.firms.add(own, file))).toEqual({ content, known: false, versions: 0, holds: 'database' });
  const before = await rows();
  expect(valueOf(await saves.firms.add(own, { name: 'again.zip', bytes: new Uint8Array(9) }))).toEqual({
    content,
    known: true,
    versions: 0,
    holds: 'database',
  });
  expect(await rows()).toEqual(before);
  expect(valueOf(await saves.firms.find(content)).folder).toEqual(own);
  expect(valueOf(await saves.firms.file(content))).toEqual(file);
  const [firm] = valueOf(await saves.firms.list());
  expect(firm).toMatchObject({ content, rules: scenarioHash(own.scenario), file: { name: 'own.zip', size: 3 }, scored: true });
});

test('a firm with other words or without playbooks stands beside the first, and its runs keep what it brought', async () => {
  const bare: ScenarioFolder = { ...own, playbooks: {}, expected: null };
  const runs = [await begun(bare), await begun(own)];
  expect(valueOf(await saves.firms.list())).toHaveLength(2);
  for (const run of runs) await run.release();
  expect(valueOf(await saves.open(runs[0]!.id)).loaded.folder.expected).toBeNull();
  expect(valueOf(await saves.open(runs[1]!.id)).loaded.folder).toEqual(own);
});

test('a firm with the id and even the rules of one that ships leaves the runs of that one alone', async () => {
  const words: ScenarioFolder = { ...folder, scenario: { ...folder.scenario, title: own.scenario.title }, expected: null };
  const mine = await begun(words);
  const shipped = valueOf(await saves.start(folder, settings));
  expect(mine.loaded.folder).toEqual(words);
  expect(shipped.loaded).toMatchObject({ folder, firm: null });
  const told = valueOf(await saves.list()).runs.map(({ id, firm }) => [id, firm?.title.en ?? null]);
  expect(Object.fromEntries(told)).toEqual({ [mine.id]: 'Mine', [shipped.id]: null });
});

test('runs of a deleted firm stay and go on, and the last trace of a firm that nobody played goes with it', async () => {
  const run = await begun();
  valueOf(await saves.firms.remove(content));
  expect(valueOf(await saves.firms.list())).toEqual([]);
  expect(codeOf(await saves.firms.file(content))).toBe('firmMissing');
  valueOf(await run.append(round(1)));
  await run.release();
  const again = valueOf(await saves.open(run.id));
  expect(again.loaded).toMatchObject({ folder: own, firm: { content } });
  await again.release();
  valueOf(await saves.remove(run.id));
  valueOf(await saves.firms.add(own, file));
  valueOf(await saves.firms.remove(content));
  expect((await rows()).filter(([key]) => /^(firm|scenario)\//.test(key))).toEqual([]);
  expect(codeOf(await saves.firms.find(content))).toBe('firmMissing');
});

test('a run file of a firm that is not here asks for it, and opens once its scenario file was added', async () => {
  const run = await begun();
  valueOf(await run.append(round(1)));
  const { text } = await run.exportFile();
  browser.emptyDatabase();
  const { saves: elsewhere } = await browser.tab({}, findNothing);
  expect(codeOf(await elsewhere.importFile(text))).toBe('scenarioMissing');
  valueOf(await elsewhere.firms.add(own, file));
  const there = valueOf(await elsewhere.open(valueOf(await elsewhere.importFile(text))));
  expect(there.run).toEqual(run.run);
  expect(there.loaded).toMatchObject({ folder: own, firm: { content, title: own.scenario.title } });
});

test('the same decisions on today’s engine stay with the firm of one’s own, whatever ships under its id', async () => {
  const run = await begun();
  valueOf(await run.append(round(1)));
  const copy = valueOf(await saves.open(valueOf(await saves.copyToToday(run.id, '0.1.0', folder))));
  expect(copy.loaded).toMatchObject({ folder: own, firm: { content } });
});
