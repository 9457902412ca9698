/** Reads a scenario file, a lone scenario.yaml or a zipped folder, here or in a worker. */

import { decodeUtf8 } from '../../game/utf8.ts';
import { done, failed, type Outcome } from '../../saves/outcome.ts';
import { unpack, type Files } from '../../scenario/archive.ts';
import type { Coded, Parsed } from '../../scenario/coded.ts';
import { parseScenario, scenarioFile, type ScenarioFolder } from '../../scenario/parseScenario.ts';
import { beginsAsZip } from '../../scenario/zipDirectory.ts';

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
    const zipped = beginsAsZip(bytes) || /\.zip$/i.test(name);
    const files = zipped ? await this.#unpacked(bytes, tell) : ({ ok: true, value: new Map([[scenarioFile, bytes]]) } as const);
    if (this.#stopped) return failed('cancelled');
    const texts = files.ok ? textsOf(files.value) : files;
    const parsed = texts.ok ? parseScenario(texts.value, zipped ? 'folder' : 'alone') : texts;
    if (parsed.ok) return done(parsed.value);
    // A lone file is called what the learner calls it.
    return failed('badFirm', { errors: zipped ? parsed.errors : parsed.errors.map((error) => ({ ...error, file: name })) });
  }

  stop(): void {
    this.#stopped = true;
  }

  async #unpacked(bytes: Uint8Array, tell: FirmProgress): Promise<Parsed<Files>> {
    const unpacking = unpack(bytes);
    for (let step = unpacking.next(); ; step = unpacking.next()) {
      if (step.done) {
        if (step.value.ok) tell(step.value.value.size, step.value.value.size);
        return step.value;
      }
      tell(step.value.done, step.value.of);
      await this.#breath();
      if (this.#stopped) return { ok: false, errors: [] };
    }
  }
}

function textsOf(files: Files): Parsed<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const errors: Coded[] = [];
  for (const [file, bytes] of files) {
    const text = decodeUtf8(bytes);
    if (text === null) errors.push({ code: 'notUtf8', at: '', file });
    else texts.set(file, text);
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: texts };
}
