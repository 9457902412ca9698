/** Whether decisions may be added to a run: what could not be read back must never be saved. */

import { appendEntries, newRun, openQuarter, type Maker } from '../game/chain.ts';
import type { EntryData, RunFile } from '../game/run.ts';
import { noteLookedAhead } from '../game/lookedAhead.ts';
import { mostRunBytes, parseRun, writeRun } from '../game/runFile.ts';
import { mostEntries } from '../game/runSchema.ts';
import { utf8Length } from '../sim/utf8.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { segmentIdsOf } from './loadRun.ts';
import { done, failed, type Outcome } from './outcome.ts';

/** Bytes of a run file left for digests and the claimed score. */
const reserve = 2048;

/**
 * The run with the decisions in it. Codes: `ended`, `illegal` with errors, `tooLong`.
 * @param seen last quarter of this future that was simulated so far
 */
export function extended(
  run: RunFile,
  decisions: readonly EntryData[],
  maker: Maker,
  folder: ScenarioFolder,
  seen: number,
): Outcome<RunFile> {
  const over = openQuarter(run, maker.firm) > folder.scenario.quarters;
  if (over && decisions.some(({ kind }) => kind !== 'note')) return failed('ended');
  // The decisions alone, as a small run, go through the reader of run files.
  const parsed = parseRun(writeRun(appendEntries(newRun(run), decisions, maker)), segmentIdsOf(folder));
  if (!parsed.ok) return failed('illegal', { errors: parsed.errors });
  const next = noteLookedAhead(appendEntries(run, decisions, maker), seen);
  if (utf8Length(writeRun(next)) > mostRunBytes - reserve || next.entries.length > mostEntries) return failed('tooLong');
  return done(next);
}
