/** Scenarios on disk: named by id (those that ship with Rapport) or by the path of a folder, of a .zip file or of a lone scenario.yaml. */

import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mostArchiveBytes, type Files } from '../scenario/archive.ts';
import type { Coded, Parsed } from '../scenario/coded.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { isArchive, readScenarioFile, readScenarioFolder } from '../scenario/scenarioFile.ts';
import { mostBytes } from '../scenario/yamlTree.ts';
import { UsageError } from './command.ts';

/** More files than a scenario can have; the parser says so. */
const mostFiles = 200;

/** A folder of the project, looked for beside the sources or above the bundle. Throws a UsageError when there is none. */
export function folderAbove(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, name);
    if (existsSync(candidate)) return candidate;
  }
  throw new UsageError('noFolder', { name });
}

/** The folder of the scenarios that ship with Rapport. */
export const shippedRoot = (): string => folderAbove('scenarios');

/** Ids of the scenarios that ship with Rapport, in order of code unit. */
export function shippedIds(): string[] {
  const root = shippedRoot();
  return readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'scenario.yaml')))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** What an id or a path names. Throws a UsageError when there is none. */
function scenarioPath(idOrPath: string): string {
  if (/^[a-z][a-zA-Z0-9-]{0,39}$/.test(idOrPath)) {
    const shipped = join(shippedRoot(), idOrPath);
    if (existsSync(shipped)) return shipped;
  }
  const path = resolve(idOrPath);
  if (!existsSync(path)) throw new UsageError('noSuchScenario', { name: idOrPath, ids: shippedIds().join(' ') });
  return path;
}

/** Bytes of a file, one more than `most` at most: what is too large is told, not read. */
function bytesOf(path: string, most: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(statSync(path).size, most + 1));
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** Every file of a scenario folder by its path inside, with / between the parts; hidden files are left out. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const visit = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || files.size >= mostFiles) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) files.set(relative(folder, path).split(sep).join('/'), bytesOf(path, mostBytes));
    }
  };
  visit(folder);
  return files;
}

/** A scenario as it was read, `alone` where scenario.yaml came without its folder. */
export interface ReadScenario {
  id: string;
  alone: boolean;
  parsed: Parsed<ScenarioFolder>;
}

/** Reads a folder, a .zip file or a lone scenario.yaml by the rules of the app. Throws a UsageError when there is nothing of that name. */
export function readScenario(idOrPath: string): ReadScenario {
  const path = scenarioPath(idOrPath);
  const name = basename(path);
  const whole = statSync(path).isDirectory();
  const files: Files = whole ? readFolder(path) : new Map([[name, bytesOf(path, mostArchiveBytes)]]);
  const parsed = parsedOnce(path, files, () => (whole ? readScenarioFolder(files) : parsedFile(files.get(name)!, name)));
  const alone = !whole && !isArchive(files.get(name)!, name);
  return { id: parsed.ok ? parsed.value.scenario.id : name.replace(/\.(zip|ya?ml)$/i, ''), alone, parsed };
}

function parsedFile(bytes: Uint8Array, name: string): Parsed<ScenarioFolder> {
  const reading = readScenarioFile(bytes, name);
  for (let step = reading.next(); ; step = reading.next()) if (step.done) return step.value;
}

/** What was parsed last of each path: a class of runs asks for the same scenario again and again. */
const lastParsed = new Map<string, { files: Files; parsed: Parsed<ScenarioFolder> }>();

function parsedOnce(path: string, files: Files, parse: () => Parsed<ScenarioFolder>): Parsed<ScenarioFolder> {
  const last = lastParsed.get(path);
  if (last?.files.size === files.size && [...files].every(([name, bytes]) => sameBytes(last.files.get(name), bytes))) return last.parsed;
  const parsed = parse();
  lastParsed.set(path, { files, parsed });
  return parsed;
}

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && Buffer.compare(a, b) === 0;

/** The scenario to play. Throws a UsageError that names the first thing wrong with it. */
export function goodScenario(idOrPath: string): ScenarioFolder {
  const { parsed } = readScenario(idOrPath);
  if (parsed.ok) return parsed.value;
  throw new UsageError('badScenario', { name: idOrPath, first: placeOf(parsed.errors[0]!) });
}

/** file:line:column: code at path, as far as each is known. */
export function placeOf({ file, line, column, at, code }: Coded): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, code, at].filter((part) => part !== '').join(' ');
}
