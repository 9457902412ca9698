/** `rapport check PATHS..`: whether scenario folders are whole and right. */

import type { Coded } from '../scenario/coded.ts';
import { word } from '../text/words.ts';
import type { Command } from './command.ts';
import { placeOf, readScenario, shippedIds } from './scenarioFiles.ts';

interface CheckedScenario {
  path: string;
  id: string;
  ok: boolean;
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
  const { id, parsed } = readScenario(path);
  const errors: Coded[] = parsed.ok ? [] : [...parsed.errors];
  // A run can only be scored between anchors, and expected.json names them.
  if (parsed.ok && parsed.value.expected === null) errors.push({ code: 'anchorsMissing', at: 'anchors', file: 'expected.json' });
  return {
    path,
    id,
    ok: errors.length === 0,
    errors: errors.map((error) => ({ ...error, message: word('code', error.code, error.values) })),
  };
}

function linesOf({ path, id, ok, errors }: CheckedScenario): string[] {
  const verdict = ok ? word('cli', 'check.good', { id, path }) : word('cli', 'check.bad', { id, path, count: errors.length });
  return [verdict, ...errors.map((error) => `  ${placeOf(error)}: ${error.message}`)];
}
