import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root });

/** Rules that a screen with this source breaks. */
async function broken(source: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(source, { filePath: 'src/ui/parts/Probe.svelte' });
  return result.messages.map(({ ruleId }) => ruleId);
}

const script = (line: string): string =>
  `<script lang="ts">\n  const text: string = location.hash;\n  ${line}\n</script>\n\n<p>{text}</p>\n`;

test.each([
  ['svelte/no-at-html-tags', '<script lang="ts">\n  const { text }: { text: string } = $props();\n</script>\n\n<p>{@html text}</p>\n'],
  ['no-restricted-properties', script('document.body.innerHTML = text;')],
  ['no-restricted-properties', script("document.body['outerHTML'] = text;")],
  ['no-restricted-properties', script("document.body.insertAdjacentHTML('beforeend', text);")],
  ['no-eval', script('eval(text);')],
  ['no-new-func', script('new Function(text)();')],
  ['no-script-url', script("location.href = 'javascript:text';")],
])('%s refuses a screen that turns text into something else', async (rule, source) => {
  expect(await broken(source)).toContain(rule);
});

test('a screen that shows text as text passes', async () => {
  expect(await broken(script('document.title = text;'))).toEqual([]);
});

test('no screen writes markup from text, whatever its comments say to the linter', () => {
  const screens = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'));
  expect(screens.length).toBeGreaterThan(20);
  expect(screens.filter((name) => /\{@html|eslint-disable/.test(readFileSync(join(root, 'src', name), 'utf8')))).toEqual([]);
});
