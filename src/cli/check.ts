/** `rapport check PATHS..`: whether scenarios, in folders, .zip files or scenario.yaml alone, are whole and right. */

import type { Coded } from '../scenario/coded.ts';
import { faultWords } from '../text/faultWords.ts';
import { word } from '../text/words.ts';
import type { Command } from './command.ts';
import { placeOf, readScenario, shippedIds } from './scenarioFiles.ts';

interface CheckedScenario {
  path: string;
  id: string;
  ok: boolean;
  /** Whether its runs can be scored. */
  scored: boolean;
  errors: readonly (Coded & { message: string })[];
}

export const check: Command = {
  options: {},
  run(positionals) {
    const items = (positionals.length > 0 ? positionals : shippedIds()).map(checked);
    const good = items.every(({ ok }) => ok);
    return { json: { ok: good, items }, lines: items.flatMap(linesOf), good };
  },
};

function checked(path: string): CheckedScenario {
  const { id, alone, parsed } = readScenario(path);
  const errors: Coded[] = parsed.ok ? [] : [...parsed.errors];
  const scored = parsed.ok && parsed.value.expected !== null;
  // A run can only be scored between anchors, and expected.json names them; a lone scenario.yaml is played without.
  if (parsed.ok && !scored && !alone) errors.push({ code: 'anchorsMissing', at: 'anchors', file: 'expected.json' });
  return { path, id, ok: errors.length === 0, scored, errors: errors.map((error) => ({ ...error, message: faultWords(error) })) };
}

function linesOf({ path, id, ok, scored, errors }: CheckedScenario): string[] {
  const verdict = ok
    ? word('cli', scored ? 'check.good' : 'check.unscored', { id, path })
    : word('cli', 'check.bad', { id, path, count: errors.length });
  return [verdict, ...errors.map((error) => `  ${placeOf(error)}: ${error.message}`)];
}
