/** Drives a comparison that is played replay by replay, and lets it be stopped between two of them. */

/** Lets messages in (a cancel, a question) between two replays. */
export type Breath = () => Promise<void>;

export class Replays {
  #cancelled = false;

  /** Plays until the end or until it is cancelled; resolves with the last comparison, null where there is none yet. */
  async play<C>(
    news: Iterable<{ done: number; of: number; comparison: C }>,
    progress: (done: number, of: number, comparison: C) => void,
    breath: Breath,
  ): Promise<C | null> {
    this.#cancelled = false;
    let last: C | null = null;
    for (const { done, of, comparison } of news) {
      last = comparison;
      progress(done, of, comparison);
      await breath();
      if (this.#cancelled) break;
    }
    return last;
  }

  cancel(): void {
    this.#cancelled = true;
  }
}
