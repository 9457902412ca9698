/** A change and the run over the draws of luck that grade; the run and the anchors are played once, whatever is changed. */

import { type AnchorNames, gradingSeeds } from '../../../game/grade.ts';
import type { Weights } from '../../../game/score/weights.ts';
import type { EntryEdit } from '../../../game/whatIf/edits.ts';
import { type LuckDifference, luckDifference, luckTasks, type SeedLives } from '../../../game/whatIf/overLuck.ts';
import type { RivalsPlay } from '../../../game/whatIf/replayTask.ts';
import { Reading } from '../../replay/reading.ts';
import type { Playthrough, ReplayPool } from '../../replay/replayPool.ts';

export class LuckRuns {
  readonly #pool: () => ReplayPool;
  readonly #anchors: AnchorNames | null;
  readonly #weights: Weights;
  readonly #lives = new Map<number, SeedLives>();
  #playing: Playthrough | null = null;
  #reading: Reading<LuckDifference | null> | null = null;
  /** Replays done while they are being played. */
  progress = $state.raw<{ done: number; of: number } | null>(null);
  finding = $state.raw<LuckDifference | null>(null);
  whole = $state(false);
  error = $state.raw<unknown>(null);

  /** @param anchors null where there is no score */
  constructor(pool: () => ReplayPool, anchors: AnchorNames | null, weights: Weights) {
    this.#pool = pool;
    this.#anchors = anchors;
    this.#weights = weights;
  }

  /** Begins anew with another change. */
  clear(): void {
    this.#reading?.forget();
    this.stop();
    for (const lives of this.#lives.values()) delete lives.change;
    this.finding = null;
    this.whole = false;
    this.error = null;
  }

  /** Plays what is missing. Never rejects: what went wrong is kept in `error`. */
  async start(edits: readonly EntryEdit[], rivals: RivalsPlay): Promise<void> {
    this.stop();
    this.error = null;
    const tasks = luckTasks(edits, rivals, this.#anchors, this.#lives);
    this.progress = { done: 0, of: tasks.length };
    let played = 0;
    const reading = new Reading(
      () => luckDifference(this.#lives, gradingSeeds, this.#weights),
      (finding) => {
        this.finding = finding;
        this.progress = { done: played, of: tasks.length };
      },
    );
    const playing = this.#pool().play(
      tasks.map(({ task }) => task),
      (place, { outcome, quarters, skipped }, done) => {
        if (this.#playing !== playing) return;
        const { seed, part } = tasks[place];
        this.#lives.set(seed, { ...this.#lives.get(seed), [part]: { outcome, quarters, skipped } });
        played = done;
        reading.heard();
      },
    );
    this.#playing = playing;
    this.#reading = reading;
    try {
      const whole = await playing.done;
      await reading.whole();
      if (this.#playing !== playing) return;
      this.whole = whole;
    } catch (error) {
      if (this.#playing !== playing) return;
      reading.now();
      this.error = error;
    }
    this.#playing = null;
    this.#reading = null;
    this.progress = null;
  }

  /** Keeps what has been played so far. */
  stop(): void {
    this.#playing?.cancel();
    this.#reading?.now();
    this.#playing = null;
    this.#reading = null;
    this.progress = null;
  }
}
