import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chainErrors } from '../../src/game/chain.ts';
import type { News } from '../../src/saves/news.ts';
import type { OpenRun } from '../../src/saves/writer.ts';
import { Browser, codeOf, Locks, valueOf } from './browser.ts';
import { folder, note, round, sampleDraft, sampleReport, settings } from './sampleRun.ts';

let browser: Browser;
beforeEach(() => {
  browser = new Browser();
});
afterEach(() => browser.close());

const secure = {};
const plainHttp = { locks: null, secure: false };

describe.each([
  ['with locks of the browser', secure, false],
  ['over plain HTTP, with a mark in the store', plainHttp, true],
] as const)('one writer a run %s', (_name, kind, weak) => {
  test('the second tab is read only, says so, and reads what the first has written', async () => {
    const { saves: first } = await browser.tab(kind);
    const { saves: second } = await browser.tab(kind);
    const writer = valueOf(await first.start(folder, settings));
    valueOf(await writer.append(round(1)));
    const reader = valueOf(await second.open(writer.id));
    expect(writer).toMatchObject({ readOnly: null, weakLock: weak });
    expect(reader.readOnly).toBe('otherTab');
    expect(reader.run).toEqual(writer.run);
    for (const refused of [
      reader.append(round(2)),
      reader.saveDraft(sampleDraft(2)),
      reader.saveReport(sampleReport(1)),
      reader.saveClosing({ truth: [], score: null }),
      reader.goOnInMemory('full'),
      reader.returnToDatabase(),
    ]) {
      expect(codeOf(await refused)).toBe('otherTab');
    }
    expect(codeOf(await second.remove(writer.id))).toBe('otherTab');
    expect((await reader.exportFile()).text).toBe((await writer.exportFile()).text);
  });

  test('two tabs of 200 appends each: the one that writes loses none, the other adds none', async () => {
    const { saves: first } = await browser.tab(kind);
    const { saves: second } = await browser.tab(kind);
    const writer = valueOf(await first.start(folder, settings));
    const reader = valueOf(await second.open(writer.id));
    const counts = { writer: 0, reader: 0 };
    const many = async (run: OpenRun, who: 'writer' | 'reader'): Promise<void> => {
      for (let i = 0; i < 200; i += 1) if ((await run.append([note(`${who} ${i}`)])).ok) counts[who] += 1;
    };
    await Promise.all([many(writer, 'writer'), many(reader, 'reader')]);
    expect(counts).toEqual({ writer: 200, reader: 0 });
    const { run } = valueOf(await second.open(writer.id));
    expect(run.entries.map(({ data }) => data)).toEqual(Array.from({ length: 200 }, (_, i) => ({ text: `writer ${i}` })));
    expect(chainErrors(run)).toEqual([]);
  });

  test('a tab that gives the run back lets the next one write on, and writes no more itself', async () => {
    const { saves: first } = await browser.tab(kind);
    const { saves: second } = await browser.tab(kind);
    const before = valueOf(await first.start(folder, settings));
    valueOf(await before.append(round(1)));
    await before.release();
    const after = valueOf(await second.open(before.id));
    valueOf(await after.append(round(2)));
    expect(codeOf(await before.append(round(9)))).toBe('released');
    expect(codeOf(await before.goOnInMemory('full'))).toBe('released');
    expect(after.run.entries).toHaveLength(6);
    await after.release();
    await after.release();
    expect(valueOf(await first.open(before.id)).readOnly).toBe(null);
  });
});

test('a killed tab frees the lock of the browser at once', async () => {
  const { saves, name } = await browser.tab();
  const { id } = valueOf(await saves.start(folder, settings));
  browser.kill(name);
  expect(valueOf(await (await browser.tab()).saves.open(id)).readOnly).toBe(null);
});

test('over plain HTTP a page that is loaded again takes over what it held itself, and no other tab does', async () => {
  const { saves, name } = await browser.tab(plainHttp);
  const { id } = valueOf(await saves.start(folder, settings));
  browser.kill(name);
  const elsewhere = await browser.tab(plainHttp);
  expect(valueOf(await elsewhere.saves.open(id)).readOnly).toBe('otherTab');
  const again = await browser.tab({ ...plainHttp, page: { id: 'again', before: name } });
  const run = valueOf(await again.saves.open(id));
  expect(run.readOnly).toBeNull();
  expect(codeOf(await run.append([note('written after the reload')]))).toBe('done');
});

test('over plain HTTP a killed tab frees the run after a silence, and a tab that lives keeps it however long', async () => {
  const { saves, name } = await browser.tab(plainHttp);
  const { saves: other } = await browser.tab(plainHttp);
  const { id } = valueOf(await saves.start(folder, settings));
  for (let minute = 0; minute < 10; minute += 1) {
    browser.time += 60_000;
    for (const beat of browser.repeated.get(name)!) beat();
    expect(valueOf(await other.open(id)).readOnly).toBe('otherTab');
  }
  browser.kill(name);
  browser.time += 60_000;
  expect(valueOf(await other.open(id)).readOnly).toBe('otherTab');
  browser.time += 120_000;
  expect(valueOf(await other.open(id)).readOnly).toBe(null);
});

