/** What the chapters of a debrief share while it is open: the pool of replays, and what each of them has had played. */

import type { Replayed } from '../../game/glassBox/formula.ts';
import type { ReplayPool } from '../replay/replayPool.ts';
import { winOrKeep, winOrKeepTasks } from '../../game/lessons/winOrKeep.ts';
import { filesCost } from '../../game/whatIf/filesCost.ts';
import { ReplayJob } from '../replay/replayJob.svelte.ts';
import type { Session } from '../session.svelte.ts';
import { ContributionsRun } from './contributionsRun.svelte.ts';
import { MirrorRun } from './mirrorRun.svelte.ts';
import { Lives } from './lives/lives.svelte.ts';
import { startLivesReader } from './lives/livesReader.ts';
import { LuckRun } from './luckRun.svelte.ts';
import { WhatIf } from './whatIf/whatIf.svelte.ts';

export class DebriefDesk {
  readonly session: Session;
  readonly contributions: ContributionsRun;
  readonly mirror: MirrorRun;
  readonly lives = new Lives(() => this.session.closedRun, startLivesReader);
  readonly luck: LuckRun;
  readonly filesCost = new ReplayJob(() => this.pool(), filesCost);
  /** Money moved between winning and keeping customers. */
  readonly winOrKeep = new ReplayJob(() => this.pool(), winOrKeep);
  /** Past decisions changed and played again. */
  readonly whatIf: WhatIf;

  constructor(session: Session) {
    this.session = session;
    this.contributions = new ContributionsRun(session, () => this.pool());
    this.luck = new LuckRun(session);
    this.mirror = new MirrorRun(session, () => this.pool());
    this.whatIf = new WhatIf(session, () => this.pool());
  }

  /** False for a run of another engine: it cannot be played again. */
  get playable(): boolean {
    return this.session.opened !== null;
  }

  /** What has been played so far, for the numbers that it tells. */
  get played(): Replayed {
    const { groups = null, rounds = null } = this.contributions.finding ?? {};
    return { groups, rounds, luck: this.luck.finding, mirror: this.mirror.job.finding };
  }

  /** The workers, started when first asked for. */
  readonly pool = (): ReplayPool => this.session.pool;

  /** Never rejects: what went wrong is kept in the job. */
  playWinOrKeep = (): Promise<void> => {
    const { scenario, entries } = this.session.closedRun;
    return this.winOrKeep.start(winOrKeepTasks(scenario, entries));
  };

  /** Ends what is still being played; grading goes on. */
  close = (): void => {
    this.lives.close();
    this.session.pool.leave();
    this.whatIf.close();
  };
}
