/** Plays replays side by side in workers, each worker a whole replay at a time; results come in as they are done. */

import type { ClosedRun } from '../../game/whatIf/replayBench.ts';
import type { ReplayedLife, ReplayTask } from '../../game/whatIf/replayTask.ts';

/** One worker as the pool sees it. */
export interface Player {
  open(run: ClosedRun): Promise<void>;
  play(task: ReplayTask): Promise<ReplayedLife>;
  close(): void;
}

/** Tells of one replay: its place among the tasks, and how many are done. */
export type OnReplay = (place: number, life: ReplayedLife, done: number) => void;

export interface Playthrough {
  /** Resolves true when all were played, false when it was cancelled; rejects with what went wrong. */
  readonly done: Promise<boolean>;
  cancel(): void;
}

interface Job {
  tasks: readonly ReplayTask[];
  next: number;
  done: number;
  on: OnReplay;
  cancelled: boolean;
  settle: { resolve: (whole: boolean) => void; reject: (error: unknown) => void };
}

export class ReplayPool {
  readonly #run: ClosedRun;
  readonly #startPlayer: () => Player;
  readonly #size: number;
  readonly #idle: Player[] = [];
  readonly #all: Player[] = [];
  #jobs: Job[] = [];
  #opening = 0;

  /** @param size workers at most; they are started when the first replays are asked for */
  constructor(run: ClosedRun, startPlayer: () => Player, size: number) {
    this.#run = run;
    this.#startPlayer = startPlayer;
    this.#size = Math.max(1, size);
  }

  /** Plays the tasks in their order; a later call is served first, since somebody waits for it now. */
  play(tasks: readonly ReplayTask[], on: OnReplay): Playthrough {
    let settle!: Job['settle'];
    const done = new Promise<boolean>((resolve, reject) => (settle = { resolve, reject }));
    const job: Job = { tasks, next: 0, done: 0, on, cancelled: false, settle };
    if (tasks.length === 0) settle.resolve(true);
    else this.#jobs = [job, ...this.#jobs];
    this.#serve();
    const cancel = (): void => {
      job.cancelled = true;
      this.#jobs = this.#jobs.filter((each) => each !== job);
      settle.resolve(false);
    };
    return { done, cancel };
  }

  /** Ends the workers; what was not played is never answered. */
  close(): void {
    for (const player of this.#all) player.close();
    for (const job of this.#jobs) job.settle.resolve(false);
    this.#jobs = [];
    this.#idle.length = 0;
  }

  #serve(): void {
    for (let waiting = this.#waiting(); waiting > 0; waiting -= 1) {
      const player = this.#idle.pop();
      if (player) void this.#work(player);
      else if (this.#all.length < this.#size) void this.#start();
      else return;
    }
  }

  #waiting(): number {
    const tasks = this.#jobs.reduce((sum, { tasks, next }) => sum + tasks.length - next, 0);
    return Math.max(0, tasks - this.#opening);
  }

  async #start(): Promise<void> {
    const player = this.#startPlayer();
    this.#all.push(player);
    this.#opening += 1;
    try {
      await player.open(this.#run);
      this.#opening -= 1;
    } catch (error) {
      this.#opening -= 1;
      this.#fail(error);
      return;
    }
    await this.#work(player);
  }

  async #work(player: Player): Promise<void> {
    for (let job = this.#next(); job; job = this.#next()) {
      const place = job.next;
      job.next += 1;
      try {
        const life = await player.play(job.tasks[place]!);
        if (job.cancelled) continue;
        job.done += 1;
        job.on(place, life, job.done);
        if (job.done === job.tasks.length) {
          this.#jobs = this.#jobs.filter((each) => each !== job);
          job.settle.resolve(true);
        }
      } catch (error) {
        job.cancelled = true;
        this.#jobs = this.#jobs.filter((each) => each !== job);
        job.settle.reject(error);
      }
    }
    this.#idle.push(player);
  }

  #next(): Job | undefined {
    return this.#jobs.find(({ tasks, next }) => next < tasks.length);
  }

  #fail(error: unknown): void {
    for (const job of this.#jobs) {
      job.cancelled = true;
      job.settle.reject(error);
    }
    this.#jobs = [];
  }
}