test('over plain HTTP a tab that slept while another took over is refused and told, whether it beats or writes first', async () => {
  for (const wakes of ['beat', 'write'] as const) {
    const { saves, name } = await browser.tab(plainHttp);
    const { saves: other } = await browser.tab(plainHttp);
    const asleep = valueOf(await saves.start(folder, settings));
    valueOf(await asleep.append(round(1)));
    browser.time += 200_000;
    const awake = valueOf(await other.open(asleep.id));
    valueOf(await awake.append(round(2)));
    if (wakes === 'beat') {
      for (const beat of browser.repeated.get(name)!) beat();
      await vi.waitFor(() => expect(asleep.readOnly).toBe('otherTab'));
    }
    expect(codeOf(await asleep.append(round(9)))).toBe('otherTab');
    expect(asleep.readOnly).toBe('otherTab');
    expect(valueOf(await other.open(asleep.id)).run.entries).toEqual(awake.run.entries);
  }
});

test('a lock that was taken away ends the writing', async () => {
  const { saves } = await browser.tab();
  const run = valueOf(await saves.start(folder, settings));
  browser.locks.steal();
  await vi.waitFor(() => expect(run.readOnly).toBe('otherTab'));
  expect(codeOf(await run.append(round(1)))).toBe('otherTab');
});

test('a page that may not use the locks it has is kept apart by the mark in the store', async () => {
  const denied = { request: () => Promise.reject(new DOMException('opaque origin', 'SecurityError')) } as unknown as LockManager;
  const { saves } = await browser.tab({ locks: denied });
  const run = valueOf(await saves.start(folder, settings));
  expect(run).toMatchObject({ readOnly: null, weakLock: true });
  expect(valueOf(await (await browser.tab({ locks: denied })).saves.open(run.id)).readOnly).toBe('otherTab');
});

test('should two tabs write in spite of all locks, the second write fails loudly and changes nothing', async () => {
  const { saves: first } = await browser.tab({ locks: browser.locks.of('a') });
  const { saves: second } = await browser.tab({ locks: new Locks().of('b') });
  const one = valueOf(await first.start(folder, settings));
  const two = valueOf(await second.open(one.id));
  expect(two.readOnly).toBe(null);
  const results = await Promise.all([one.append(round(1)), two.append(round(2))]);
  expect(results.map(codeOf)).toEqual(['done', 'behind']);
  expect(two.readOnly).toBe('behind');
  expect(valueOf(await second.open(one.id)).run.entries).toEqual(one.run.entries);
});

test('appends that are asked for at once are made one after the other, in that order', async () => {
  const { saves } = await browser.tab();
  const run = valueOf(await saves.start(folder, settings));
  const texts = Array.from({ length: 20 }, (_, i) => `${i}`);
  const results = await Promise.all(texts.map((text) => run.append([note(text)])));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(run.run.entries.map(({ data }) => (data as { text: string }).text)).toEqual(texts);
});

test('decisions are saved as they were when they were handed over, even from a reactive proxy', async () => {
  const { saves } = await browser.tab();
  const run = valueOf(await saves.start(folder, settings));
  const decisions = round(4);
  const proxied = new Proxy(decisions, {});
  const appending = run.append(proxied);
  decisions.length = 0;
  expect(valueOf(await appending).entries).toHaveLength(3);
});

test('other tabs hear what was written, given back and deleted; words of another app version are left alone', async () => {
  const channels: BroadcastChannel[] = [];
  const openChannel = (name: string): BroadcastChannel => {
    const channel = new BroadcastChannel(`${name}-${process.pid}`);
    channels.push(channel);
    return channel;
  };
  const { saves: first } = await browser.tab({ openChannel });
  const { saves: second } = await browser.tab({ openChannel });
  const heard: News[] = [];
  const all = new Promise<void>((resolve) => {
    const stop = second.listen((news) => {
      heard.push(news);
      if (news.what !== 'deleted') return;
      stop();
      resolve();
    });
  });
  channels[0]!.postMessage('hello');
  channels[0]!.postMessage({ run: 4, what: 'written' });
  channels[0]!.postMessage({ run: 'aa', what: 'exploded' });
  const run = valueOf(await first.start(folder, settings));
  valueOf(await run.append(round(1)));
  await run.release();
  valueOf(await first.remove(run.id));
  await all;
  expect(heard).toEqual(['written', 'released', 'deleted'].map((what) => ({ run: run.id, what })));
});
