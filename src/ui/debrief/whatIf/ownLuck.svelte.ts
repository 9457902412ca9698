/** The run and a change of it on the luck that was played: the run is kept once, then each change goes on from the round before it. */

import type { CardSpending, PeopleBefore } from '../../../game/whatIf/keptLife.ts';
import { type FateDifference, fateDifference } from '../../../game/whatIf/difference.ts';
import type { EntryEdit } from '../../../game/whatIf/edits.ts';
import type { ClosedRun } from '../../../game/whatIf/replayBench.ts';
import type { LifeFigures, ReplayedLife, ReplayTask, RivalsPlay } from '../../../game/whatIf/replayTask.ts';
import { Reading } from '../../replay/reading.ts';
import type { KeepingPlayer } from '../../replay/startPlayer.ts';
import { nextTask } from '../../tasks.ts';

interface Asked {
  edits: readonly EntryEdit[];
  rivals: RivalsPlay;
  /** First quarter that may differ. */
  from: number;
}

export class OwnLuck {
  readonly #run: () => ClosedRun;
  readonly #start: () => KeepingPlayer;
  readonly #onWhole: () => void;
  #player: KeepingPlayer | null = null;
  #asked: Asked | null = null;
  #busy = false;
  /** Quarters of the run played so far while it is being kept. */
  preparing = $state.raw<{ done: number; of: number } | null>(null);
  /** The run itself, once it is kept, and what its cards cost. */
  run = $state.raw<ReplayedLife | null>(null);
  spending = $state.raw<readonly CardSpending[]>([]);
  /** The change: its quarters as they come, and the whole of it; null while nothing is asked. */
  soFar = $state.raw<readonly LifeFigures[] | null>(null);
  change = $state.raw<ReplayedLife | null>(null);
  /** Whose fate the change moves, told after its figures, and whom the firm knew when the first changed round began. */
  fates = $state.raw<{ difference: FateDifference; people: PeopleBefore } | null>(null);
  playing = $state(false);
  error = $state.raw<unknown>(null);

  /** @param onWhole hears that a change has been played to its end */
  constructor(run: () => ClosedRun, start: () => KeepingPlayer, onWhole: () => void) {
    this.#run = run;
    this.#start = start;
    this.#onWhole = onWhole;
  }

  /** Plays the run once and keeps its rounds. Never rejects: what went wrong is kept in `error`. */
  prepare = async (): Promise<void> => {
    if (this.run !== null || this.preparing !== null) return;
    const run = this.#run();
    this.error = null;
    this.preparing = { done: 0, of: run.scenario.quarters };
    const player = this.#start();
    this.#player = player;
    try {
      await player.open(run);
      const life = await player.follow(this.#task({ edits: [], rivals: 'react', from: 1 }, true), (_, done) => {
        if (this.preparing !== null) this.preparing = { done, of: run.scenario.quarters };
      });
      this.spending = await player.spending();
      this.run = life;
    } catch (error) {
      if (this.#player === player) this.#fail(error);
    }
    this.preparing = null;
    if (this.run !== null) void this.#serve();
  };

  /** Asks for a change; one that is asked for later takes its place. @param from first quarter that may differ */
  ask(edits: readonly EntryEdit[], rivals: RivalsPlay, from: number): void {
    this.#asked = { edits, rivals, from };
    this.change = null;
    void this.#serve();
  }

  /** Asks for nothing any more. */
  clear(): void {
    this.#asked = null;
    this.#forget();
  }

  close(): void {
    this.#asked = null;
    this.#player?.close();
    this.#player = null;
  }

  async #serve(): Promise<void> {
    const [player, run] = [this.#player, this.run];
    if (this.#busy || player === null || run === null) return;
    this.#busy = true;
    this.playing = true;
    while (this.#asked !== null) {
      const asked = this.#asked;
      try {
        await this.#play(player, run, asked);
      } catch (error) {
        // What was asked waits for the next player.
        if (this.#player === player) this.#fail(error);
        break;
      }
      if (this.#asked === asked) this.#asked = null;
    }
    this.#busy = false;
    this.playing = false;
  }

  async #play(player: KeepingPlayer, run: ReplayedLife, asked: Asked): Promise<void> {
    const wanted = (): boolean => this.#asked === asked;
    const told: LifeFigures[] = [];
    let last = 0;
    const reading = new Reading(
      () => [...run.quarters.slice(0, last - told.length), ...told],
      (quarters) => {
        if (wanted()) this.soFar = quarters;
      },
    );
    const life = await player.follow(this.#task(asked), (figures, quarter) => {
      told.push(figures);
      last = quarter;
      reading.heard();
    });
    const people = await player.peopleBefore(asked.from);
    // News of a quarter may come after the result.
    reading.forget();
    if (!wanted()) return;
    this.soFar = life.quarters;
    this.change = life;
    this.#onWhole();
    await this.#tellFates(run, life, people, wanted);
  }

  /** In tasks of their own: the comparison of all customers, and the map that is drawn of it. */
  async #tellFates(run: ReplayedLife, life: ReplayedLife, people: PeopleBefore, wanted: () => boolean): Promise<void> {
    if (!run.fates || !life.fates) return;
    await nextTask();
    const difference = fateDifference(run.fates, life.fates);
    await nextTask();
    if (wanted()) this.fates = { difference, people };
  }

  #task({ edits, rivals }: Asked, keep = false): ReplayTask {
    const { luckSeed } = this.#run().setting;
    const log = { kind: 'run', edits } as const;
    return { log, luckSeed, rivals, size: 'played', quarters: true, fates: true, ...(keep && { keep }) };
  }

  #forget(): void {
    this.soFar = null;
    this.change = null;
    this.fates = null;
  }

  /** What was asked stays asked: it is played when the run has been kept anew. */
  #fail(error: unknown): void {
    this.error = error;
    this.run = null;
    this.#forget();
    this.#player?.close();
    this.#player = null;
  }
}
