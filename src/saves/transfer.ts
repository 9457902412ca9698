/** Runs as files: the durable copy that leaves the browser, and back. */

import type { RunFile } from '../game/run.ts';
import { writeRun } from '../game/runFile.ts';
import { insertRun } from './insertRun.ts';
import { readTexts, scenarioOf } from './loadRun.ts';
import { done, type Outcome } from './outcome.ts';
import type { FileReader } from './readingFiles.ts';
import type { Time } from './records.ts';
import { markExported } from './runs.ts';
import { runOfTexts } from './runText.ts';
import type { FindScenario } from './scenarioText.ts';
import type { Store } from './store.ts';

export interface RunFileText {
  /** File name of letters, digits and hyphens. */
  name: string;
  text: string;
  /** False when the store could not note that it was exported; the file is good all the same. */
  marked: boolean;
}

/** @param played quarters played, for the name */
export function fileOf(id: string, run: RunFile, played: number): Omit<RunFileText, 'marked'> {
  return { name: `rapport-${run.scenario.id}-${played}q-${id.slice(0, 6)}.json`, text: writeRun(run) };
}

/** Codes: those of the store; `notFound`; `damaged`. */
export async function exportRun(store: Store, id: string, at: Time): Promise<Outcome<RunFileText>> {
  const kept = await readTexts(store, id);
  if (!kept.ok) return kept;
  const run = runOfTexts(kept.value.texts);
  if (!run.ok) return run;
  const played = kept.value.mark?.played ?? 0;
  const marked = await markExported(store, id, { played, at });
  return done({ ...fileOf(id, run.value, played), marked: marked.ok });
}

/**
 * Keeps the run of a file under a new id; nothing that is kept is touched. Codes: those of the store; those of the reader;
 * `scenarioMissing`.
 */
export async function importRun(
  store: Store,
  bytes: Uint8Array | string,
  made: { id: string; at: Time },
  reader: FileReader,
  find?: FindScenario,
): Promise<Outcome<void>> {
  const scenario = await reader.begin(bytes);
  if (!scenario.ok) return scenario;
  const found = await scenarioOf(store, scenario.value, find);
  if (!found.ok) return found;
  const run = await reader.finish(found.value.folder);
  if (!run.ok) return run;
  return insertRun(store, { id: made.id, run: run.value, ...found.value, made: { at: made.at, how: 'import' } });
}
