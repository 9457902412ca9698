/** A step of a case on the screen: saved before it counts, and shown as the engine has played it. */

import { expect, test } from 'vitest';
import type { Move } from '../../src/company/orders.ts';
import { Engine } from '../../src/ui/engine.ts';
import { Session } from '../../src/ui/session.svelte.ts';
import { isBegun, openSteps, playOf } from '../../src/ui/conflict/inbox.ts';
import { logOf, small } from '../game/plays.ts';
import { failAtWrite, valueOf } from '../saves/browser.ts';
import { folder } from '../saves/sampleRun.ts';
import { begunRun } from './begunRun.svelte.ts';
import { FakeClient } from './fakeClient.ts';

const slot = 'q2.customer.1';
const heard: Move = { kind: 'caseStep', slot, step: { do: 'acknowledge' } };

test('a step is saved before it counts, lags until the engine has answered, and is still taken after a reload', async () => {
  const { browser, session } = await begunRun();
  await session.askPreview();
  expect(session.previewed).toBe(session.draft!.moves);
  await session.answer(heard);
  expect(session.keeping.log.entries.map(({ kind, data }) => ({ kind, data }))).toEqual([{ kind: 'move', data: heard }]);
  expect(isBegun(slot, session.draft!.moves)).toBe(true);
  expect(session.previewed).not.toBe(session.draft!.moves);
  await session.askPreview();
  expect(session.previewed).toBe(session.draft!.moves);
  session.draft!.undo();
  expect(isBegun(slot, session.draft!.moves)).toBe(true);
  await session.end();
  const { saves } = await browser.tab();
  const back = new Session(valueOf(await saves.open(session.id)), new FakeClient(), saves.listen);
  await back.open();
  expect(isBegun(slot, back.draft!.moves)).toBe(true);
  await back.end();
});

test('a step that cannot be saved is not taken, and is once it can', async () => {
  const { session } = await begunRun();
  const { mend } = failAtWrite(1, 'throws', true);
  await session.answer(heard);
  expect(isBegun(slot, session.draft!.moves)).toBe(false);
  mend();
  await session.keeping.retry();
  expect(isBegun(slot, session.draft!.moves)).toBe(true);
  await session.end();
});

test('the engine shows every open case of the inbox, as far as its steps have taken it', () => {
  const engine = new Engine(() => Promise.resolve());
  const log = logOf('stay', 1);
  const entries = log.slice(0, log.findIndex(({ kind }) => kind === 'commit') + 1);
  const { plan, played } = engine.open({ folder, setting: small, entries }, () => undefined);
  const open = played.at(-1)!.known.inbox.filter(({ outcome }) => outcome === null);
  expect(open.map((view) => view.slot)).toContain(slot);
  const plays = (moves: readonly Move[]) => engine.preview(plan, moves).cases;
  expect(plays([]).map((play) => play.slot)).toEqual(open.map((view) => view.slot));
  expect(openSteps(playOf(plays([]), slot)!)).toEqual(['acknowledge']);
  const after = playOf(plays([heard]), slot)!;
  expect(openSteps(after)).toEqual(['weigh']);
  expect(after.turns.map(({ by }) => by)).toEqual(['them', 'firm', 'them', 'frontLine']);
});
