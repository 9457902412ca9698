import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'rapport-promises-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The wrong line of each rule, by the rule that refuses it; they need the types of what they call. */
const wrong = {
  'no-floating-promises': 'later();',
  'no-misused-promises': 'if (later()) throw new Error();',
  'await-thenable': 'await 5;',
  'switch-exhaustiveness-check': "switch (kind) { case 'a': throw new Error(); }",
  'only-throw-error': "if (kind === 'a') throw kind;",
};

test('a promise that nobody waits for, a union half handled and a thrown text are refused', () => {
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "lib": ["ES2023"], "types": [] } }');
  const head =
    "const later = (): Promise<boolean> => Promise.resolve(true);\nexport async function probe(kind: 'a' | 'b'): Promise<void> {\n";
  writeFileSync(join(folder, 'good.ts'), `${head}  if (await later()) throw new Error(kind);\n}\n`);
  for (const [rule, line] of Object.entries(wrong))
    writeFileSync(join(folder, `${rule}.ts`), `${head}  void kind; void later;\n  ${line}\n}\n`);
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--type-aware', '--format', 'json', '.'], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  const found = diagnostics.map(({ code, filename }) => `${filename} ${/\((.*)\)/.exec(code)![1]!}`);
  expect(found.sort()).toEqual(
    Object.keys(wrong)
      .map((rule) => `${rule}.ts ${rule}`)
      .sort(),
  );
});

test('no comment of the sources speaks to a linter', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(ts|svelte)$/.test(name) && !name.includes('generated'),
  );
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter((name) => /(es|ox)lint-disable/.test(readFileSync(join(root, 'src', name), 'utf8')))).toEqual([]);
});
