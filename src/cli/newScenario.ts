/** `rapport new FOLDER`: a small firm that plays and checks, to be changed into one's own. Writes files only where nothing stood before. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ENGINE_EPOCH } from '../game/epoch.ts';
import { expectedFile, scenarioFile } from '../scenario/parseScenario.ts';
import { isId } from '../scenario/scalars.ts';
import { word } from '../text/words.ts';
import { onePositional, UsageError, type Command } from './command.ts';
import { folderAbove, readFolder, shippedIds, shippedRoot } from './scenarioFiles.ts';

/** The id that the files of the template bear. */
const templateId = 'NEW-FIRM';
const template = join('src', 'cli', 'newScenario');
/** The playbooks of the template that anchor its score. */
const anchors = { worst: 'cheap-cups', stay: 'stay', best: 'textbook' };
const decoder = new TextDecoder();
const measuredAt = { customers: 5000, seeds: 30 };

export const newScenario: Command = {
  options: {},
  run(positionals) {
    const folder = resolve(onePositional(positionals, 'FOLDER'));
    const id = basename(folder);
    if (!isId(id)) throw new UsageError('badNewId', { id });
    if (shippedIds().includes(id)) throw new UsageError('takenId', { id });
    if (existsSync(folder)) throw new UsageError('folderExists', { folder });
    const written: string[] = [];
    for (const [name, text] of filesOf(id, folder)) {
      const file = join(folder, ...name.split('/'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: 'wx' });
      written.push(name);
    }
    const path = relative(process.cwd(), folder) || folder;
    const next = ['check', 'play', 'balance'].map((step) => `  ${word('cli', `new.${step}`, { path })}`);
    return { json: { id, folder, files: written }, lines: [word('cli', 'new.made', { path, count: written.length }), ...next], good: true };
  },
};

/** The files of a new folder by their path inside it. */
function filesOf(id: string, folder: string): ReadonlyMap<string, string> {
  const files = readFolder(folderAbove(template));
  const filled = new Map([...files].map(([name, bytes]) => [name, decoder.decode(bytes).replaceAll(templateId, id)]));
  for (const [name, text] of filled) filled.set(name, `${editorLine(name, folder)}${text}`);
  const expected = { epoch: ENGINE_EPOCH, anchors, ...measuredAt, worlds: {} };
  return filled.set(expectedFile, `${JSON.stringify(expected, null, 2)}\n`);
}

/** Tells editors where the schema lies, as seen from the file. */
function editorLine(name: string, folder: string): string {
  const schema = join(shippedRoot(), name === scenarioFile ? 'scenario.schema.json' : 'playbook.schema.json');
  const seen = relative(dirname(join(folder, ...name.split('/'))), schema)
    .split(sep)
    .join('/');
  return `# yaml-language-server: $schema=${seen}\n`;
}
