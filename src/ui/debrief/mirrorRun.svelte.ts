/** The run beside other lives on the same luck, as far as it has been played. */

import { gradingSeeds } from '../../game/grade.ts';
import { type Mirror, type MirrorLog, mirrorLogs, mirrorOf, mirrorTasks } from '../../game/mirror/mirror.ts';
import { weightsOf } from '../../game/score/weights.ts';
import { ReplayJob } from '../replay/replayJob.svelte.ts';
import type { ReplayPool } from '../replay/replayPool.ts';
import type { Session } from '../session.svelte.ts';

/** Draws of luck on which the lives are set side by side: the first of those that grade. */
const mirrorSeeds = gradingSeeds.slice(0, 4);

export class MirrorRun {
  readonly #session: Pick<Session, 'folder' | 'anchors'>;
  readonly job: ReplayJob<Mirror>;
  #logs: readonly MirrorLog[] = [];

  constructor(session: Pick<Session, 'folder' | 'anchors'>, pool: () => ReplayPool) {
    this.#session = session;
    this.job = new ReplayJob(pool, (lives) => {
      const { names, folder } = this;
      return mirrorOf(this.#logs, lives, names && { names, weights: weightsOf(folder.scenario.weights) });
    });
  }

  get folder(): Session['folder'] {
    return this.#session.folder;
  }

  get names(): Session['anchors'] {
    return this.#session.anchors;
  }

  /** Plays the lives from the first draw on. Never rejects. */
  start = async (): Promise<void> => {
    this.#logs = mirrorLogs(this.folder.scenario, this.folder.playbooks, this.names);
    await this.job.start(mirrorTasks(this.#logs, mirrorSeeds));
  };
}
