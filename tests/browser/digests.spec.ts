import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import type { DigestRun } from './digestRun.ts';

const folder = 'scenarios/voras-bank';
const customers = 3000;

function filesOf(): Record<string, string> {
  const files: Record<string, string> = { 'scenario.yaml': readFileSync(`${folder}/scenario.yaml`, 'utf8') };
  for (const name of readdirSync(`${folder}/playbooks`)) files[`playbooks/${name}`] = readFileSync(`${folder}/playbooks/${name}`, 'utf8');
  return files;
}

/** The engine as one file that a page and Node can both load. */
async function bundle(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'rapport-digests-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, lib: { entry: 'tests/browser/digestRun.ts', formats: ['es'], fileName: () => 'digestRun.mjs' }, minify: false },
  });
  // Outside the project only the ending tells Node that it is a module.
  return join(outDir, 'digestRun.mjs');
}

test('one run has the same digests in Node and in Chromium, quarter by quarter', async ({ page }) => {
  const file = await bundle();
  const engine = (await import(pathToFileURL(file).href)) as typeof import('./digestRun.ts');
  const files = filesOf();
  await page.route('**/digestRun.js', (route) => route.fulfill({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') }));
  await page.goto('/');
  for (const playbook of ['textbook', 'leap']) {
    const here = engine.playDigests(files, playbook, 1, customers);
    const there = await page.evaluate(
      async ([given, name, count]) => {
        const address = new URL('digestRun.js', document.baseURI).href;
        const loaded = (await import(address)) as { playDigests(...args: unknown[]): DigestRun };
        return loaded.playDigests(given, name, 1, count);
      },
      [files, playbook, customers] as const,
    );
    const version = page.context().browser()?.version() ?? 'unknown';
    const last = { playbook, chromium: version, inNode: here.digests.at(-1), inChromium: there.digests.at(-1) };
    test.info().annotations.push({ type: 'digest', description: JSON.stringify(last) });
    expect(here.digests).toHaveLength(16);
    expect(new Set(here.digests).size).toBe(16);
    expect(there).toEqual(here);
  }
});
