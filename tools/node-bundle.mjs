/**
 * Bundles TypeScript of the project for Node, which runs none itself: once, kept under node_modules/.cache and keyed by a hash of the
 * sources. All parts of a bundle lie in one folder: a thread starts by `new Worker(new URL('./NAME.worker.js', import.meta.url))`. Each is
 * whole in itself: what one file exports to another is no constant to V8, which costs the loops over customers a tenth (measured).
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';

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

/** Builds into a folder of its own and renames it, so that two commands started together never read half a bundle. */
async function build(bundles, target, input, plugins) {
  const { build: viteBuild } = await import('vite');
  mkdirSync(bundles, { recursive: true });
  const draft = mkdtempSync(join(bundles, 'draft-'));
  for (const [name, file] of Object.entries(input)) {
    await viteBuild({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      plugins,
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: draft,
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        manifest: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { [name]: file },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', topLevelVar: false },
        },
      },
    });
  }
  for (const name of readdirSync(bundles)) if (!name.startsWith('draft-')) rmSync(join(bundles, name), { recursive: true, force: true });
  if (existsSync(target)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, target);
}

/** The threads and processes that the command line starts, by name of their file in the bundle. */
export function threadEntries() {
  const names = readdirSync(join(root, 'src/cli')).filter((name) => /[.](worker|process)[.]ts$/.test(name));
  return Object.fromEntries(names.map((name) => [name.replace(/\.ts$/, ''), join(root, 'src/cli', name)]));
}

/**
 * Folder of the bundle `name` with one NAME.js for each entry, built if anything has changed since the last time.
 * @param entries path of the TypeScript file by name; @param plugins Vite plugins beside those of the project
 */
export async function bundled(name, entries, plugins = []) {
  const bundles = join(cacheFolder, name);
  const target = join(bundles, bundleKey());
  if (!Object.keys(entries).every((entry) => existsSync(join(target, `${entry}.js`)))) await build(bundles, target, entries, plugins);
  return target;
}
