import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { appendEntries, newRun } from '../../src/game/chain.ts';
import { headerKey } from '../../src/saves/keys.ts';
import { databaseStore } from '../../src/saves/databaseStore.ts';
import { canonicalJson } from '../../src/sim/canonicalJson.ts';
import { Session } from '../../src/ui/session.svelte.ts';
import type { Browser } from '../saves/browser.ts';
import { failAtWrite, valueOf } from '../saves/browser.ts';
import { learner } from '../saves/sampleRun.ts';
import { begunRun, type BegunRun } from './begunRun.svelte.ts';
import { FakeClient } from './fakeClient.ts';

const mending: (() => void)[] = [];
afterEach(() => {
  for (const mend of mending.splice(0)) mend();
});

/** The same run in a new tab, after the first was closed. */
async function comeBack({ browser, session }: BegunRun): Promise<BegunRun> {
  const { id } = session;
  await session.end();
  return opened(browser, id);
}

async function opened(browser: Browser, id: string): Promise<BegunRun> {
  const { saves } = await browser.tab();
  const client = new FakeClient();
  const again = new Session(valueOf(await saves.open(id)), client, saves.listen);
  await again.open();
  flushSync();
  return { browser, saves, session: again, client };
}

const kinds = ({ session }: BegunRun): string[] => session.keeping.log.entries.map(({ kind }) => kind);
const answer = { kind: 'case', slot: 'q1.customer.1', mode: 'collaborate', remedy: 'part', apology: true, reason: false } as const;

function failWrites(nth: number, lasting = false): void {
  mending.push(failAtWrite(nth, 'throws', lasting).mend);
}

describe('a reason in the words of the learner', () => {
  test('comes back as it was being typed, spaces and all, although no range is set', async () => {
    const tab = await begunRun();
    tab.session.forecast!.reason = 'Khách chờ lâu,\n thì ';
    flushSync();
    const { session: again } = await comeBack(tab);
    expect(again.forecast!.reason).toBe('Khách chờ lâu,\n thì ');
    expect(again.forecast!.prediction).toBeNull();
    await again.end();
  });

  test('counts as saved only when the store has it', async () => {
    const tab = await begunRun();
    const { keeping } = tab.session;
    await vi.waitFor(() => expect(keeping.drafting).toBe(false));
    tab.session.forecast!.reason = 'vì chờ lâu';
    flushSync();
    expect(keeping.drafting).toBe(true);
    await vi.waitFor(() => expect(keeping.drafting).toBe(false));
    const again = await opened(tab.browser, tab.session.id);
    expect(again.session.forecast!.reason).toBe('vì chờ lâu');
    await Promise.all([tab.session.end(), again.session.end()]);
  });

  test('goes into the log as a note of the round, and is there again when the run is opened', async () => {
    const tab = await begunRun();
    tab.session.forecast!.setRange([0.02, 0.05]);
    tab.session.forecast!.because = 'waiting';
    tab.session.forecast!.reason = '<b>Chờ</b> lâu\nnên bỏ';
    await tab.session.commit();
    expect(kinds(tab)).toEqual(['plan', 'predict', 'note', 'commit']);
    expect([...tab.session.reasons]).toEqual([[1, ['<b>Chờ</b> lâu nên bỏ']]]);
    tab.session.next();
    await tab.session.commit();
    expect(kinds(tab).slice(4)).toEqual(['plan', 'commit']);
    const { session: again } = await comeBack(tab);
    expect([...again.reasons]).toEqual([[1, ['<b>Chờ</b> lâu nên bỏ']]]);
    await again.end();
  });

  test.each([
    [
      'a line break, a mark that turns writing round, half a character',
      `a\nb${String.fromCharCode(0x202e)}c${String.fromCharCode(0xd800)}d`,
      'a b c d',
    ],
    ['more than 140 characters, some of them outside the basic plane', '🙂'.repeat(200), '🙂'.repeat(140)],
    ['letters and marks apart', 'Vie\u0323\u0302t', 'Vi\u1ec7t'],
    ['nothing but spaces', ' \n\t ', ''],
  ])('made of %s is kept in a form that a run file takes', async (_name, typed, kept) => {
    const tab = await begunRun();
    tab.session.forecast!.reason = typed;
    await tab.session.commit();
    expect(tab.session.keeping.trouble).toBeNull();
    expect(tab.session.reasons.get(1) ?? []).toEqual(kept === '' ? [] : [kept]);
    await tab.session.end();
  });
});

