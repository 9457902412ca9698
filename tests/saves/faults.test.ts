import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chainErrors } from '../../src/game/chain.ts';
import type { RunFile } from '../../src/game/run.ts';
import type { Saves } from '../../src/saves/saves.ts';
import { Browser, codeOf, failAtWrite, valueOf } from './browser.ts';
import { folder, round, sampleDraft, sampleReport, settings } from './sampleRun.ts';
import { long } from '../turns.ts';

let browser: Browser;
beforeEach(() => {
  browser = new Browser();
});
afterEach(() => browser.close());

interface Played {
  id: string | null;
  /** What was last said to be saved. */
  acknowledged: RunFile | null;
  failures: number;
}

/** A round is saved, drafted and reported three times, whatever fails. */
async function play(saves: Saves): Promise<Played> {
  const played: Played = { id: null, acknowledged: null, failures: 0 };
  const run = await saves.start(folder, settings);
  if (!run.ok || run.value.holds === 'memory') return { ...played, failures: 1 };
  played.id = run.value.id;
  played.acknowledged = run.value.run;
  for (let quarter = 1; quarter <= 3; quarter += 1) {
    const drafted = await run.value.saveDraft(sampleDraft(quarter));
    const appended = await run.value.append(round(quarter));
    if (appended.ok) played.acknowledged = appended.value;
    const reported = await run.value.saveReport(sampleReport(run.value.played, null));
    played.failures += [drafted, appended, reported].filter(({ ok }) => !ok).length;
  }
  return played;
}

describe.each([
  ['throws', 'every third', 3, {}],
  ['aborts', 'every third', 3, {}],
  ['throws', 'every', 1, long],
  ['aborts', 'every', 1, long],
] as const)('a fault that %s at %s write', (fault, _, step, options) => {
  test('once or from then on: no acknowledged entry is lost and none is half written', options, async () => {
    const whole = failAtWrite(Infinity, fault);
    await play((await browser.tab()).saves);
    whole.mend();
    expect(whole.count()).toBeGreaterThan(20);
    for (const lasting of [false, true]) {
      for (let nth = lasting || step === 1 ? 1 : 2; nth <= whole.count(); nth += step) {
        browser = new Browser();
        const { saves, name } = await browser.tab();
        const broken = failAtWrite(nth, fault, lasting);
        const played = await play(saves);
        broken.mend();
        expect(played.failures, `write ${nth}`).toBeGreaterThan(0);
        browser.kill(name);
        const { saves: later } = await browser.tab();
        const listed = valueOf(await later.list()).runs.map(({ id }) => id);
        expect(listed).toEqual(played.id === null ? [] : [played.id]);
        if (played.id === null) continue;
        const { run } = valueOf(await later.open(played.id));
        expect(run, `write ${nth}`).toEqual(played.acknowledged);
        expect(chainErrors(run)).toEqual([]);
        expect(run.entries.length % 3).toBe(0);
      }
    }
  });
});

test('a run that cannot be begun in a full database is begun in memory and says so', async () => {
  const { saves } = await browser.tab();
  const broken = failAtWrite(1, 'throws', true);
  const run = valueOf(await saves.start(folder, settings));
  broken.mend();
  expect(run).toMatchObject({ holds: 'memory', why: 'full', readOnly: null });
  expect(codeOf(await run.append(round(1)))).toBe('done');
  expect(valueOf(await saves.list()).runs).toMatchObject([{ id: run.id, holds: 'memory', played: 1 }]);
});

