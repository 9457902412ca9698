/** Plays replays side by side in workers, each worker a whole replay at a time; results come in as they are done. */

import type { ClosedRun } from '../../game/whatIf/replayBench.ts';
import type { ReplayedLife, ReplayTask } from '../../game/whatIf/replayTask.ts';

/** One worker as the pool sees it. */
export interface Player {
  open(run: ClosedRun): Promise<void>;
  play(task: ReplayTask): Promise<ReplayedLife>;
  close(): void;
}

/** The workers of this machine. */
export interface Players {
  start(): Player;
  /** Workers at most; they are started when the first replays are asked for. */
  most: number;
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
  lasting: boolean;
  cancelled: boolean;
  settle: { resolve: (whole: boolean) => void; reject: (error: unknown) => void };
}

/** Milliseconds after which workers that play nothing are ended: each holds a population and the whole engine, some 50 MB. */
const REST = 20_000;

export class ReplayPool {
  readonly #run: () => ClosedRun;
  readonly #players: Players;
  readonly #idle: Player[] = [];
  #all: Player[] = [];
  #jobs: Job[] = [];
  #opening = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** Nobody looks at replays any more: the workers end with the last job that lasts. */
  #left = false;

  /** @param run read when a worker is started */
  constructor(run: () => ClosedRun, players: Players) {
    this.#run = run;
    this.#players = players;
  }

  /**
   * Plays the tasks in their order; a later call is served first, since somebody waits for it now.
   * @param lasting goes on when the screen that shows it is left
   */
  play(tasks: readonly ReplayTask[], on: OnReplay, lasting = false): Playthrough {
    let settle!: Job['settle'];
    const done = new Promise<boolean>((resolve, reject) => (settle = { resolve, reject }));
    const job: Job = { tasks, next: 0, done: 0, on, lasting, cancelled: false, settle };
    this.#left = false;
    if (tasks.length === 0) settle.resolve(true);
    else this.#jobs = [job, ...this.#jobs];
    this.#serve();
    return { done, cancel: () => this.#end(job, () => settle.resolve(false)) };
  }

  /** Cancels what does not last, and ends the workers when nothing is left to play. */
  leave(): void {
    this.#left = true;
    for (const job of this.#jobs) if (!job.lasting) this.#end(job, () => job.settle.resolve(false));
    if (this.#jobs.length === 0) this.close();
  }

  /** Ends the workers and cancels what they play; a later call starts new ones. */
  close(): void {
    for (const job of this.#jobs) this.#end(job, () => job.settle.resolve(false));
    for (const player of this.#all) player.close();
    this.#all = [];
    this.#idle.length = 0;
    this.#opening = 0;
    clearTimeout(this.#resting);
  }

  #serve(): void {
    while (this.#waiting() > 0) {
      const player = this.#idle.pop();
      if (player) void this.#work(player);
      else if (this.#all.length < Math.max(1, this.#players.most)) void this.#start();
      else return;
    }
  }

  #waiting(): number {
    const tasks = this.#jobs.reduce((sum, { tasks, next }) => sum + tasks.length - next, 0);
    return Math.max(0, tasks - this.#opening);
  }

  async #start(): Promise<void> {
    const player = this.#started();
    if (player === null) return;
    this.#all.push(player);
    this.#opening += 1;
    try {
      await player.open(this.#run());
    } catch (error) {
      if (!this.#drop(player)) return;
      this.#opening -= 1;
      this.#fail(error);
      return;
    }
    if (!this.#all.includes(player)) return;
    this.#opening -= 1;
    await this.#work(player);
  }

  /** Where a browser refuses the worker itself, this is what went wrong with every job. */
  #started(): Player | null {
    try {
      return this.#players.start();
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  async #work(player: Player): Promise<void> {
    for (let job = this.#next(); job; job = this.#next()) {
      const place = job.next;
      job.next += 1;
      try {
        const life = await player.play(job.tasks[place]!);
        if (!this.#all.includes(player)) return;
        if (job.cancelled) continue;
        job.done += 1;
        job.on(place, life, job.done);
        if (job.done === job.tasks.length) this.#end(job, () => job.settle.resolve(true));
      } catch (error) {
        // A worker that broke would break every replay after: it is not used again.
        this.#drop(player);
        this.#end(job, () => job.settle.reject(error));
        this.#serve();
        return;
      }
    }
    if (!this.#all.includes(player)) return;
    this.#idle.push(player);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#idle.splice(0).forEach((idle) => this.#drop(idle)), REST);
  }

  #next(): Job | undefined {
    return this.#jobs.find(({ tasks, next }) => next < tasks.length);
  }

  #end(job: Job, settle: () => void): void {
    job.cancelled = true;
    this.#jobs = this.#jobs.filter((each) => each !== job);
    settle();
    if (this.#left && this.#jobs.length === 0) this.close();
  }

  #fail(error: unknown): void {
    for (const job of this.#jobs) this.#end(job, () => job.settle.reject(error));
  }

  /** False for a worker that was ended before. */
  #drop(player: Player): boolean {
    const held = this.#all.includes(player);
    if (held) player.close();
    this.#all = this.#all.filter((each) => each !== player);
    return held;
  }
}
