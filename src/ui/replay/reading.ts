/** Reads what streams in: only so often, and in another task than the one that draws it, so that neither holds up the page for long. */

import { nextTask } from '../tasks.ts';

/** Milliseconds between two readings. */
const APART = 150;

export class Reading<Found> {
  readonly #read: () => Found;
  readonly #show: (found: Found) => void;
  #heard = 0;
  #shown = 0;
  #going = false;
  #broken: { error: unknown } | null = null;

  /**
   * @param read what all that has come in so far says
   * @param show puts it on the screen
   */
  constructor(read: () => Found, show: (found: Found) => void) {
    this.#read = read;
    this.#show = show;
  }

  /** Something came in: it is read soon. */
  heard(): void {
    this.#heard += 1;
    if (!this.#going) void this.#go();
  }

  /** Reads at once what has not been shown. */
  now(): void {
    if (this.#shown === this.#heard) return;
    this.#shown = this.#heard;
    this.#show(this.#read());
  }

  /** Resolves when all that has come in is shown; rejects with what a reading threw. */
  async whole(): Promise<void> {
    while (this.#shown < this.#heard) await this.#next();
    if (this.#broken) throw this.#broken.error;
  }

  /** What has not been shown never will be. */
  forget(): void {
    this.#shown = this.#heard;
  }

  async #go(): Promise<void> {
    this.#going = true;
    while (this.#shown < this.#heard) {
      await this.#next();
      await nextTask(APART);
    }
    this.#going = false;
  }

  async #next(): Promise<void> {
    await nextTask();
    if (this.#shown === this.#heard) return;
    const upTo = this.#heard;
    let found: Found;
    try {
      found = this.#read();
    } catch (error) {
      this.#broken = { error };
      this.forget();
      return;
    }
    await nextTask();
    // What was read or forgotten in the meantime is newer.
    if (this.#shown >= upTo) return;
    this.#shown = upTo;
    this.#show(found);
  }
}
