import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCommandLine } from '../../src/cli/commandLine.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/^ {4}npm run -s rapport -- (.+)$/gm)].map(([, line]) => line!);

test('the README shows every command', () => {
  expect(new Set(examples.map((line) => line.split(' ')[0]))).toEqual(
    new Set(['new', 'schema', 'check', 'simulate', 'verify', 'league', 'balance', 'facts', 'bench', 'coverage']),
  );
});

test.each(examples)('an example of the README is a command that exists, with options that exist: %s', async (line) => {
  let out = '';
  const code = await runCommandLine([...line.split(' '), '--help'], {
    out: (text) => void (out += text),
    err: (text) => void (out += text),
  });
  expect(code, out).toBe(0);
});
