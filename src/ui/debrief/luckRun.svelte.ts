/** The run over many draws of luck: those that grade it come from the grading itself, further ones are played when asked for. */

import { furtherSeeds, judgedIn, judgingTasks, seedsGraded } from '../../game/luck/gradedSeeds.ts';
import { keptTotals, luckBy, type LuckFinding } from '../../game/luck/luck.ts';
import { type ScoreApart, scoreApart } from '../../game/luck/scoreApart.ts';
import type { Judging } from '../../game/score/judging.ts';
import { weightsOf } from '../../game/score/weights.ts';
import { ReplayJob } from '../replay/replayJob.svelte.ts';
import type { Session } from '../session.svelte.ts';

/** graded: the seeds that grade are played; further: those after them. */
export type LuckStage = 'graded' | 'further';

export class LuckRun {
  readonly #session: Session;
  readonly #further: ReplayJob<readonly Judging[]>;
  /** Further draws that were played before the play under way. */
  #before = $state.raw<readonly Judging[]>([]);
  readonly #drawn: readonly Judging[];
  readonly finding: LuckFinding | null;
  /** What the run has over STAY in each part of the score; reckoned when it is first asked for. */
  readonly apart: () => ScoreApart | null;
  /** Draws of luck played and asked for. */
  readonly progress: { done: number; of: number } | null;
  /** What may be asked for now; null while it is played, and when all is done. */
  readonly next: LuckStage | null;

  constructor(session: Session) {
    this.#session = session;
    this.#further = new ReplayJob<readonly Judging[]>(() => session.pool, judgedIn);
    const { grading, choice } = session;
    const luckSeed = choice.luckSeed;
    const weights = $derived(weightsOf(session.scenario.weights));
    this.#drawn = $derived([...this.#before, ...(this.#further.finding ?? [])]);
    const total = $derived(grading.outcomes.length === 0 ? null : keptTotals(grading.outcomes, weights));
    this.finding = $derived(total && luckBy(total, grading.outcomes, this.#drawn, luckSeed));
    const apart = $derived(grading.outcomes.length === 0 ? null : scoreApart(grading.outcomes, weights));
    this.apart = () => apart;
    const graded = seedsGraded(luckSeed).length;
    const further = furtherSeeds(luckSeed).length;
    this.progress = $derived.by(() => {
      if (grading.progress) return { done: grading.progress.done, of: graded };
      return this.#further.progress && { done: graded + this.#drawn.length, of: graded + further };
    });
    this.next = $derived.by(() => {
      if (this.progress) return null;
      if (!grading.whole) return 'graded';
      return this.#further.whole ? null : 'further';
    });
  }

  get error(): unknown {
    return this.#session.grading.error ?? this.#further.error;
  }

  /** Draws that grade the run, its own luck among them. */
  get graded(): number {
    return seedsGraded(this.#session.choice.luckSeed).length;
  }

  /** Replays that the next stage takes. */
  get replays(): number {
    const { luckSeed } = this.#session.choice;
    return this.next === 'graded' ? 4 * seedsGraded(luckSeed).length : 3 * (furtherSeeds(luckSeed).length - this.#drawn.length);
  }

  /** Plays what is next. Never rejects: what went wrong is kept in `error`. */
  start = async (): Promise<void> => {
    if (this.next === 'graded') return this.#session.judge();
    const { anchors } = this.#session;
    if (this.next !== 'further' || anchors === null) return;
    const { luckSeed } = this.#session.choice;
    this.#before = this.#drawn;
    const left = furtherSeeds(luckSeed).slice(this.#before.length);
    await this.#further.start(judgingTasks(left, anchors));
  };

  /** Keeps the draws that are whole. */
  stop = (): void => {
    this.#session.stopJudging();
    this.#further.stop();
  };
}
