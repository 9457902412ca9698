/**
 * Bundles `tests/browser/runFileOf.ts` with all that it imports into one file that Node loads: once for all workers, as Playwright's global
 * set-up. Where it stands is handed on in RAPPORT_RUN_FILES.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { cacheFolder, root } from './paths.mjs';

/** Answers what takes the bundle away again when the tests have ended. */
export default async function bundleRunFiles() {
  mkdirSync(cacheFolder, { recursive: true });
  // Below node_modules Playwright takes it as it is, and does not translate the whole engine once more in every worker.
  const outDir = mkdtempSync(join(cacheFolder, 'run-files-'));
  const name = 'runFileOf.mjs';
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      lib: { entry: 'tests/browser/runFileOf.ts', formats: ['es'], fileName: () => name },
      minify: false,
      copyPublicDir: false,
    },
  });
  process.env.RAPPORT_RUN_FILES = join(outDir, name);
  return () => rmSync(outDir, { recursive: true, force: true });
}
