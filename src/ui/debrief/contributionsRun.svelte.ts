/** What rounds and groups of decisions made of the score, as far as it has been played; more draws of luck are added to those there are. */

import { contributionPlan, type ContributionPlan, contributionTasks } from '../../game/contributions/contributionPlan.ts';
import { type Contributions, contributionsOf } from '../../game/contributions/contributions.ts';
import { gradingSeeds } from '../../game/grade.ts';
import { weightsOf } from '../../game/score/weights.ts';
import type { ReplayedLife } from '../../game/whatIf/replayTask.ts';
import { ReplayJob } from '../replay/replayJob.svelte.ts';
import type { ReplayPool } from '../replay/replayPool.ts';
import type { Session } from '../session.svelte.ts';

/** Draws of luck played first; the rest of those that grade are played when asked for. */
export const FIRST_DRAWS = 4;

type Lives = readonly (ReplayedLife | null)[];
type Subject = Pick<Session, 'scenario' | 'closedRun' | 'anchors'>;

export class ContributionsRun {
  readonly #session: Subject;
  readonly #job: ReplayJob<Contributions>;
  #plan: ContributionPlan | null = null;
  /** Replays of all draws that grade, null = not played yet, and the places of those under way. */
  #lives: (ReplayedLife | null)[] = [];
  #open: readonly number[] = [];
  #counted = -1;
  #last: Contributions | null = null;
  /** Stands while the next draws begin. */
  #before = $state.raw<Contributions | null>(null);

  constructor(session: Subject, pool: () => ReplayPool) {
    this.#session = session;
    this.#job = new ReplayJob(pool, (lives) => this.#read(lives));
  }

  /** Rounds and groups of the run, read from its log. */
  get plan(): ContributionPlan {
    return (this.#plan ??= this.#planned());
  }

  get finding(): Contributions | null {
    return this.#job.finding ?? this.#before;
  }

  get progress(): { done: number; of: number } | null {
    return this.#job.progress;
  }

  get error(): unknown {
    return this.#job.error;
  }

  /** Draws that a further start would play up to; null when all have been played. */
  get next(): number | null {
    const draws = this.finding?.groups?.seeds ?? 0;
    if (draws >= gradingSeeds.length) return null;
    return draws >= FIRST_DRAWS ? gradingSeeds.length : FIRST_DRAWS;
  }

  /** Plays the draws up to `next` that have not been played yet. Never rejects: what went wrong is kept in `error`. */
  start = async (): Promise<void> => {
    const { next } = this;
    if (next === null || this.progress) return;
    const tasks = contributionTasks(this.plan, gradingSeeds);
    if (this.#lives.length === 0) this.#lives = tasks.map(() => null);
    const open = this.#lives.flatMap((life, place) => (life === null && place < next * this.plan.logs.length ? [place] : []));
    this.#before = this.finding;
    this.#open = open;
    await this.#job.start(open.map((place) => tasks[place]));
  };

  /** Keeps what has been played so far. */
  stop = (): void => this.#job.stop();

  #planned(): ContributionPlan {
    const { anchors, closedRun, scenario } = this.#session;
    return contributionPlan(scenario, closedRun.entries, anchors);
  }

  /** Says something new only when a draw is whole: scores of forty logs are not reckoned for every single one. */
  #read(lives: Lives): Contributions | null {
    this.#open.forEach((place, i) => (this.#lives[place] ??= lives[i]));
    const { plan } = this;
    const { anchors, scenario } = this.#session;
    const whole = (count: number): number => {
      let draws = 0;
      for (let first = 0; first < this.#lives.length; first += plan.logs.length)
        if (this.#lives.slice(first, first + count).every((life) => life !== null)) draws += 1;
      return draws;
    };
    const counted = whole(plan.forRounds) + whole(plan.logs.length);
    if (counted !== this.#counted) {
      this.#last = contributionsOf(plan, gradingSeeds, this.#lives, anchors && weightsOf(scenario.weights));
      this.#counted = counted;
    }
    return this.#last;
  }
}
