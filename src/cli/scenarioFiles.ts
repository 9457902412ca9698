/** Scenarios on disk: named by id (those that ship with Rapport) or by the path of their folder. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Coded, Parsed } from '../scenario/coded.ts';
import { parseScenario, type ScenarioFolder } from '../scenario/parseScenario.ts';
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

/** The folder that an id or a path names. Throws a UsageError when there is none. */
export function scenarioFolder(idOrPath: string): string {
  if (/^[a-z][a-zA-Z0-9-]{0,39}$/.test(idOrPath)) {
    const shipped = join(shippedRoot(), idOrPath);
    if (existsSync(shipped)) return shipped;
  }
  const path = resolve(idOrPath);
  if (!existsSync(path)) throw new UsageError('noSuchScenario', { name: idOrPath, ids: shippedIds().join(' ') });
  return statSync(path).isDirectory() ? path : dirname(path);
}

/** Every file of a scenario folder as text by its path inside, with / between the parts; hidden files are left out. */
export function readFolder(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || files.size >= mostFiles) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    }
  };
  visit(folder);
  return files;
}

/** A scenario folder, read and parsed. */
export function readScenario(idOrPath: string): { folder: string; id: string; parsed: Parsed<ScenarioFolder> } {
  const folder = scenarioFolder(idOrPath);
  const parsed = parsedOnce(folder, readFolder(folder));
  return { folder, id: parsed.ok ? parsed.value.scenario.id : basename(folder), parsed };
}

/** What was parsed last of each folder: a class of runs asks for the same scenario again and again. */
const lastParsed = new Map<string, { files: Map<string, string>; parsed: Parsed<ScenarioFolder> }>();

function parsedOnce(folder: string, files: Map<string, string>): Parsed<ScenarioFolder> {
  const last = lastParsed.get(folder);
  if (last?.files.size === files.size && [...files].every(([name, text]) => last.files.get(name) === text)) return last.parsed;
  const parsed = parseScenario(files);
  lastParsed.set(folder, { files, parsed });
  return parsed;
}

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