describe('a round that is open', () => {
  test('comes back with its plan, its settled cards, a half-made forecast and the place on the screen', async () => {
    const tab = await begunRun();
    const { session } = tab;
    session.draft!.set('svc.door', 'svc.door', 'open');
    session.draft!.keep('biz.split');
    session.forecast!.setRange([0.02, 0.05]);
    session.place = { tab: 'matrix', card: 'svc.door' };
    flushSync();
    const { session: again } = await comeBack(tab);
    expect(again.phase).toBe('deciding');
    expect(again.draft!.patch).toEqual({ 'svc.door': 'open' });
    expect(again.draft!.isSettled('biz.split')).toBe(true);
    expect(again.forecast!.range).toEqual([0.02, 0.05]);
    expect(again.forecast!.ready).toBe(false);
    expect(again.place).toEqual({ tab: 'matrix', card: 'svc.door' });
    await again.end();
  });

  test('holds the answers to cases, which were saved when they were given', async () => {
    const tab = await begunRun();
    await tab.session.answer(answer);
    expect(kinds(tab)).toEqual(['move']);
    const back = await comeBack(tab);
    expect(back.session.draft!.moves).toEqual([answer]);
    await back.session.commit();
    expect(back.client.log.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['move', 0],
      ['plan', 1],
      ['commit', 2],
    ]);
    await back.session.end();
  });

  test('that was committed comes back with its findings, and the round after it with its own plan', async () => {
    const tab = await begunRun();
    await tab.session.commit();
    const back = await comeBack(tab);
    expect([back.session.phase, back.session.known?.quarter]).toEqual(['understanding', 2]);
    back.session.next();
    flushSync();
    const later = await comeBack(back);
    expect([later.session.phase, later.session.round]).toEqual(['deciding', 2]);
    await later.session.end();
  });
});

describe('a write that fails', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue(undefined));
  afterEach(() => vi.restoreAllMocks());

  test('keeps the round unplayed and undecided until it is saved', async () => {
    const tab = await begunRun();
    const { session, client } = tab;
    await session.flush();
    failWrites(1, true);
    session.draft!.set('svc.door', 'svc.door', 'open');
    await session.commit();
    expect(session.phase).toBe('deciding');
    expect(client.log).toEqual([]);
    expect(session.keeping.trouble?.failure.code).toBe('full');
    for (const mend of mending.splice(0)) mend();
    await session.keeping.retry();
    expect(session.phase).toBe('understanding');
    expect(session.keeping.trouble).toBeNull();
    expect(kinds(await comeBack(tab))).toEqual(['plan', 'commit']);
  });

  test('lets the run go on in memory and come back to the database later', async () => {
    const tab = await begunRun();
    const { session } = tab;
    await session.flush();
    failWrites(1, true);
    await session.commit();
    await session.keeping.goOnInMemory();
    expect([session.phase, session.keeping.holds, session.keeping.why]).toEqual(['understanding', 'memory', 'full']);
    for (const mend of mending.splice(0)) mend();
    await session.keeping.returnToDatabase();
    expect([session.keeping.holds, session.keeping.trouble]).toEqual(['database', null]);
    expect(kinds(await comeBack(tab))).toEqual(['plan', 'commit']);
  });

  test('because the database was emptied is told, and the run can be kept anew', async () => {
    const tab = await begunRun();
    const { session, saves } = tab;
    await session.commit();
    session.next();
    const before = session.id;
    await saves.probe();
    const store = databaseStore();
    await store.write({ removeUnder: ['run/', 'scenario/'] });
    await session.commit();
    expect(session.keeping.trouble?.failure.code).toBe('gone');
    expect(session.phase).toBe('deciding');
    await session.keeping.returnToDatabase();
    expect(session.id).not.toBe(before);
    expect(session.phase).toBe('understanding');
    expect(kinds(await comeBack(tab))).toEqual(['plan', 'commit', 'plan', 'commit']);
  });
});

