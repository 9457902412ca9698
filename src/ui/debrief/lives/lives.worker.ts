/** The worker that reads lives: it plays the run once, keeps its quarters, and tells of whom it is asked. */

import { expose } from 'comlink';
import { type LifeBook, type RunToFollow, writeLifeBook } from '../../../game/lives/lifeBook.ts';
import { type LifeStory, lifeStory } from '../../../game/lives/lifeStory.ts';
import { type LivesIndex, livesIndex } from '../../../game/lives/livesIndex.ts';
import { type Tip, tipsOf } from '../../../game/lives/tipping.ts';

let book: LifeBook | null = null;

const worker = {
  open(run: RunToFollow, onQuarter: (done: number, of: number) => void): LivesIndex {
    book = writeLifeBook(run, onQuarter);
    return livesIndex(book);
  },
  /** @throws Error('noRun') before a run is opened; RangeError for a customer the market does not have */
  life(customer: number): LifeStory {
    if (book === null) throw new Error('noRun');
    return lifeStory(book, customer);
  },
  /** @throws as `life` */
  tips(leavers: readonly number[]): Tip[] {
    if (book === null) throw new Error('noRun');
    return tipsOf(book, leavers);
  },
};
export type LivesWorker = typeof worker;

expose(worker);
