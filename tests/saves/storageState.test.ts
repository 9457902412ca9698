import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Environment } from '../../src/saves/environment.ts';
import { Browser, Marks, valueOf } from './browser.ts';
import { folder, settings } from './sampleRun.ts';

let browser: Browser;
beforeEach(() => {
  browser = new Browser();
});
afterEach(() => browser.close());

const storage = (persisted: boolean): StorageManager =>
  ({
    persisted: () => Promise.resolve(persisted),
    persist: () => Promise.resolve(true),
    estimate: () => Promise.resolve({ usage: 1000, quota: 5000 }),
  }) as unknown as StorageManager;
const refusing = {
  persisted: () => Promise.reject(new DOMException('no', 'SecurityError')),
  persist: () => Promise.reject(new TypeError('opaque origin')),
  estimate: () => Promise.reject(new TypeError('opaque origin')),
} as unknown as StorageManager;
const nothingTold = { persisted: null, usage: null, quota: null };

test.each<[string, Partial<Environment>, object, boolean | null]>([
  ['a secure page', { storage: storage(false) }, { secure: true, lock: 'strong', persisted: false, usage: 1000, quota: 5000 }, true],
  ['a page whose data is to stay', { storage: storage(true) }, { persisted: true }, true],
  ['plain HTTP', { storage: null, locks: null, secure: false }, { secure: false, lock: 'weak', ...nothingTold }, null],
  ['an old browser', { storage: {} as StorageManager }, nothingTold, null],
  ['a browser that refuses to tell', { storage: refusing }, nothingTold, null],
])('%s: what is known of the storage is told, what is not is null', async (_name, environment, state, granted) => {
  const { saves } = await browser.tab(environment);
  expect(await saves.state()).toMatchObject({ holds: 'database', why: null, ...state });
  expect(await saves.askToPersist()).toBe(granted);
});

const fullMarks = Object.assign(new Marks(), {
  setItem: () => {
    throw new DOMException('no room', 'QuotaExceededError');
  },
});

test.each([
  ['missing', null],
  ['full', fullMarks],
])('with marks that are %s a run is kept and opened all the same, and none is taken for missing', async (_name, marks) => {
  const { saves, name } = await browser.tab({ marks });
  const { id } = valueOf(await saves.start(folder, settings));
  browser.kill(name);
  const { saves: later } = await browser.tab({ marks });
  expect(valueOf(await later.list())).toMatchObject({ runs: [{ id }], missing: [], emptied: false });
});

test('a run that is there without its mark is marked again, and words of others are not taken for marks', async () => {
  const { saves } = await browser.tab();
  const { id } = valueOf(await saves.start(folder, settings));
  browser.marks.clear();
  browser.marks.setItem('somebody.else', '1');
  expect(valueOf(await saves.list()).missing).toEqual([]);
  browser.emptyDatabase();
  expect(valueOf(await (await browser.tab()).saves.list())).toMatchObject({ missing: [id], emptied: true });
});

test('some runs lost and others not is told as missing, not as emptied', async () => {
  const { saves } = await browser.tab();
  const { id } = valueOf(await saves.start(folder, settings));
  browser.marks.setItem('rapport.run.ffff', '1');
  expect(valueOf(await saves.list())).toMatchObject({ runs: [{ id }], missing: ['ffff'], emptied: false });
});
