import { expect, test } from 'vitest';
import type { LifeStory } from '../../src/game/lives/lifeStory.ts';
import type { LivesIndex } from '../../src/game/lives/livesIndex.ts';
import { Lives } from '../../src/ui/debrief/lives/lives.svelte.ts';
import type { LivesReader } from '../../src/ui/debrief/lives/livesReader.ts';
import { logOf, scenario, small } from '../game/plays.ts';

const row = { customer: 4, named: true, segment: 'a', revenue: 9, left: null };
const index = { left: 1, silent: 0, people: 9, lists: [{ id: 'silent', customers: 1, rows: [row] }], leavers: Uint32Array.of(4) };

/** A reader in the same thread whose worker may die. */
class Reader implements LivesReader {
  dead = false;
  closed = false;
  #answer<T>(value: T): Promise<T> {
    return this.dead ? Promise.reject(new Error('worker')) : Promise.resolve(value);
  }
  open = (): Promise<LivesIndex> => this.#answer(index as unknown as LivesIndex);
  life = (customer: number): Promise<LifeStory> => this.#answer({ customer } as LifeStory);
  tips = (): Promise<[]> => this.#answer([]);
  close = (): void => void (this.closed = true);
}

test('a reader that dies after the run was played says so, and another can be started that answers again', async () => {
  const readers: Reader[] = [];
  const run = { scenario, setting: small, entries: logOf('textbook') };
  const lives = new Lives(
    () => run,
    () => {
      readers.push(new Reader());
      return readers.at(-1)!;
    },
  );
  await lives.start();
  await lives.start();
  expect([readers.length, lives.error, lives.story?.customer]).toEqual([1, null, 4]);
  readers[0]!.dead = true;
  await lives.read(7);
  expect(lives.error).toEqual(new Error('worker'));
  await lives.start();
  await lives.read(7);
  expect([readers.length, readers[0]!.closed, lives.error, lives.story?.customer]).toEqual([2, true, null, 7]);
});
