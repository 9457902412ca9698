/** The lives of a closed run on the screen: the lists, and the one that is read. */

import type { RunToFollow } from '../../../game/lives/lifeBook.ts';
import type { LifeStory } from '../../../game/lives/lifeStory.ts';
import type { LifeListId, LivesIndex } from '../../../game/lives/livesIndex.ts';
import { type Tip, type TipCounts, tipCounts } from '../../../game/lives/tipping.ts';
import type { LivesReader } from './livesReader.ts';

/** Leavers asked in one go. */
const AT_ONCE = 8;

export class Lives {
  readonly #run: () => RunToFollow;
  readonly #startReader: () => LivesReader;
  #reader: LivesReader | null = null;
  /** Quarters played while the run is played again; `of` 0 until the first. */
  progress = $state.raw<{ done: number; of: number } | null>(null);
  index = $state.raw<LivesIndex | null>(null);
  error = $state.raw<unknown>(null);
  /** Somebody has stopped the replay: it does not start by itself again. */
  stopped = $state(false);
  list = $state<LifeListId>('silent');
  /** Customer who is read, and his life once it has come. */
  chosen = $state<number | null>(null);
  story = $state.raw<LifeStory | null>(null);
  /** What tipped those asked so far; null before the first. */
  tips = $state.raw<TipCounts | null>(null);

  constructor(run: () => RunToFollow, startReader: () => LivesReader) {
    this.#run = run;
    this.#startReader = startReader;
  }

  /** Plays the run unless that has been done. Never rejects: what went wrong is kept in `error`. */
  start = async (): Promise<void> => {
    if (this.progress || this.index) return;
    this.error = null;
    this.stopped = false;
    this.progress = { done: 0, of: 0 };
    const reader = this.#startReader();
    this.#reader = reader;
    try {
      const { scenario, setting, entries } = this.#run();
      const index = await reader.open({ scenario, setting, entries }, (done, of) => {
        if (this.#reader === reader && this.progress) this.progress = { done, of };
      });
      if (this.#reader !== reader) return;
      this.index = index;
      this.pick(index.lists.find(({ rows }) => rows.length > 0)?.id ?? 'silent');
      void this.#askAll(reader, index.leavers);
    } catch (error) {
      if (this.#reader !== reader) return;
      this.error = error;
      this.close();
    }
    this.progress = null;
  };

  /** Asks all leavers, a few at a time, so that a life may be read in between. */
  async #askAll(reader: LivesReader, leavers: Uint32Array): Promise<void> {
    const tips: Tip[] = [];
    try {
      for (let from = 0; from < leavers.length; from += AT_ONCE) {
        tips.push(...(await reader.tips([...leavers.subarray(from, from + AT_ONCE)])));
        if (this.#reader !== reader) return;
        this.tips = tipCounts(tips);
      }
    } catch (error) {
      if (this.#reader === reader) this.error = error;
    }
  }

  stop = (): void => {
    this.close();
    this.stopped = true;
    this.progress = null;
  };

  /** Opens a list and the first life on it. */
  pick = (list: LifeListId): void => {
    this.list = list;
    const first = this.index?.lists.find(({ id }) => id === list)?.rows[0];
    if (first) void this.read(first.customer);
  };

  /** Reads a life; one that comes after the eye has moved on is dropped. */
  read = async (customer: number): Promise<void> => {
    this.chosen = customer;
    this.error = null;
    try {
      const story = await this.#reader!.life(customer);
      if (this.chosen === customer) this.story = story;
    } catch (error) {
      if (this.chosen === customer) this.error = error;
    }
  };

  close = (): void => {
    this.#reader?.close();
    this.#reader = null;
  };
}
