/** Parts of the engine for tests that drive the built page. */
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = 'scenarios/voras-bank';

/** The files of the shipped scenario, text by path. */
export function scenarioFiles(): Record<string, string> {
  const files: Record<string, string> = { 'scenario.yaml': readFileSync(`${folder}/scenario.yaml`, 'utf8') };
  for (const name of readdirSync(`${folder}/playbooks`)) files[`playbooks/${name}`] = readFileSync(`${folder}/playbooks/${name}`, 'utf8');
  return files;
}

/** `runFileOf.ts` as the global set-up has bundled it. */
export async function runFiles(): Promise<typeof import('./runFileOf.ts')> {
  return (await import(pathToFileURL(process.env.RAPPORT_RUN_FILES!).href)) as typeof import('./runFileOf.ts');
}
