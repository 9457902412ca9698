import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { hasWord, speakAs, word } from '../../src/text/words.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { allCards, roundCards } from '../../src/ui/cockpit/rounds.ts';
import { Session } from '../../src/ui/session.svelte.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';
import { valueOf } from '../saves/browser.ts';
import { folder, settings } from '../saves/sampleRun.ts';
import { begunRun } from './begunRun.svelte.ts';
import { FakeClient } from './fakeClient.ts';

afterEach(() => speakAs(null));
const ids = (cards: readonly { id: string }[]): string[] => cards.map(({ id }) => id);

test('a card bought open is decided like those that stand, in this round, after the run is opened again, and in the rounds that follow', async () => {
  const { saves, session } = await begunRun();
  expect(ids(session.cards.locked)).toContain('biz.tech');
  await session.answer({ kind: 'open', card: 'biz.tech' });
  expect(ids(session.cards.standing)).toContain('biz.tech');
  expect(ids(session.cards.locked)).not.toContain('biz.tech');
  await session.end();
  const again = new Session(valueOf(await saves.open(session.id)), new FakeClient(), saves.listen);
  await again.open();
  flushSync();
  expect(ids(again.cards.standing)).toContain('biz.tech');
  await again.commit();
  again.next();
  expect(again.round).toBe(2);
  expect(ids(again.cards.standing)).toContain('biz.tech');
  await again.end();
});

test('a run that is begun with every card open locks none, asks its question as ever, is listed so, and so is its copy', async () => {
  const { saves, session: usual } = await begunRun();
  const session = new Session(valueOf(await saves.start(folder, { ...settings, allOpen: true })), new FakeClient(), saves.listen);
  await session.open();
  flushSync();
  expect(session.choice.allOpen).toBe(true);
  expect(session.cards.locked).toEqual([]);
  expect(ids(session.cards.asked)).toEqual(ids(usual.cards.asked));
  const { runs } = valueOf(await saves.list());
  expect(runs.find(({ id }) => id === session.id)?.allOpen).toBe(true);
  expect(runs.find(({ id }) => id === usual.id)?.allOpen).toBe(false);
  await session.end();
  const copy = valueOf(await saves.copyToToday(session.id, '9.9.9'));
  const { runs: more } = valueOf(await saves.list());
  expect(more.find(({ id }) => id === copy)?.allOpen).toBe(true);
});

test('with every card open a round has its own cards, the others stand, and together they are the catalogue', () => {
  const cards = allCards([]);
  for (let round = 1; round <= 8; round += 1) {
    const { asked, standing, locked } = roundCards(cards, round, 1, 'all');
    expect(asked.every((card) => card.round === round)).toBe(true);
    expect(locked).toEqual([]);
    expect(asked.length + standing.length).toBe(cards.length);
  }
});

test.each([vorasBank().scenario, tiemNang().scenario])(
  'every round of $id has one question, another each time, in both languages',
  (scenario) => {
    speakAs(scenario);
    for (const language of ['vi', 'en'] as const) {
      overwriteGetLocale(() => language);
      const rounds = Array.from({ length: scenario.quarters / scenario.quartersPerRound }, (_, i) => String(i + 1));
      expect(rounds.filter((round) => !hasWord('question', round))).toEqual([]);
      const questions = rounds.map((round) => word('question', round));
      expect(new Set(questions).size).toBe(rounds.length);
      for (const question of questions) expect(question).toMatch(/\?$/);
    }
  },
);
