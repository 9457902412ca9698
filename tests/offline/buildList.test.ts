import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Build } from '../../src/offline/build.ts';
import { writeServiceWorker } from '../../tools/vite-service-worker.ts';

const html = '<html><head><title>App</title><script src="./assets/open-1.js"></script><link href="./assets/look-1.css"></head></html>';
const facts = { app: '1.0.0', epoch: 9 };
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rapport-list-'));
  for (const folder of ['assets', '.vite']) mkdirSync(join(dir, folder));
  const files = {
    'index.html': html,
    'assets/a-late-1.js': 'late',
    'assets/open-1.js': 'open',
    'assets/look-1.css': 'look',
    '.vite/manifest.json': '{}',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(dir, path), text);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function listed(): Build {
  writeServiceWorker(dir, facts, 'code;\n');
  const [first, ...code] = readFileSync(join(dir, 'service-worker.js'), 'utf8').split('\n');
  expect(code).toEqual(['code;', '']);
  return JSON.parse(first.replace(/^const rapportBuild=|;$/g, '')) as Build;
}
const pageText = (): string => readFileSync(join(dir, 'index.html'), 'utf8');

test('every file of the build stands in the list, the page and what it opens with first, those of the build tool left out', () => {
  const { files, shell, app, epoch } = listed();
  expect({ app, epoch }).toEqual(facts);
  expect(files.map(({ path }) => path)).toEqual(['', 'assets/look-1.css', 'assets/open-1.js', 'assets/a-late-1.js']);
  expect(shell).toBe(3);
  expect(files.at(-1)).toEqual({
    path: 'assets/a-late-1.js',
    integrity: `sha256-${createHash('sha256').update('late').digest('base64')}`,
    bytes: 4,
  });
  expect(files[0].bytes).toBe(pageText().length);
});

test('the page bears the id of its build, which is the same for the same files and another when one of them changes', () => {
  const { id } = listed();
  expect(pageText()).toContain(`<meta name="rapport-build" content="${id}" />`);
  expect(listed().id).toBe(id);
  writeFileSync(join(dir, 'assets/a-late-1.js'), 'lite');
  const changed = listed().id;
  expect(changed).not.toBe(id);
  expect(pageText()).toContain(`content="${changed}"`);
  expect(pageText()).not.toContain(id);
});

test('a page that names a file which the build lacks, or that has no place for the mark, is refused', () => {
  rmSync(join(dir, 'assets/open-1.js'));
  expect(listed).toThrow('not in the build');
  writeFileSync(join(dir, 'index.html'), '<html></html>');
  expect(listed).toThrow('no <title>');
});
