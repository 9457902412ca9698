/** `rapport schema FILE`: what an editor needs to help while a scenario or a playbook is written. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describedFiles, schemaDocument } from '../scenario/schemaExport.ts';
import { onePositional, UsageError, type Command } from './command.ts';
import { fieldNotes } from './fieldNotes.ts';
import { folderAbove } from './scenarioFiles.ts';

export const schema: Command = {
  options: {},
  run(positionals) {
    const name = onePositional(positionals, 'FILE');
    const file = describedFiles.find((each) => each === name);
    if (file === undefined) throw new UsageError('noSuchSchema', { name, files: describedFiles.join(' ') });
    const notes = fieldNotes(readFileSync(join(folderAbove('docs'), 'scenarios.md'), 'utf8'), file);
    const json = schemaDocument(file, notes);
    return { json, lines: JSON.stringify(json, null, 2).split('\n'), good: true };
  },
};
