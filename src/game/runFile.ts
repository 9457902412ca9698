/** A run as a file: written as JSON, read back strictly. Whatever the file holds, reading answers a run or coded errors. */

import { formatPath, type Coded, type Path } from '../scenario/coded.ts';
import type { Tree } from '../scenario/yamlTree.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import { headerOf } from './chain.ts';
import { placeOf, readJson } from './jsonReader.ts';
import { checkLookedAhead } from './lookedAhead.ts';
import type { RunFile } from './run.ts';
import { runSchema, segmentsNamed } from './runSchema.ts';
import { decodeUtf8, utf8Length } from '../sim/utf8.ts';

/** Largest run file, in bytes of UTF-8. */
export const mostRunBytes = 256 * 1024;
const mostDepth = 20;
/** More errors than this are not listed. */
const mostErrors = 50;

export type ParsedRun = { ok: true; run: RunFile } | { ok: false; errors: readonly Coded[] };

/**
 * Reads a run file. Form, sizes and the values of every decision are checked here; whether the chain holds is told by `chainErrors`,
 * whether a decision was legal when it was made by the replay.
 * @param segmentIds segments of the scenario; without them, the ids that the file itself uses must agree with each other
 */
export function parseRun(bytes: Uint8Array | string, segmentIds?: readonly string[]): ParsedRun {
  const size = typeof bytes === 'string' ? utf8Length(bytes) : bytes.length;
  if (size > mostRunBytes) return { ok: false, errors: [{ code: 'fileTooLarge', at: '', values: { actual: size, most: mostRunBytes } }] };
  const text = typeof bytes === 'string' ? bytes : decodeUtf8(bytes);
  if (text === null) return { ok: false, errors: [{ code: 'notUtf8', at: '' }] };
  const read = readJson(text, mostDepth);
  if (!read.ok) return read;
  const errors: Coded[] = [];
  const add = (code: string, path: Path, values?: Coded['values']): void => {
    if (errors.length < mostErrors) {
      errors.push({ code, at: formatPath(path), ...placeOf(text, read.tree, path), ...(values && { values }) });
    }
  };
  const run = checkedRun(read.tree, segmentIds, add);
  return run === null ? { ok: false, errors } : { ok: true, run };
}

/** The run as a file: one entry a line, keys in order, so that two runs can be compared line by line. */
export function writeRun(run: RunFile): string {
  const { head, entries, digests, claimed, lookedAhead } = run;
  const lists = { digests: list(digests), entries: list(entries) };
  const lines = Object.entries({ ...headerOf(run), head, ...(claimed && { claimed }), ...(lookedAhead && { lookedAhead }) })
    .map(([key, value]) => `${JSON.stringify(key)}: ${canonicalJson(value)}`)
    .concat(Object.entries(lists).map(([key, text]) => `${JSON.stringify(key)}: ${text}`));
  return `{\n  ${lines.join(',\n  ')}\n}\n`;
}

function list(items: readonly unknown[]): string {
  return items.length === 0 ? '[]' : `[\n    ${items.map(canonicalJson).join(',\n    ')}\n  ]`;
}

function checkedRun(
  tree: Tree,
  segmentIds: readonly string[] | undefined,
  add: (code: string, path: Path, values?: Coded['values']) => void,
): RunFile | null {
  let good = true;
  const run = runSchema(segmentIds ?? segmentsNamed(tree)).read(tree, [], {
    add(code, path, values) {
      good = false;
      add(code, path, values);
    },
  });
  if (run === undefined || !good) return null;
  const refuse = (code: string, path: Path, values: Coded['values']): void => {
    good = false;
    add(code, path, values);
  };
  checkOrder(run, (path, values) => refuse('outOfOrder', path, values));
  if (good) checkLookedAhead(run, refuse);
  return good ? run : null;
}

/** Every entry belongs to the quarter that is open for its firm when it is made. */
function checkOrder(run: RunFile, refuse: (path: Path, values: Coded['values']) => void): void {
  const open = new Map<string, number>();
  run.entries.forEach((entry, index) => {
    const quarter = open.get(entry.firm) ?? 1;
    if (entry.quarter !== quarter) refuse(['entries', index, 'quarter'], { actual: entry.quarter, required: quarter });
    if (entry.kind === 'commit') open.set(entry.firm, quarter + entry.data.quarters);
  });
}
