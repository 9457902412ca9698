/** The corpus of the engine epoch from the command line: node tools/corpus.mjs [--first]. */

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { refreshCorpus } from './corpus.ts';

/** @param root folder of the project; @returns whether epoch and digests agree */
export function runCorpus(root: string, argv: readonly string[]): boolean {
  const { values } = parseArgs({ args: [...argv], options: { first: { type: 'boolean' } } });
  const { good, text } = refreshCorpus(join(root, 'tests/game/corpus'), values.first ? goodScenario('voras-bank') : null, ENGINE_EPOCH);
  console.log(text);
  return good;
}