test('a run that another tab has open is shown but not written, and says when the other is done', async () => {
  const first = await begunRun();
  const { saves } = await first.browser.tab({ openChannel: null });
  const second = new Session(valueOf(await saves.open(first.session.id)), new FakeClient(), saves.listen);
  await second.open();
  flushSync();
  expect(second.keeping.readOnly).toBe('otherTab');
  await second.commit();
  expect([second.phase, second.keeping.trouble?.failure.code]).toEqual(['deciding', 'otherTab']);
  expect(kinds(first)).toEqual([]);
  await second.end();
  await first.session.end();
});

test('a closed run comes back with its score and is not graded again', async () => {
  const tab = await begunRun();
  for (let round = 1; round <= 8; round += 1) {
    await tab.session.commit();
    if (round < 8) tab.session.next();
  }
  await tab.session.close();
  const { total } = tab.session.score!;
  expect(total).toBeGreaterThan(0);
  expect(tab.session.keeping.log.claimed).toEqual({ total });
  const back = await comeBack(tab);
  expect([back.session.phase, back.session.score?.total, back.session.error]).toEqual(['closed', total, null]);
  expect(back.client.players.opened).toEqual([]);
  expect(valueOf(await back.saves.list()).runs).toMatchObject([{ closed: true, score: total, played: 16 }]);
  await back.session.end();
});

test('a run that plays out otherwise than its digests say tells from which quarter on', async () => {
  const tab = await begunRun();
  const whole = appendEntries(newRun(tab.session.keeping.log), [{ kind: 'commit', data: { quarters: 2 } }], {
    firm: learner,
    by: 'learner',
  });
  const digests = ['0000000000000001', '00000000000000ff'];
  const id = valueOf(await tab.saves.importFile(JSON.stringify({ ...whole, digests })));
  const { session } = await opened(tab.browser, id);
  expect(session.mismatch.quarter).toBe(2);
  expect(session.phase).toBe('understanding');
  await session.end();
});

test('a run of another engine shows what was kept, plays nothing, and can be copied to the engine of today', async () => {
  const tab = await begunRun();
  await tab.session.commit();
  await tab.session.end();
  const { id } = tab.session;
  const store = databaseStore();
  const [header] = valueOf(await store.read([headerKey(id)])) as [{ header: string; made: unknown }];
  const other = { ...(JSON.parse(header.header) as object), epoch: ENGINE_EPOCH + 1 };
  const log = appendEntries(
    newRun(other as never),
    [
      { kind: 'plan', data: { plan: {} } },
      { kind: 'commit', data: { quarters: 2 } },
    ],
    {
      firm: learner,
      by: 'learner',
    },
  );
  const imported = valueOf(await tab.saves.importFile(JSON.stringify(log)));
  expect(canonicalJson(other)).toContain(`"epoch":${ENGINE_EPOCH + 1}`);
  const { session, client, saves } = await opened(tab.browser, imported);
  expect([session.phase, session.keeping.readOnly, client.log.length]).toEqual(['reading', 'epoch', 0]);
  const copy = valueOf(await saves.copyToToday(imported, '0.1.0'));
  const today = await opened(tab.browser, copy);
  expect([today.session.phase, today.session.keeping.readOnly]).toEqual(['understanding', null]);
  await session.end();
  await today.session.end();
});
