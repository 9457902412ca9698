/** Reads a run file and plays it again, here or in a worker: pure but for the file it holds. */

import { ENGINE_EPOCH } from '../../game/epoch.ts';
import { replayFaults } from '../../game/replayFaults.ts';
import type { RunFile } from '../../game/run.ts';
import { done, failed, type Outcome } from '../../saves/outcome.ts';
import { wholeRun } from '../../saves/readingFiles.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';

/** Tells how many quarters have been played again, and of how many. */
export type FileProgress = (played: number, of: number) => void;

export class FileCheck {
  readonly #breath: () => Promise<void>;
  #bytes: Uint8Array | string = '';
  #stopped = false;

  /** @param breath lets other work in between two rounds */
  constructor(breath: () => Promise<void> = () => Promise.resolve()) {
    this.#breath = breath;
  }

  /** Answers once whoever plays is there. */
  started(): boolean {
    return true;
  }

  /** Form and chain. Code: `badFile`. */
  begin(bytes: Uint8Array | string): Outcome<RunFile['scenario']> {
    this.#bytes = bytes;
    const run = wholeRun(bytes);
    return run.ok ? done(run.value.scenario) : run;
  }

  /** The run if it plays out as its file says; one of another engine is taken as it is. Codes: `badFile`; `cancelled` after `stop`. */
  async finish(folder: ScenarioFolder, tell: FileProgress): Promise<Outcome<RunFile>> {
    const read = wholeRun(this.#bytes, folder);
    if (!read.ok || read.value.epoch !== ENGINE_EPOCH) return read;
    const run = read.value;
    const of = run.entries.reduce((sum, entry) => sum + (entry.kind === 'commit' ? entry.data.quarters : 0), 0);
    tell(0, of);
    try {
      const replaying = replayFaults(folder.scenario, run);
      for (let step = replaying.next(); ; step = replaying.next()) {
        if (step.done) return step.value.length > 0 ? failed('badFile', { errors: step.value }) : read;
        tell(step.value, of);
        await this.#breath();
        if (this.#stopped) return failed('cancelled');
      }
    } catch (cause) {
      // What a file from elsewhere makes the engine throw is the file's fault, not the page's end.
      return failed('badFile', { errors: [{ code: 'unplayable', at: '' }], cause });
    }
  }

  stop(): void {
    this.#stopped = true;
  }
}
