/**
 * Vite plugin: lists every file of the build with its hash, writes the service worker with that list, and marks the page with the id of the
 * build. A page without the mark, as the development server gives it, has no service worker.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';
import type { Build, BuildFile } from '../src/offline/build.ts';

const workerFile = 'service-worker.js';
const mark = /\n *<meta name="rapport-build" content="[^"]*" \/>/;

/** What the list says of the app besides its files. */
export type BuildFacts = Pick<Build, 'app' | 'epoch'>;

/** @param root folder with src */
export function serviceWorker(root: string, facts: BuildFacts): Plugin {
  return {
    name: 'rapport-service-worker',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('the build has no folder to write the service worker to');
      writeServiceWorker(dir, facts, await workerCode(root));
    },
  };
}

/** Marks the page in the folder of a build and writes its service worker beside it. @param code the worker without its list */
export function writeServiceWorker(dir: string, facts: BuildFacts, code: string): void {
  const page = join(dir, 'index.html');
  const html = readFileSync(page, 'utf8').replace(mark, '');
  const others = builtFiles(dir);
  const id = hash(html + others.map(({ path, integrity }) => `\n${path} ${integrity}`).join(''), 'hex').slice(0, 16);
  const marked = html.replace('</title>', `</title>\n    <meta name="rapport-build" content="${id}" />`);
  if (marked === html) throw new Error('index.html has no <title> to put the mark of the build behind');
  writeFileSync(page, marked);
  const shell = new Set([...html.matchAll(/(?:href|src)="\.\/([^"]+)"/g)].map(([, path]) => path));
  const opening = others.filter(({ path }) => shell.has(path));
  if (opening.length < shell.size) throw new Error('index.html names a file that is not in the build');
  const files = [entry('', readFileSync(page)), ...opening, ...others.filter(({ path }) => !shell.has(path))];
  const listed: Build = { id, ...facts, shell: 1 + opening.length, files };
  writeFileSync(join(dir, workerFile), `const rapportBuild=${JSON.stringify(listed)};\n${code}`);
}

/** All files but the page, the worker itself, and what serves the build alone. */
function builtFiles(dir: string): BuildFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => relative(dir, join(found.parentPath, found.name)).split(sep).join('/'))
    .filter((path) => path !== 'index.html' && path !== workerFile && !path.startsWith('.'))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => entry(path, readFileSync(join(dir, path))));
}

const entry = (path: string, bytes: Buffer): BuildFile => ({ path, integrity: `sha256-${hash(bytes, 'base64')}`, bytes: bytes.length });

const hash = (bytes: string | Buffer, form: 'hex' | 'base64'): string => createHash('sha256').update(bytes).digest(form);

/** A plain script: not every browser takes modules here. */
async function workerCode(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      copyPublicDir: false,
      lib: { entry: 'src/offline/serviceWorker.ts', formats: ['iife'], name: 'rapportServiceWorker', fileName: () => workerFile },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the service worker was not built');
  return chunk.code;
}
