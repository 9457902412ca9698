import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { packRun } from '../../src/game/packed.ts';
import type { RunFile } from '../../src/game/run.ts';
import { writeRun } from '../../src/game/runFile.ts';
import { databaseStore } from '../../src/saves/databaseStore.ts';
import { insertRun } from '../../src/saves/insertRun.ts';
import type { RunSettings } from '../../src/saves/runs.ts';
import type { Saves } from '../../src/saves/saves.ts';
import type { OpenRun } from '../../src/saves/writer.ts';
import { Browser, failAtWrite, valueOf } from './browser.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import { folder, note, round, sampleRun, settings } from './sampleRun.ts';

let browser: Browser;
let saves: Saves;
beforeEach(async () => {
  browser = new Browser();
  ({ saves } = await browser.tab());
});
afterEach(() => browser.close());

async function playOn(run: OpenRun, rounds: number): Promise<RunFile> {
  let saved = run.run;
  for (let i = 0; i < rounds; i += 1) saved = valueOf(await run.append(round(i)));
  return saved;
}

const start = async (more: Partial<RunSettings> = {}): Promise<OpenRun> => valueOf(await saves.start(folder, { ...settings, ...more }));
const imported = async (text: string, by = saves): Promise<OpenRun> => valueOf(await by.open(valueOf(await by.importFile(text))));

/** A run that went out as a file after quarter 5 and was played on here to quarter 9. */
async function seenTo9(): Promise<{ run: OpenRun; after5: string }> {
  const run = await start();
  await playOn(run, 5);
  const { text } = await run.exportFile();
  await playOn(run, 4);
  return { run, after5: text };
}

test('a run played straight on has looked ahead in no round, however often it is left and opened again', async () => {
  const { id } = await start();
  for (let tab = 0; tab < 3; tab += 1) {
    const opened = valueOf(await saves.open(id));
    await opened.release();
    browser.kill(`tab${tab + 1}`);
    ({ saves } = await browser.tab());
    await playOn(valueOf(await saves.open(id)), 2);
  }
  browser.kill('tab4');
  ({ saves } = await browser.tab());
  expect(valueOf(await saves.open(id)).run.lookedAhead).toEqual([0, 0, 0, 0, 0, 0]);
  expect(valueOf(await saves.list()).runs).toMatchObject([{ lookedAhead: 0 }]);
});

test('a run that plays on from quarter 5 after 9 were seen says 4, 3, 2, 1 and then none; the run it comes from says none', async () => {
  const { run, after5 } = await seenTo9();
  const again = await imported(after5);
  await playOn(again, 6);
  expect(again.run.lookedAhead).toEqual([0, 0, 0, 0, 0, 4, 3, 2, 1, 0, 0]);
  expect(run.run.lookedAhead).toEqual(Array.from({ length: 9 }, () => 0));
  expect(valueOf(await saves.list()).runs.map(({ lookedAhead }) => lookedAhead)).toEqual([4, 0]);
});

test('it goes out as a file or as a code and comes back, here and in another browser', async () => {
  const { after5 } = await seenTo9();
  const again = await imported(after5);
  await playOn(again, 1);
  const { text } = await again.exportFile();
  browser.emptyDatabase();
  ({ saves } = await browser.tab());
  for (const kept of [text, packRun(again.run)]) {
    const there = await imported(kept);
    expect(there.run.lookedAhead).toEqual([0, 0, 0, 0, 0, 4]);
  }
  const there = await imported(text);
  await playOn(there, 2);
  expect(there.run.lookedAhead).toEqual([0, 0, 0, 0, 0, 4, 3, 2]);
});

describe('what was seen of a future stays known', () => {
  test('when the run that saw it is deleted', async () => {
    const { run, after5 } = await seenTo9();
    await run.release();
    valueOf(await saves.remove(run.id));
    const again = await imported(after5);
    await playOn(again, 1);
    expect(again.run.lookedAhead?.at(-1)).toBe(4);
  });

  test('when a run is begun anew on the same world, people and luck; on another luck nothing of it is seen', async () => {
    await seenTo9();
    const [same, other] = [await start(), await start({ luckSeed: settings.luckSeed + 1 })];
    await playOn(same, 2);
    await playOn(other, 2);
    expect(same.run.lookedAhead).toEqual([9, 8]);
    expect(other.run.lookedAhead).toEqual([0, 0]);
  });

  test('when the run goes on in memory because the database is full', async () => {
    const { after5 } = await seenTo9();
    const again = await imported(after5);
    const { lookedAhead } = await playOn(again, 1);
    const broken = failAtWrite(1, 'throws', true);
    valueOf(await again.goOnInMemory('full'));
    await playOn(again, 1);
    broken.mend();
    valueOf(await again.returnToDatabase());
    await playOn(again, 1);
    expect(again.run.lookedAhead).toEqual([...lookedAhead!, 3, 2]);
  });

  test('when the veil of a run closed early was lifted: its debrief can play every quarter', async () => {
    const run = await start();
    await playOn(run, 2);
    const { text } = await run.exportFile();
    valueOf(await run.saveClosing({ truth: [], score: null }));
    valueOf(await run.append([note('đã xem')]));
    const again = await imported(text);
    await playOn(again, 1);
    expect(again.run.lookedAhead).toEqual([0, 0, folder.scenario.quarters - 2]);
  });
});

