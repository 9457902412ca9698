/** Reading run files: the part of an import that may take long, so that it can be done elsewhere than where the saves are. */

import { chainErrors } from '../game/chain.ts';
import type { RunFile } from '../game/run.ts';
import { unpackRun } from '../game/packed.ts';
import { parseRun, writeRun } from '../game/runFile.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { segmentIdsOf } from './loadRun.ts';
import { done, failed, type Outcome } from './outcome.ts';
import { codeIn } from './runCode.ts';

/** Reads one file; each call answers an outcome and none rejects. Code of both: `badFile` with what is wrong. */
export interface FileReader {
  /** Form and chain; answers what the run is played on. */
  begin(bytes: Uint8Array | string): Promise<Outcome<RunFile['scenario']>>;
  /** The whole run, held against the scenario that it names. */
  finish(folder: ScenarioFolder): Promise<Outcome<RunFile>>;
}

/** The run of a file, or of a code or link in a text, that is whole in form and chain. */
export function wholeRun(bytes: Uint8Array | string, folder?: ScenarioFolder): Outcome<RunFile> {
  const code = typeof bytes === 'string' ? codeIn(bytes) : null;
  const opened = code === null ? null : unpackRun(code);
  if (opened?.ok === false) return failed('badFile', { errors: opened.errors });
  // What was packed is read as a file would be, so that it is held against the same segments.
  const parsed = parseRun(opened ? writeRun(opened.run) : bytes, folder && segmentIdsOf(folder));
  if (!parsed.ok) return failed('badFile', { errors: parsed.errors });
  const broken = chainErrors(parsed.run);
  return broken.length > 0 ? failed('badFile', { errors: broken }) : done(parsed.run);
}

/** Reads here and now, and plays nothing again. */
export function plainReader(): FileReader {
  let file: Uint8Array | string = '';
  return {
    begin(bytes) {
      file = bytes;
      const run = wholeRun(bytes);
      return Promise.resolve(run.ok ? done(run.value.scenario) : run);
    },
    finish: (folder) => Promise.resolve(wholeRun(file, folder)),
  };
}
