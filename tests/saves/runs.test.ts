import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEntries, newRun } from '../../src/game/chain.ts';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { parseRun, writeRun } from '../../src/game/runFile.ts';
import { databaseStore } from '../../src/saves/databaseStore.ts';
import { insertRun } from '../../src/saves/insertRun.ts';
import { exportDue } from '../../src/saves/listRuns.ts';
import { addEntries, headerFor } from '../../src/saves/runs.ts';
import type { Saves } from '../../src/saves/saves.ts';
import { Browser, codeOf, findNothing, valueOf } from './browser.ts';
import { folder, learner, note, round, sampleDraft, sampleReport, sampleRun, settings } from './sampleRun.ts';

let browser: Browser;
let saves: Saves;
beforeEach(async () => {
  browser = new Browser();
  ({ saves } = await browser.tab());
});
afterEach(() => browser.close());

/** A new tab after the browser was closed. */
async function reopened(find?: typeof findNothing): Promise<Saves> {
  browser.kill('tab1');
  return (await browser.tab({}, find)).saves;
}

test('a run opens after a crash exactly where it was: log, open round, reports, scenario', async () => {
  const run = valueOf(await saves.start(folder, settings));
  await run.saveReport(sampleReport(0, null));
  for (const spend of [4, 5]) {
    valueOf(await run.append(round(spend)));
    valueOf(await run.saveReport(sampleReport(spend - 3)));
  }
  valueOf(await run.saveDraft(sampleDraft(3)));
  const again = valueOf(await (await reopened(findNothing)).open(run.id));
  expect(again.run).toEqual(run.run);
  expect(again.run.digests).toHaveLength(2);
  expect(again.loaded).toMatchObject({ played: 2, draft: sampleDraft(3), draftLost: false, otherEpoch: false });
  expect(again.loaded.reports).toEqual([sampleReport(0, null), sampleReport(1), sampleReport(2)]);
  expect(again.loaded.folder).toEqual(folder);
  expect(again.readOnly).toBe(null);
});

test('a draft goes with the commit that decides it; one that was left over from an earlier quarter is passed over', async () => {
  const store = databaseStore();
  const run = valueOf(await saves.start(folder, settings));
  valueOf(await run.saveDraft(sampleDraft(1)));
  valueOf(await run.append(round(1)));
  expect(valueOf(await store.read([`run/${run.id}/draft`]))).toEqual([undefined]);
  valueOf(await store.write({ put: [[`run/${run.id}/draft`, sampleDraft(1)]] }));
  expect(valueOf(await (await reopened()).open(run.id)).loaded).toMatchObject({ draft: null, draftLost: false });
});

test('entries that do not follow from the last one kept are refused', async () => {
  const store = databaseStore();
  valueOf(await insertRun(store, { id: 'aa', run: sampleRun(1), folder, made: { at: 1, how: 'new' } }));
  const longer = sampleRun(3);
  expect(codeOf(await addEntries(store, 'aa', [], longer, longer.entries.slice(6), folder, 2))).toBe('conflict');
  expect(codeOf(await addEntries(store, 'aa', [], longer, longer.entries.slice(3), folder, 2))).toBe('done');
  expect(valueOf(await saves.open('aa')).run).toEqual(longer);
});

test('a note in the open quarter leaves the draft', async () => {
  const run = valueOf(await saves.start(folder, settings));
  valueOf(await run.saveDraft(sampleDraft(1)));
  valueOf(await run.append([note('vì khách chờ lâu')]));
  expect(valueOf(await (await reopened()).open(run.id)).loaded.draft).toEqual(sampleDraft(1));
});

test('of drafts that come at once the last one is kept', async () => {
  const run = valueOf(await saves.start(folder, settings));
  await Promise.all([1, 2, 3, 4].map((spend) => run.saveDraft(sampleDraft(1, spend))));
  expect(valueOf(await (await reopened()).open(run.id)).loaded.draft).toEqual(sampleDraft(1, 4));
});

test('a draft that could not be committed is told as lost, and the run opens all the same', async () => {
  const run = valueOf(await saves.start(folder, settings));
  valueOf(await run.saveDraft({ ...sampleDraft(1), decisions: [{ kind: 'plan', data: { plan: { 'biz.spend': 999 } } }] }));
  expect(valueOf(await (await reopened()).open(run.id)).loaded).toMatchObject({ draft: null, draftLost: true });
});

test('decisions that a run may not hold are refused before they are saved', async () => {
  const run = valueOf(await saves.start(folder, settings));
  const bad = await run.append([{ kind: 'plan', data: { plan: { 'biz.spend': 999 } } }]);
  expect(bad).toMatchObject({ ok: false, code: 'illegal', errors: [{ code: 'outOfRange' }] });
  expect(valueOf(await run.append(round(1))).entries).toHaveLength(3);
});