test('what can be read of a damaged run goes on with the quarters that were seen before the damage', async () => {
  const { run } = await seenTo9();
  await run.release();
  // Three entries a round: the sixth round begins with entry 15.
  valueOf(await databaseStore().write({ put: [[`run/${run.id}/entry/00015`, '{']] }));
  const recovered = valueOf(await saves.recover(run.id));
  const again = valueOf(await saves.open(recovered.id));
  expect(again.run.lookedAhead).toEqual([0, 0, 0, 0, 0]);
  await playOn(again, 1);
  expect(again.run.lookedAhead?.at(-1)).toBe(4);
});

test('the same decisions on the engine of today keep what was known when they were made; what follows counts what was seen of the source', async () => {
  const source = { ...sampleRun(2), epoch: ENGINE_EPOCH, lookedAhead: [0, 3] };
  valueOf(await insertRun(databaseStore(), { id: 'aa', run: source, folder, made: { at: 1, how: 'import' } }));
  const copy = valueOf(await saves.open(valueOf(await saves.copyToToday('aa', '9.9.9'))));
  expect(copy.run).toMatchObject({ parent: source.head, lookedAhead: [0, 3] });
  await playOn(copy, 1);
  expect(copy.run.lookedAhead).toEqual([0, 3, 2]);
});

test('an old file opens, goes on and goes out again as one in which nothing was recorded', async () => {
  const old = await imported(writeRun(sampleRun(3)));
  await playOn(old, 1);
  expect('lookedAhead' in old.run).toBe(false);
  expect((await old.exportFile()).text).not.toContain('lookedAhead');
  expect(valueOf(await saves.list()).runs).toMatchObject([{ lookedAhead: null }]);
});

test('a list that was damaged where it is kept makes it unknown and the run opens all the same', async () => {
  const run = await start();
  await playOn(run, 2);
  const key = `run/${run.id}/mark`;
  const [mark] = valueOf(await databaseStore().read([key]));
  await run.release();
  for (const lookedAhead of ['no', [0], [0, -1], [0, 0.5]]) {
    valueOf(await databaseStore().write({ put: [[key, { ...(mark as object), lookedAhead }]] }));
    const opened = valueOf(await saves.open(run.id));
    expect('lookedAhead' in opened.run).toBe(false);
    await opened.release();
  }
});

describe('two versions of a firm of one’s own', () => {
  const version = (change: (scenario: ScenarioFolder['scenario']) => void): ScenarioFolder => {
    const made = structuredClone(folder);
    change(made.scenario);
    return made;
  };
  const other = version(({ market }) => void (market.represents += 1));
  const reworded = version((scenario) => void (scenario.title = { vi: 'Tên khác', en: 'Another name' }));

  async function begun(on: ScenarioFolder): Promise<OpenRun> {
    const { content } = valueOf(await saves.firms.add(on, { name: 'own.zip', bytes: new Uint8Array(1) }));
    const found = valueOf(await saves.firms.find(content));
    return valueOf(await saves.start(found.folder, settings, found.firm));
  }

  test('of the same id but other rules do not mix; other words alone are the same future', async () => {
    await playOn(await begun(version(() => undefined)), 6);
    const [changed, renamed] = [await begun(other), await begun(reworded)];
    await playOn(changed, 1);
    await playOn(renamed, 1);
    expect(changed.run.lookedAhead).toEqual([0]);
    expect(renamed.run.lookedAhead).toEqual([6]);
  });

  test('both still read a mark that was written under their id alone', async () => {
    const { world, populationSeed, luckSeed } = settings;
    const key = `seen/${folder.scenario.id}-${world}-${populationSeed}-${luckSeed}/aa`;
    valueOf(await databaseStore().write({ put: [[key, 5]] }));
    for (const on of [folder, other]) {
      const run = await begun(on);
      await playOn(run, 1);
      expect(run.run.lookedAhead).toEqual([5]);
    }
  });

  test('a copy on the rules of today has seen what the run that it comes from had seen', async () => {
    const run = await start();
    await playOn(run, 2);
    const { text } = await run.exportFile();
    await playOn(run, 4);
    const again = await imported(text);
    await again.release();
    const copy = valueOf(await saves.open(valueOf(await saves.copyToToday(again.id, '9.9.9', other))));
    expect(copy.run.scenario.hash).not.toBe(run.run.scenario.hash);
    await playOn(copy, 1);
    expect(copy.run.lookedAhead).toEqual([0, 0, 4]);
  });
});
