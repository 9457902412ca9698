/**
 * Vite plugin: licenses.txt with the licence of every package that has code in the build, and the licence of the typefaces. Workers are
 * built apart, so the plugin comes in two: one for the page, which writes the files, and one for the workers, which only takes note.
 */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Code that the tools themselves put into a build, by the id of its module. */
const writtenByTools: readonly [RegExp, string][] = [
  [/^\0?vite\/|^\0vite/, 'vite'],
  [/^\0?rolldown\//, 'rolldown'],
  [/\/src\/text\/generated\//, '@inlang/paraglide-js'],
];

const fontLicence = 'src/ui/fonts/OFL.txt';

export interface LicencePlugins {
  page: Plugin;
  /** A new one for each build of a worker. */
  worker: () => Plugin;
}

/** @param root folder with package.json, LICENSE and node_modules */
export function licences(root: string): LicencePlugins {
  const folders = new Set<string>();
  const note: NonNullable<Plugin['generateBundle']> = (_options, bundle) => {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk') continue;
      for (const [id, { renderedLength }] of Object.entries(output.modules)) {
        const folder = renderedLength > 0 ? packageFolder(id, root) : null;
        if (folder !== null) folders.add(folder);
      }
    }
  };
  const files = (): [name: string, text: () => string][] => [
    ['licenses.txt', () => licenceText(root, folders)],
    ['fonts-OFL.txt', () => readFileSync(join(root, fontLicence), 'utf8')],
  ];
  return {
    worker: () => ({ name: 'rapport-licences-of-worker', generateBundle: note }),
    page: {
      name: 'rapport-licences',
      generateBundle(...bundle) {
        note.apply(this, bundle);
        for (const [fileName, text] of files()) this.emitFile({ type: 'asset', fileName, source: text() });
      },
      configureServer({ middlewares }) {
        for (const [name, text] of files()) {
          middlewares.use(`/${name}`, (_request, response) => {
            response.setHeader('content-type', 'text/plain; charset=utf-8');
            response.end(text());
          });
        }
      },
    },
  };
}

/** Folder of the package that a module belongs to; null for our own. */
export function packageFolder(id: string, root: string): string | null {
  const tool = writtenByTools.find(([pattern]) => pattern.test(id));
  if (tool) return join(root, 'node_modules', tool[1]);
  const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
  return folder ?? null;
}

/** Rapport's own licence, then those of the packages by name. */
export function licenceText(root: string, folders: ReadonlySet<string>): string {
  const own = `Rapport\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`;
  const others = [...folders].sort((a, b) => (a < b ? -1 : 1)).map(packageLicence);
  return [own, ...others].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
}

/** Name, version, kind and text of a licence. Throws for a package that has neither kind nor text. */
function packageLicence(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const file = licenceFile(folder);
  if (license === undefined && file === null) throw new Error(`the package ${name} names no licence`);
  const maker = typeof author === 'string' ? author : author?.name;
  const head = [`${name} ${version}`, license, maker].filter((part) => part !== undefined).join(', ');
  if (file === null) return head;
  // Some tools list the licences of all they are made of behind their own; that code does not come into a build.
  const [text] = readFileSync(file, 'utf8').split(/^#* *Licenses of bundled dependencies/m);
  return `${head}\n\n${text.trim()}`;
}

function licenceFile(folder: string): string | null {
  if (!existsSync(folder)) throw new Error(`there is no package in ${folder}`);
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)(\.|-|$)/i.test(file));
  return name === undefined ? null : join(folder, name);
}
