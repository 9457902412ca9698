/** What the chapters of a debrief share while it is open: the pool of replays, and what each of them has had played. */

import { ReplayPool } from '../replay/replayPool.ts';
import { playersHere, startPlayer } from '../replay/startPlayer.ts';
import type { Session } from '../session.svelte.ts';
import { ContributionsRun } from './contributionsRun.svelte.ts';
import { Lives } from './lives/lives.svelte.ts';
import { startLivesReader } from './lives/livesReader.ts';
import { WhatIf } from './whatIf/whatIf.svelte.ts';

export class DebriefDesk {
  readonly session: Session;
  readonly contributions: ContributionsRun;
  readonly lives = new Lives(() => this.session.closedRun, startLivesReader);
  /** Past decisions changed and played again. */
  readonly whatIf: WhatIf;
  #pool: ReplayPool | null = null;

  constructor(session: Session) {
    this.session = session;
    this.contributions = new ContributionsRun(session, () => this.pool());
    this.whatIf = new WhatIf(session, () => this.pool());
  }

  /** False for a run of another engine: it cannot be played again. */
  get playable(): boolean {
    return this.session.opened !== null;
  }

  /** The workers, started when first asked for. */
  readonly pool = (): ReplayPool => (this.#pool ??= new ReplayPool(this.session.closedRun, startPlayer, playersHere()));

  /** Ends what is still being played. */
  close = (): void => {
    this.lives.close();
    this.#pool?.close();
    this.#pool = null;
    this.whatIf.close();
  };
}
