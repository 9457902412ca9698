import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Build } from '../../src/offline/build.ts';
import { KeptFiles } from '../../src/offline/keptFiles.ts';
import { FakeBrowser } from './fakeCaches.ts';

const folder = 'https://school.example/rapport/';
const pathsOf = (id: string): string[] => ['', `assets/open-${id}.js`, `assets/late-${id}.js`, 'licenses.txt'];
const buildOf = (id: string): Build => ({
  id,
  app: '1.0.0',
  epoch: 9,
  shell: 2,
  files: pathsOf(id).map((path) => ({ path, integrity: 'sha256-', bytes: 10 })),
});

let browser: FakeBrowser;
beforeEach(() => {
  browser = new FakeBrowser();
  browser.install();
});
afterAll(() => void vi.unstubAllGlobals());

/** The host has this build and no other. */
function publish(id: string): void {
  browser.host.clear();
  for (const path of pathsOf(id)) browser.host.set(folder + path, `${path} of ${id}`);
}
const cutOff = (): void => browser.host.clear();
async function keep(id: string, most = 99): Promise<KeptFiles> {
  publish(id);
  const kept = new KeptFiles(buildOf(id), folder);
  await kept.fill(most);
  return kept;
}
const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text();
const page = (kept: KeptFiles): Promise<string> => textOf(kept.page(new Request(`${folder}?customers=500`), () => undefined));
const file = (kept: KeptFiles, path: string): Promise<string> => textOf(kept.file(path, new Request(folder + path)));
const builds = (): string[] => [...browser.caches.keys()].map((name) => name.slice(name.lastIndexOf(' ') + 1)).sort();

describe('the page', () => {
  test('is that of the own build once all of it is kept, whatever the host has by then', async () => {
    const kept = await keep('a');
    publish('b');
    browser.host.set(`${folder}?customers=500`, ' of b');
    expect(await page(kept)).toBe(' of a');
  });

  test('is the network’s while the own build is not whole', async () => {
    const kept = await keep('a', 3);
    browser.host.set(`${folder}?customers=500`, ' from the network');
    expect(await page(kept)).toBe(' from the network');
  });

  test('is, without a network, that of an older build that is whole rather than of the own in part', async () => {
    await keep('a');
    const kept = await keep('b', 3);
    cutOff();
    expect(await page(kept)).toBe(' of a');
    expect(await file(kept, 'assets/late-a.js')).toBe('assets/late-a.js of a');
  });

  test.each([
    ['answers when all is kept that it opens with', 2, ' of a'],
    ['fails like the network when it could not open', 1, null],
  ])('of the own build in part %s', async (_, most, told) => {
    const kept = await keep('a', most);
    cutOff();
    if (told === null) await expect(page(kept)).rejects.toThrow('no network');
    else expect(await page(kept)).toBe(told);
  });
});

describe('files', () => {
  test('of an older build stay there for tabs that use it, and none of the new build takes their place', async () => {
    await keep('a');
    const kept = await keep('b');
    cutOff();
    expect(await file(kept, 'assets/late-a.js')).toBe('assets/late-a.js of a');
    expect(await file(kept, 'assets/late-b.js')).toBe('assets/late-b.js of b');
    expect(await file(kept, 'licenses.txt')).toBe('licenses.txt of b');
  });

  test('are kept as they are used once that has begun, and not before', async () => {
    publish('a');
    const kept = new KeptFiles(buildOf('a'), folder);
    await file(kept, 'assets/late-a.js');
    expect(await kept.have()).toEqual({ have: 0, of: 4, bytes: 0 });
    await kept.begin();
    await file(kept, 'assets/late-a.js');
    expect(await kept.have()).toEqual({ have: 1, of: 4, bytes: 10 });
    cutOff();
    expect(await file(kept, 'assets/late-a.js')).toBe('assets/late-a.js of a');
  });

  test.each([
    ['network', undefined],
    ['full', 'too large'],
  ] as const)(
    'that cannot be kept for want of %s are told, those that came stay, and the next try fetches the rest alone',
    async (told, text) => {
      publish('a');
      const missing = `${folder}assets/late-a.js`;
      if (text === undefined) browser.host.delete(missing);
      else browser.host.set(missing, text);
      const kept = new KeptFiles(buildOf('a'), folder);
      expect(await kept.fill(99)).toBe(told);
      expect((await kept.have()).have).toBe(3);
      browser.asked = [];
      browser.host.set(missing, 'here');
      expect(await kept.fill(99)).toBeNull();
      expect(browser.asked).toEqual([missing]);
    },
  );

  test('are not asked for one after the other where there is no network', async () => {
    const many = Array.from({ length: 40 }, (_, place) => ({ path: `assets/${place}.js`, integrity: 'sha256-', bytes: 10 }));
    expect(await new KeptFiles({ ...buildOf('a'), files: many }, folder).fill(99)).toBe('network');
    expect(new Set(browser.asked).size).toBeLessThan(5);
  });

  test('that were on their way when the learner let go of all do not come back', async () => {
    publish('a');
    let open = (): void => undefined;
    browser.gate = new Promise((done) => (open = done));
    const kept = new KeptFiles(buildOf('a'), folder);
    const filling = kept.fill(99);
    await vi.waitFor(() => expect(browser.asked).not.toEqual([]));
    await kept.remove(new Set());
    open();
    await filling;
    expect(builds()).toEqual([]);
  });

  test('asked for twice at once are fetched once', async () => {
    publish('a');
    const kept = new KeptFiles(buildOf('a'), folder);
    await kept.begin();
    expect(await Promise.all([file(kept, 'licenses.txt'), file(kept, 'licenses.txt')])).toEqual(['licenses.txt of a', 'licenses.txt of a']);
    expect(browser.asked).toHaveLength(1);
  });
});

describe('older builds', () => {
  test.each([
    ['go when the new one is whole and no tab uses them', 99, ['b'], ['b']],
    ['stay while a tab uses them', 99, ['a', 'b'], ['a', 'b']],
    ['stay while a tab does not say what it uses', 99, null, ['a', 'b']],
    ['stay while the new one is not whole', 3, ['b'], ['a', 'b']],
  ])('%s', async (_, most, used, left) => {
    await keep('a');
    const kept = await keep('b', most);
    await kept.tidy(used && new Set(used));
    expect(builds()).toEqual(left);
  });

  test('in use outlast the learner’s wish to keep nothing; other apps and other copies of the app are never touched', async () => {
    const copy = new KeptFiles(buildOf('c'), 'https://school.example/rapport/copy/');
    await copy.begin();
    await caches.open('other-app');
    await keep('a');
    const kept = await keep('b');
    await kept.remove(new Set(['a', 'b']));
    expect(builds()).toEqual(['a', 'c', 'other-app']);
    await kept.remove(new Set(['b']));
    expect(builds()).toEqual(['c', 'other-app']);
  });

  test.each([
    ['whole, asks for the new one whole', 99, true],
    ['kept in part, does not', 3, false],
  ])('%s', async (_, most, told) => {
    await keep('a', most);
    expect(await new KeptFiles(buildOf('b'), folder).olderIsWhole()).toBe(told);
  });
});
