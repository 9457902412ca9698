/**
 * The floors of plain rules, translated file by file for Node: Vitest reads every constant of another file through a getter, which makes the
 * loops over customers three times as slow, and nearly all tests play markets. Only for `vitest run`: who watches wants to see his changes.
 * Kept under node_modules/.cache, keyed by a hash of the sources.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { cacheFolder, root } from './paths.mjs';

const floors = ['sim', 'company', 'scenario', 'game'];
const source = join(root, 'src');
const engines = join(cacheFolder, 'test-engine');

function sourceFiles() {
  return floors
    .flatMap((floor) => readdirSync(join(source, floor), { recursive: true }).map((name) => join(source, floor, name)))
    .filter((path) => path.endsWith('.ts'))
    .sort();
}

function folderNow() {
  const hash = createHash('sha256');
  for (const path of [...sourceFiles(), import.meta.filename])
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return join(engines, hash.digest('hex').slice(0, 20));
}

const anHour = 3_600_000;

/** Another run of the tests may still read what was translated for it. */
function clearOld() {
  for (const name of readdirSync(engines)) {
    const folder = join(engines, name);
    if (Date.now() - statSync(folder).mtimeMs > anHour) rmSync(folder, { recursive: true, force: true });
  }
}

/** Translates what has changed; as Vitest's global set-up. */
export default async function buildEngine() {
  const target = folderNow();
  if (existsSync(target)) return;
  const { build } = await import('vite');
  mkdirSync(engines, { recursive: true });
  const draft = mkdtempSync(join(engines, 'draft-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: draft,
      target: 'node20',
      minify: false,
      sourcemap: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(sourceFiles().map((path) => [relative(source, path).replace(/\.ts$/, ''), path])),
        output: { preserveModules: true, preserveModulesRoot: source, entryFileNames: '[name].mjs', topLevelVar: false },
      },
    },
  });
  clearOld();
  if (existsSync(target)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, target);
}

/** Vite plugin that leads imports of the floors to what was translated. */
export function testEngine() {
  const target = folderNow();
  return {
    name: 'rapport-test-engine',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!id.startsWith('.') || !id.endsWith('.ts') || importer === undefined) return undefined;
      const path = relative(source, resolve(dirname(importer.replace(/\?.*$/, '')), id));
      if (!floors.some((floor) => path.startsWith(`${floor}/`))) return undefined;
      return { id: join(target, path.replace(/\.ts$/, '.mjs')), external: true };
    },
  };
}
