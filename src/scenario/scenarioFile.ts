/** A scenario as it comes from outside, a lone scenario.yaml, a zipped folder or a folder, as bytes: the same rules in the app and on the command line. */

import { decodeUtf8 } from '../sim/utf8.ts';
import { byTheSystem, mostTotalBytes, unpack, type Files } from './archive.ts';
import type { Coded, Parsed } from './coded.ts';
import { parseScenario, scenarioFile, type ScenarioFolder } from './parseScenario.ts';
import { mostBytes } from './yamlTree.ts';
import { beginsAsZip } from './zipDirectory.ts';

/** Whether a file is read as an archive: by what it begins with, or by its name. */
export const isArchive = (bytes: Uint8Array, name: string): boolean => beginsAsZip(bytes) || /\.zip$/i.test(name);

/**
 * Reads a lone scenario.yaml or a zipped folder; each step yields how many files of an archive are unpacked, and of how many. Never throws.
 * Codes: those of `unpack`, of `parseScenario`, and `notUtf8`.
 * @param name of the file: a lone one is called so in what is said of it
 */
export function* readScenarioFile(bytes: Uint8Array, name: string): Generator<{ done: number; of: number }, Parsed<ScenarioFolder>> {
  if (!isArchive(bytes, name)) {
    const parsed = parseFiles(new Map([[scenarioFile, bytes]]), 'alone');
    return parsed.ok ? parsed : { ok: false, errors: parsed.errors.map((error) => ({ ...error, file: name })) };
  }
  const files = yield* unpack(bytes);
  if (!files.ok) return files;
  yield { done: files.value.size, of: files.value.size };
  return parseFiles(files.value, 'folder');
}

/** Reads the files of a folder, which may hold no more than an archive does. Never throws. */
export function readScenarioFolder(files: Files): Parsed<ScenarioFolder> {
  const own = new Map([...files].filter(([name]) => !byTheSystem.test(name)));
  let total = 0;
  for (const [file, { length }] of own) {
    total += length;
    if (length > mostBytes) return { ok: false, errors: [{ code: 'fileTooLarge', at: '', file, values: { most: mostBytes } }] };
    if (total > mostTotalBytes) return { ok: false, errors: [{ code: 'zipTotal', at: '', file, values: { most: mostTotalBytes } }] };
  }
  return parseFiles(own, 'folder');
}

function parseFiles(files: Files, form: 'folder' | 'alone'): Parsed<ScenarioFolder> {
  const texts = new Map<string, string>();
  const errors: Coded[] = [];
  for (const [file, bytes] of files) {
    const text = decodeUtf8(bytes);
    if (text === null) errors.push({ code: 'notUtf8', at: '', file });
    else texts.set(file, text);
  }
  return errors.length > 0 ? { ok: false, errors } : parseScenario(texts, form);
}
