#!/usr/bin/env node
/**
 * The `rapport` command. Builds `src/cli/main.ts` and every `src/cli/*.worker.ts` once with Vite (a bundle for Node, kept under
 * node_modules/.cache and keyed by a hash of the sources) and runs it in this process, so exit code and streams are its own.
 * All parts of the bundle lie in one folder: a worker starts by `new Worker(new URL('./NAME.worker.js', import.meta.url))`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, root } from './paths.mjs';
import { setUp } from './setup.mjs';

const bundles = join(cacheFolder, 'cli');

/** Files whose change asks for a new bundle: sources and words, and what decides how they are built. Scenarios are read at run time. */
function sourceFiles() {
  const below = (folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .filter((path) => !path.includes(join('src', 'text', 'generated')));
  return [...below('src'), ...below('tools'), join(root, 'vite.config.ts'), join(root, 'package-lock.json')].sort();
}

function bundleKey() {
  const hash = createHash('sha256');
  for (const path of sourceFiles()) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 20);
}

function entries() {
  const names = readdirSync(join(root, 'src/cli')).filter((name) => name === 'main.ts' || name.endsWith('.worker.ts'));
  return Object.fromEntries(names.map((name) => [name.replace(/\.ts$/, ''), join(root, 'src/cli', name)]));
}

/** Builds into a folder of its own and renames it, so that two commands started together never read half a bundle. */
async function build(target) {
  const { build: viteBuild } = await import('vite');
  mkdirSync(bundles, { recursive: true });
  const draft = mkdtempSync(join(bundles, 'draft-'));
  await viteBuild({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: draft,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      manifest: false,
      copyPublicDir: false,
      rolldownOptions: { input: entries(), output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  });
  for (const name of readdirSync(bundles)) if (!name.startsWith('draft-')) rmSync(join(bundles, name), { recursive: true, force: true });
  if (existsSync(target)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, target);
}

await setUp('app');
const bundle = join(bundles, bundleKey());
if (!existsSync(join(bundle, 'main.js'))) await build(bundle);
await import(pathToFileURL(join(bundle, 'main.js')).href);