test('when the database is full a run goes on in memory, is exported, and returns to its place when there is room', async () => {
  const { saves, name } = await browser.tab();
  const run = valueOf(await saves.start(folder, settings));
  valueOf(await run.append(round(1)));
  const broken = failAtWrite(1, 'throws', true);
  expect(codeOf(await run.append(round(2)))).toBe('full');
  expect(run.run.entries).toHaveLength(3);
  valueOf(await run.goOnInMemory('full'));
  expect(run).toMatchObject({ holds: 'memory', why: 'full' });
  valueOf(await run.append(round(2)));
  valueOf(await run.saveReport(sampleReport(2)));
  valueOf(await run.saveDraft(sampleDraft(3)));
  expect(codeOf(await run.returnToDatabase())).toBe('full');
  expect(valueOf(await saves.list()).runs).toMatchObject([{ id: run.id, holds: 'memory', played: 2 }]);
  expect((await saves.exportFile(run.id)).ok).toBe(true);
  broken.mend();
  const { id } = run;
  valueOf(await run.returnToDatabase());
  expect(run).toMatchObject({ id, holds: 'database', why: null });
  expect(valueOf(await saves.list()).runs).toMatchObject([{ id, holds: 'database', played: 2 }]);
  valueOf(await run.append([{ kind: 'note', data: { text: 'tiếp' } }]));
  browser.kill(name);
  const again = valueOf(await (await browser.tab()).saves.open(id));
  expect(again.run.entries).toEqual(run.run.entries);
  expect(again.loaded).toMatchObject({ draft: sampleDraft(3), reports: [sampleReport(2)] });
});

test('over plain HTTP a run in a full database opens, goes on in memory, returns when there is room, and can be deleted', async () => {
  const plainHttp = { locks: null, secure: false };
  const { saves, name } = await browser.tab(plainHttp);
  const { id } = valueOf(await saves.start(folder, settings));
  browser.kill(name);
  browser.time += 200_000;
  const { saves: later, name: tab } = await browser.tab(plainHttp);
  const broken = failAtWrite(1, 'throws', true);
  const run = valueOf(await later.open(id));
  expect(run.readOnly).toBe('full');
  valueOf(await run.goOnInMemory('full'));
  valueOf(await run.append(round(1)));
  broken.mend();
  valueOf(await run.returnToDatabase());
  expect(run).toMatchObject({ id, holds: 'database', readOnly: null, weakLock: true });
  valueOf(await run.append(round(2)));
  expect(valueOf(await (await browser.tab(plainHttp)).saves.open(id)).readOnly).toBe('otherTab');
  await run.release();
  expect(browser.repeated.get(tab)!.size).toBe(0);
  const full = failAtWrite(1, 'throws', true);
  expect(codeOf(await later.remove(id))).toBe('done');
  full.mend();
  expect(valueOf(await later.list())).toMatchObject({ runs: [], missing: [] });
});

test('a database emptied under an open run is told at the next write, and the whole run can be kept anew', async () => {
  const { saves } = await browser.tab();
  const other = valueOf(await saves.start(folder, settings));
  const run = valueOf(await saves.start(folder, settings));
  valueOf(await run.append(round(1)));
  const rows = indexedDB.open('rapport');
  await new Promise((resolve) => (rows.onsuccess = resolve));
  const cleared = rows.result.transaction('saves', 'readwrite');
  cleared.objectStore('saves').clear();
  await new Promise((resolve) => (cleared.oncomplete = resolve));
  const { id } = run;
  expect(codeOf(await run.append(round(2)))).toBe('gone');
  expect(codeOf(await run.saveDraft(sampleDraft(2)))).toBe('gone');
  valueOf(await run.returnToDatabase());
  expect(run.id).not.toBe(id);
  valueOf(await run.append(round(2)));
  const list = valueOf(await saves.list());
  expect(list).toMatchObject({ runs: [{ id: run.id, played: 2 }], missing: [other.id], emptied: false });
});

test('an emptied database is said until it was heard, and never looks like a fresh start', async () => {
  const { saves, name } = await browser.tab();
  expect(valueOf(await saves.list())).toEqual({ runs: [], missing: [], emptied: false });
  const run = valueOf(await saves.start(folder, settings));
  browser.kill(name);
  browser.emptyDatabase();
  const { saves: later } = await browser.tab();
  for (let times = 0; times < 2; times += 1) {
    expect(valueOf(await later.list())).toEqual({ runs: [], missing: [run.id], emptied: true });
  }
  later.forgetMissing([run.id]);
  expect(valueOf(await later.list())).toEqual({ runs: [], missing: [], emptied: false });
});
