import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { bundle, scenarioFiles } from './bundle.ts';
import type { DigestRun } from './digestRun.ts';

const customers = 3000;

test('one run has the same digests in Node and in Chromium, quarter by quarter', async ({ page }) => {
  const file = await bundle('digestRun.ts');
  const engine = (await import(pathToFileURL(file).href)) as typeof import('./digestRun.ts');
  const files = scenarioFiles();
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
