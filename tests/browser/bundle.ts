/** Parts of the engine for tests that drive the built page. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';

const folder = 'scenarios/voras-bank';

/** The files of the shipped scenario, text by path. */
export function scenarioFiles(): Record<string, string> {
  const files: Record<string, string> = { 'scenario.yaml': readFileSync(`${folder}/scenario.yaml`, 'utf8') };
  for (const name of readdirSync(`${folder}/playbooks`)) files[`playbooks/${name}`] = readFileSync(`${folder}/playbooks/${name}`, 'utf8');
  return files;
}

/** A module of this folder with all that it imports as one file that a page and Node can both load; answers its path. */
export async function bundle(entry: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'rapport-bundle-'));
  const name = `${basename(entry, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, lib: { entry: `tests/browser/${entry}`, formats: ['es'], fileName: () => name }, minify: false },
  });
  // Outside the project only the ending tells Node that it is a module.
  return join(outDir, name);
}
