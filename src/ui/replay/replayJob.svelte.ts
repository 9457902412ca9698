/** A part of the debrief that is played replay by replay: how far it has come, what it says so far, and what went wrong. */

import type { ReplayedLife, ReplayTask } from '../../game/whatIf/replayTask.ts';
import { Reading } from './reading.ts';
import type { OnReplay, Playthrough, ReplayPool } from './replayPool.ts';

export class ReplayJob<Finding> {
  readonly #pool: () => ReplayPool;
  readonly #read: (lives: readonly (ReplayedLife | null)[]) => Finding | null;
  readonly #lasting: boolean;
  #playing: Playthrough | null = null;
  #reading: Reading<Finding | null> | null = null;
  /** Replays done while they are being played. */
  progress = $state.raw<{ done: number; of: number } | null>(null);
  finding = $state.raw<Finding | null>(null);
  whole = $state(false);
  error = $state.raw<unknown>(null);

  /**
   * @param read what the replays say, those not played yet being null; null where nothing can be said yet
   * @param lasting goes on when the debrief is left
   */
  constructor(pool: () => ReplayPool, read: (lives: readonly (ReplayedLife | null)[]) => Finding | null, lasting = false) {
    this.#pool = pool;
    this.#read = read;
    this.#lasting = lasting;
  }

  /** Plays the tasks anew. Never rejects: what went wrong is kept in `error`. */
  start = async (tasks: readonly ReplayTask[]): Promise<void> => {
    this.stop();
    this.error = null;
    this.finding = null;
    this.whole = false;
    this.progress = { done: 0, of: tasks.length };
    const lives: (ReplayedLife | null)[] = tasks.map(() => null);
    let played = 0;
    const reading = new Reading(
      () => this.#read(lives),
      (finding) => {
        this.finding = finding;
        this.progress = { done: played, of: tasks.length };
      },
    );
    const heard: OnReplay = (place, life, done) => {
      if (this.#playing !== playing) return;
      lives[place] = life;
      played = done;
      reading.heard();
    };
    const playing = this.#pool().play(tasks, heard, this.#lasting);
    this.#playing = playing;
    this.#reading = reading;
    try {
      const whole = await playing.done;
      await reading.whole();
      if (this.#playing === playing) this.whole = whole;
    } catch (error) {
      if (this.#playing === playing) {
        reading.now();
        this.error = error;
      }
    }
    if (this.#playing !== playing) return;
    this.#playing = null;
    this.#reading = null;
    this.progress = null;
  };

  /** Keeps what has been played so far. */
  stop = (): void => {
    this.#playing?.cancel();
    this.#reading?.now();
    this.#playing = null;
    this.#reading = null;
    this.progress = null;
  };
}