test('after the last quarter only notes are taken', async () => {
  const run = valueOf(await saves.start(folder, settings));
  for (let quarter = 1; quarter <= folder.scenario.quarters; quarter += 1) valueOf(await run.append(round(quarter)));
  expect(codeOf(await run.append(round(1)))).toBe('ended');
  expect(codeOf(await run.append([note('xong')]))).toBe('done');
  expect(run.played).toBe(folder.scenario.quarters);
});

test('a run never grows beyond what a run file may hold', async () => {
  const run = valueOf(await saves.start(folder, settings));
  const many = Array.from({ length: 400 }, () => note('ế'.repeat(140)));
  expect(codeOf(await run.append(many))).toBe('done');
  expect(codeOf(await run.append(many))).toBe('tooLong');
  const { text } = await run.exportFile();
  expect(parseRun(text)).toEqual({ ok: true, run: run.run });
});

test('the list tells of each run what one chooses by, the one saved last first', async () => {
  const first = valueOf(await saves.start(folder, settings));
  const second = valueOf(await saves.start(folder, { ...settings, mode: 'assigned', assignment: { id: 'k68', student: '2021' } }));
  valueOf(await first.append(round(1)));
  valueOf(await first.saveClosing({ truth: [], score: null }));
  const { runs, missing, emptied } = valueOf(await saves.list());
  expect({ missing, emptied }).toEqual({ missing: [], emptied: false });
  expect(runs).toMatchObject([
    {
      id: first.id,
      scenarioId: 'voras-bank',
      played: 1,
      closed: true,
      mode: 'practice',
      exported: null,
      damaged: false,
      holds: 'database',
    },
    { id: second.id, played: 0, closed: false, mode: 'assigned', assignment: { id: 'k68', student: '2021' }, otherEpoch: false },
  ]);
  expect(runs[0]!.savedAt).toBeGreaterThan(runs[0]!.made.at);
});

test('a deleted run is gone with all its parts, and is not missed; other runs stay', async () => {
  const kept = valueOf(await saves.start(folder, settings));
  const run = valueOf(await saves.start(folder, settings));
  valueOf(await run.append(round(1)));
  expect(codeOf(await saves.remove(run.id))).toBe('otherTab');
  await run.release();
  valueOf(await saves.remove(run.id));
  expect(codeOf(await saves.open(run.id))).toBe('notFound');
  expect(valueOf(await saves.list())).toMatchObject({ runs: [{ id: kept.id }], missing: [] });
  expect(valueOf(await databaseStore().keysUnder(`run/${run.id}/`))).toEqual([]);
});

test('the scenario of a run stays as it was when the app brings another one, and is kept once for equal rules', async () => {
  const run = valueOf(await saves.start(folder, settings));
  valueOf(await saves.start(folder, settings));
  expect(valueOf(await databaseStore().keysUnder('scenario/'))).toEqual([`scenario/${run.run.scenario.hash}`]);
  const changed = structuredClone(folder);
  changed.scenario.quarters = 4;
  const other = await reopened(() => Promise.resolve(changed));
  expect(valueOf(await other.open(run.id)).loaded.folder.scenario.quarters).toBe(folder.scenario.quarters);
});

test('a run is not begun on a scenario whose rules are not those it names', async () => {
  const changed = structuredClone(folder);
  changed.scenario.quarters = 4;
  const whole = { id: 'aa', run: sampleRun(1), folder: changed, made: { at: 1, how: 'new' } as const };
  expect(codeOf(await insertRun(databaseStore(), whole))).toBe('scenarioChanged');
});

test.each([
  ['damaged', { put: [['scenario/HASH', '{"scenario":{']] as const }],
  ['lost', { remove: ['scenario/HASH'] }],
  ['another', { put: [['scenario/HASH', JSON.stringify({ ...folder, scenario: { ...folder.scenario, quarters: 4 } })]] as const }],
])('a kept scenario that is %s is replaced by the shipped one of equal rules, else the run says so and stays', async (_name, change) => {
  const run = valueOf(await saves.start(folder, settings));
  const withHash = JSON.parse(JSON.stringify(change).replace('HASH', run.run.scenario.hash)) as object;
  valueOf(await databaseStore().write(withHash));
  expect(codeOf(await (await reopened(findNothing)).open(run.id))).toBe('scenarioMissing');
  expect(codeOf(await (await browser.tab()).saves.open(run.id))).toBe('done');
});

