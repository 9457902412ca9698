/** Reads a scenario file, a lone scenario.yaml or a zipped folder, here or in a worker. */

import { done, failed, type Outcome } from '../../saves/outcome.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import { readScenarioFile } from '../../scenario/scenarioFile.ts';

/** Tells how many files of an archive are unpacked, and of how many; once all are, the scenario is being checked. */
export type FirmProgress = (unpacked: number, of: number) => void;

export class FirmCheck {
  readonly #breath: () => Promise<void>;
  #stopped = false;

  /** @param breath lets other work in between two files */
  constructor(breath: () => Promise<void> = () => Promise.resolve()) {
    this.#breath = breath;
  }

  /** Answers once whoever reads is there. */
  started(): boolean {
    return true;
  }

  /** Codes: `badFirm` with what is wrong and where; `cancelled` after `stop`. @param name of the file, for what is said of it */
  async read(bytes: Uint8Array, name: string, tell: FirmProgress): Promise<Outcome<ScenarioFolder>> {
    const reading = readScenarioFile(bytes, name);
    while (!this.#stopped) {
      const step = reading.next();
      if (step.done) return step.value.ok ? done(step.value.value) : failed('badFirm', { errors: step.value.errors });
      tell(step.value.done, step.value.of);
      await this.#breath();
    }
    return failed('cancelled');
  }

  stop(): void {
    this.#stopped = true;
  }
}
