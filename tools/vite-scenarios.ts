/** Vite plugin: the scenario folders as the module virtual:scenarios, parsed once at build, one lazy chunk a scenario. */

import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { parseScenario, type ScenarioFolder } from '../src/scenario/parseScenario.ts';
import { scenarioCard, type ScenarioCard } from '../src/scenario/scenarioCard.ts';
import { readScenarioFolder, scenarioFolders } from './scenario-folders.ts';

const listModule = 'virtual:scenarios';
/** Rollup's mark of a module that is no file. */
const mark = '\0';

/** `root`: the directory of the scenario folders. A folder that does not parse fails the build with path:line:column and code. */
export function scenarios(root: string): Plugin {
  return {
    name: 'rapport-scenarios',
    resolveId: (id) => (id === listModule || id.startsWith(`${listModule}/`) ? mark + id : undefined),
    load(id) {
      if (!id.startsWith(mark + listModule)) return undefined;
      const folder = id.slice(mark.length + listModule.length + 1);
      const names = folder === '' ? scenarioFolders(root) : [folder];
      const parsed = names.map((name) => {
        const files = readScenarioFolder(join(root, name));
        for (const file of files.keys()) this.addWatchFile(join(root, name, file));
        return readOrFail(join(root, name), files);
      });
      return { code: folder === '' ? listCode(parsed) : dataCode(parsed[0]), moduleType: 'js' };
    },
  };
}

function readOrFail(folder: string, files: ReadonlyMap<string, string>): ScenarioFolder {
  const parsed = parseScenario(files);
  if (parsed.ok) {
    const { id } = parsed.value.scenario;
    if (basename(folder) !== id) throw new Error(`${folder}: the folder is not named by the scenario's id ${id}`);
    return parsed.value;
  }
  const lines = parsed.errors.map(({ code, at, file, line = 1, column = 1, values }) => {
    const details = values ? ` ${JSON.stringify(values)}` : '';
    return `${join(folder, file ?? '')}:${line}:${column} ${code} at ${at || 'the file'}${details}`;
  });
  throw new Error(`scenario folder ${folder} cannot be read\n${lines.join('\n')}`);
}

/** What a newcomer should open first stands first: by difficulty, then by the minutes of a class hour and of a whole run. */
const easiestFirst = (a: ScenarioCard, b: ScenarioCard): number =>
  a.difficulty - b.difficulty || a.minutes.classHour - b.minutes.classHour || a.minutes.full - b.minutes.full || (a.id < b.id ? -1 : 1);

function listCode(folders: readonly ScenarioFolder[]): string {
  const cards = folders.map(({ scenario }) => scenarioCard(scenario)).sort(easiestFirst);
  const loaders = cards.map(({ id }) => `[${JSON.stringify(id)}, () => import(${JSON.stringify(`${listModule}/${id}`)})]`);
  return [
    `export const cards = ${literal(cards)};`,
    `const loaders = new Map([${loaders.join(', ')}]);`,
    'export async function load(id) {',
    '  const loader = loaders.get(id);',
    '  if (!loader) throw new RangeError(`no scenario is called ${id}`);',
    '  return (await loader()).default;',
    '}',
  ].join('\n');
}

const dataCode = (folder: ScenarioFolder): string => `export default ${literal(folder)};`;

/** A value as a call of JSON.parse, which engines read faster than an object literal. */
const literal = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