test('a run of another epoch opens for reading with its reports, and is copied to the engine of today', async () => {
  const older = newRun({ ...headerFor(folder, settings), epoch: ENGINE_EPOCH + 1 });
  const decided = appendEntries(older, [...round(1), ...round(2)], { firm: learner, by: 'learner' });
  const run = { ...decided, digests: [sampleReport(1).digest!, sampleReport(2).digest!] };
  const made = { at: 5, how: 'new' } as const;
  valueOf(await insertRun(databaseStore(), { id: 'aa', run, folder, made, reports: [sampleReport(1), sampleReport(2)] }));
  const opened = valueOf(await saves.open('aa'));
  expect(opened.readOnly).toBe('epoch');
  expect(opened.loaded).toMatchObject({ otherEpoch: true, reports: [sampleReport(1), sampleReport(2)] });
  expect(valueOf(await (await browser.tab()).saves.open('aa')).readOnly).toBe('epoch');
  expect(codeOf(await opened.append(round(1)))).toBe('epoch');
  expect(codeOf(await opened.saveDraft(sampleDraft(3)))).toBe('epoch');
  expect(valueOf(await saves.list()).runs).toMatchObject([{ id: 'aa', otherEpoch: true }]);

  const id = valueOf(await saves.copyToToday('aa', '0.2.0'));
  const copy = valueOf(await saves.open(id));
  expect(copy.run).toMatchObject({ epoch: ENGINE_EPOCH, app: '0.2.0', parent: run.head, digests: [] });
  expect(copy.run.entries.map(({ kind, data }) => ({ kind, data }))).toEqual(run.entries.map(({ kind, data }) => ({ kind, data })));
  expect(copy.readOnly).toBe(null);
  expect(valueOf(await saves.open('aa')).run).toEqual(run);
  // Nothing can be written to it, so no tab that shows it keeps others from deleting it.
  expect(codeOf(await (await browser.tab()).saves.remove('aa'))).toBe('done');
});

test.each([
  ['an entry changed by hand', 'entry/00004', (text: string) => text.replace('"low":10', '"low":11'), 4],
  ['an entry that is no JSON', 'entry/00004', () => '}{', 4],
  ['an entry with a value that is not allowed', 'entry/00003', (text: string) => text.replace(/"biz.spend":\d+/, '"biz.spend":99'), 3],
  ['a lost entry in the middle', 'entry/00002', () => undefined, 2],
  ['a lost last entry', 'entry/00005', () => undefined, 5],
  ['a last entry changed by hand', 'entry/00005', (text: string) => text.replace('"quarters":1', '"quarters":2'), 5],
  ['a first entry changed by hand', 'entry/00000', (text: string) => text.replace(/"biz.spend":\d+/, '"biz.spend":9'), 0],
  ['a lost mark', 'mark', () => undefined, 6],
])('%s: the run says from which entry on it is damaged, is kept, and what came before can be saved', async (_name, key, change, entry) => {
  const store = databaseStore();
  const run = sampleRun(2);
  valueOf(await insertRun(store, { id: 'aa', run, folder, made: { at: 1, how: 'new' } }));
  const [kept] = valueOf(await store.read([`run/aa/${key}`]));
  const changed = change(String(kept));
  valueOf(await store.write(changed === undefined ? { remove: [`run/aa/${key}`] } : { put: [[`run/aa/${key}`, changed]] }));
  const before = valueOf(await store.under('run/aa/'));

  const opened = await saves.open('aa');
  expect(opened).toMatchObject({ ok: false, code: 'damaged' });
  expect(opened).toMatchObject({ entry });
  const recovered = valueOf(await saves.recover('aa'));
  expect(recovered.entries).toBe(entry);
  expect(valueOf(await saves.open(recovered.id)).run.entries).toEqual(run.entries.slice(0, entry));
  expect(valueOf(await store.under('run/aa/'))).toEqual(before);
});

test('damage in two places is told by the first', async () => {
  const store = databaseStore();
  valueOf(await insertRun(store, { id: 'aa', run: sampleRun(3), folder, made: { at: 1, how: 'new' } }));
  const [second] = valueOf(await store.read(['run/aa/entry/00001']));
  const changed = String(second).replace('"low":10', '"low":11');
  valueOf(
    await store.write({
      put: [
        ['run/aa/entry/00001', changed],
        ['run/aa/entry/00007', ''],
      ],
    }),
  );
  expect(await saves.open('aa')).toMatchObject({ ok: false, code: 'damaged', entry: 1 });
});

test('a header that cannot be read is listed as damaged and left as it is', async () => {
  const store = databaseStore();
  valueOf(await insertRun(store, { id: 'aa', run: sampleRun(1), folder, made: { at: 1, how: 'new' } }));
  valueOf(await store.write({ put: [['run/aa/header', { header: '{', made: { at: 1, how: 'new' } }]] }));
  expect(valueOf(await saves.list()).runs).toMatchObject([{ id: 'aa', damaged: true }]);
  expect(codeOf(await saves.open('aa'))).toBe('damaged');
  expect(codeOf(await saves.recover('aa'))).toBe('damaged');
});

test('a file is due when a quarter was played since the last one', async () => {
  const run = valueOf(await saves.start(folder, settings));
  expect(exportDue(run)).toBe(false);
  valueOf(await run.append(round(1)));
  expect(exportDue(run)).toBe(true);
  const file = await run.exportFile();
  expect(file).toMatchObject({ name: `rapport-voras-bank-1q-${run.id.slice(0, 6)}.json`, text: writeRun(run.run), marked: true });
  expect(exportDue(run)).toBe(false);
  valueOf(await run.append(round(2)));
  const [listed] = valueOf(await saves.list()).runs;
  expect(listed).toMatchObject({ exported: { played: 1 } });
  expect(exportDue(listed!)).toBe(true);
});
