/** Shows what is kept with one engine to a page that has another. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { cacheFolder, root } from './paths.mjs';

/**
 * Builds the app as if its engine had moved on.
 * @param base address of the app as it is
 * @returns makes every page of a browser context load that build from the same address, and so with what is kept there
 */
export async function otherEpoch(base) {
  const outDir = join(cacheFolder, 'other-epoch');
  await build({
    root,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: 'other-epoch',
        enforce: 'pre',
        transform: (code, id) => (id.endsWith('/src/game/epoch.ts') ? code.replace(/= \d+;/, '= 999;') : null),
      },
    ],
  });
  return (context) =>
    context.route(`${base}**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const path = join(outDir, pathname === '/' ? 'index.html' : pathname);
      return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
    });
}
