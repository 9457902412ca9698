/** What the chapters of a debrief share while it is open: the pool of replays, and what each of them has had played. */

import type { ReplayPool } from '../replay/replayPool.ts';
import type { Session } from '../session.svelte.ts';
import { LuckRun } from './luckRun.svelte.ts';

export class DebriefDesk {
  readonly session: Session;
  readonly luck: LuckRun;

  constructor(session: Session) {
    this.session = session;
    this.luck = new LuckRun(session);
  }

  /** False for a run of another engine: it cannot be played again. */
  get playable(): boolean {
    return this.session.opened !== null;
  }

  /** The workers, started when first asked for. */
  readonly pool = (): ReplayPool => this.session.pool;

  /** Ends what is still being played; grading goes on. */
  close = (): void => this.session.pool.leave();
}
