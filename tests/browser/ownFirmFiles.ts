/** The folder of `rapport new` as scenario files that a learner would choose. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { parse, stringify } from 'yaml';
import { readScenarioFolder } from '../../tools/scenario-folders.ts';

/** Text by path inside the folder. */
export type FolderText = ReadonlyMap<string, string>;

/** As anybody would begin one. */
export function newFirm(): FolderText {
  const place = mkdtempSync(join(tmpdir(), 'rapport-own-'));
  execFileSync(process.execPath, ['tools/rapport.mjs', 'new', join(place, 'quan-nho')]);
  const files = readScenarioFolder(join(place, 'quan-nho'));
  rmSync(place, { recursive: true });
  return files;
}

export const zipped = (folder: FolderText, name = 'quan-nho.zip') => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(zipSync(Object.fromEntries([...folder].map(([file, text]) => [`quan-nho/${file}`, strToU8(text)])))),
});

export const alone = (text: string) => ({ name: 'quan.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });

/** The folder with all its texts in one language. */
export function inOneLanguage(folder: FolderText, language: 'vi' | 'en'): FolderText {
  const kept = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(kept);
    if (node === null || typeof node !== 'object') return node;
    const both = 'vi' in node && 'en' in node;
    const members = Object.entries(node).filter(([key]) => !both || key === language);
    return Object.fromEntries(members.map(([key, value]) => [key, kept(value)]));
  };
  const whole = kept(parse(folder.get('scenario.yaml') ?? '')) as object;
  return new Map([...folder, ['scenario.yaml', stringify({ ...whole, languages: [language] }, { aliasDuplicateObjects: false })]]);
}
