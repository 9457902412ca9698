import { describe, expect, test } from 'vitest';
import { playbookLog } from '../../../src/game/grade.ts';
import { everySpare, tryOtherwise } from '../../../src/game/lives/ifSpared.ts';
import { staysOf, writeLifeBook } from '../../../src/game/lives/lifeBook.ts';
import { lifeStory, type LifeStory } from '../../../src/game/lives/lifeStory.ts';
import { lifeListIds, livesIndex } from '../../../src/game/lives/livesIndex.ts';
import { tipCounts, tipsOf } from '../../../src/game/lives/tipping.ts';
import { replay } from '../../../src/game/replay.ts';
import { shippedScenario } from '../shippedScenario.ts';
import { turns } from '../../turns.ts';

const setting = { world: 0, populationSeed: 3, luckSeed: 5, customers: 1200 };
const everybody = Array.from({ length: setting.customers }, (_, i) => i);

for (const [some, options] of turns(['voras-bank', 'tiem-nang'], 2, 1))
  describe.each(some)('The lives of the customers of %s', options, (id) => {
    const { scenario, playbooks } = shippedScenario(id);
    const entries = playbookLog(scenario, playbooks['textbook'] ?? Object.values(playbooks)[0]!);
    const book = writeLifeBook({ scenario, setting, entries });
    const index = livesIndex(book);
    const told = new Map<number, LifeStory>();
    /** A life is told by playing it again for every single change: once for all tests that read it. */
    const storyOf = (customer: number): LifeStory => {
      const story = told.get(customer) ?? lifeStory(book, customer);
      told.set(customer, story);
      return story;
    };
    const leavers = everybody.filter((i) => staysOf(book, i).some(({ left }) => left !== null));

    test('are those of the run: writing them down changes nothing, and who is a customer at the end is one in the book', () => {
      const { active } = replay(scenario, setting, entries).playing.world.market.columns;
      expect(book.quarters.at(-1)!.end.active).toEqual(active);
      const stay = everybody.filter((i) => staysOf(book, i).some(({ left }) => left === null));
      expect(stay).toEqual(everybody.filter((i) => (active[i]! & 1) === 1));
    });

    test('spared nothing, a customer leaves when he left', () => {
      expect(leavers.length).toBeGreaterThan(20);
      for (const customer of leavers.slice(0, 60)) {
        const stay = staysOf(book, customer).find(({ left }) => left !== null)!;
        const from = Math.max(1, stay.from);
        // A trial whose quarters are over before they begin undoes nothing.
        const [tried] = tryOtherwise(book, customer, [{ what: 'every', from, to: from - 1 }], stay.left!);
        expect(tried!.left).toBe(stay.left);
      }
    });

    test('some are kept by the change of one thing; whom a thing keeps had that thing happen to him', () => {
      let kept = 0;
      for (const customer of leavers.slice(0, 80)) {
        const { leaving, quarters } = storyOf(customer);
        for (const way of leaving!.tried.filter((each) => each.kept)) {
          kept += 1;
          if (way.what !== 'failure' && way.what !== 'answer') continue;
          expect(quarters[way.quarter! - 1]!.dealings).toMatchObject({ failed: true });
        }
      }
      expect(kept).toBeGreaterThan(3);
      expect(everySpare).toBeGreaterThan(0);
    });

    test('every list holds who belongs on it, those who paid most first', () => {
      expect(index.lists.map((list) => list.id)).toEqual([...lifeListIds]);
      for (const { id: list, rows } of index.lists) {
        const paid = rows.map(({ revenue }) => revenue);
        expect([...paid].sort((a, b) => b - a)).toEqual(paid);
        for (const row of rows) {
          const story = storyOf(row.customer);
          expect(story.namedSince !== null).toBe(row.named);
          if (list === 'silent') expect(story.quarters[row.left!.quarter - 1]!.dealings).toMatchObject({ failed: true, silent: true });
          if (list === 'won') expect(story.quarters.at(-1)!.satisfaction).not.toBeNull();
          if (list === 'drawn') expect(['price', 'rivalOffer', 'substitute']).toContain(story.leaving!.cause);
          const sum = story.quarters.reduce((all, { revenue }) => all + revenue, 0);
          expect(sum).toBeCloseTo(row.revenue, 3);
        }
      }
      expect(index.silent).toBeLessThanOrEqual(index.left);
    });

    test('every leaver asked is tipped by one thing or by none: the counts add up to all of them', () => {
      const asked = [...index.leavers].slice(0, 60);
      expect(asked.length).toBeGreaterThan(20);
      const { counts, single, asked: all } = tipCounts(tipsOf(book, asked));
      expect(all).toBe(asked.length);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(asked.length);
      const unkept = asked.filter((i) => storyOf(i).leaving!.tried.every(({ kept }) => !kept));
      expect(single).toBe(asked.length - unkept.length);
    });

    test('a customer whom the market does not have is refused', () => {
      expect(() => lifeStory(book, setting.customers)).toThrow(RangeError);
      expect(() => lifeStory(book, 0.5)).toThrow(RangeError);
    });
  });
