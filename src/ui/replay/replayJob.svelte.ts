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
  /** By task, null = not played. */
  #lives: (ReplayedLife | null)[] = [];
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

  /**
   * Plays the tasks anew. Never rejects: what went wrong is kept in `error`.
   * @param goOn the tasks are those of the last start: where it was not played to its end, what it had played stays and the rest is played
   */
  start = async (tasks: readonly ReplayTask[], goOn = false): Promise<void> => {
    this.stop();
    this.error = null;
    if (!goOn || this.whole || this.#lives.length !== tasks.length) {
      this.finding = null;
      this.#lives = tasks.map(() => null);
    }
    this.whole = false;
    const lives = this.#lives;
    const missing = tasks.map((_, place) => place).filter((place) => lives[place] === null);
    const before = tasks.length - missing.length;
    let played = before;
    this.progress = { done: played, of: tasks.length };
    const reading = new Reading(
      () => this.#read(lives),
      (finding) => {
        this.finding = finding;
        this.progress = { done: played, of: tasks.length };
      },
    );
    const heard: OnReplay = (place, life, done) => {
      if (this.#playing !== playing) return;
      lives[missing[place]!] = life;
      played = before + done;
      reading.heard();
    };
    const playing = this.#pool().play(
      missing.map((place) => tasks[place]!),
      heard,
      this.#lasting,
    );
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
