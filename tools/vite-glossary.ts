/** Vite plugin: the glossary file as the module virtual:glossary, checked at build. */

import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { glossaryKey, type GlossaryEntry } from '../src/text/glossaryEntries.ts';
import { parseCsv } from './csv.ts';

const moduleName = 'virtual:glossary';
/** Rollup's mark of a module that is no file. */
const mark = '\0';
const columns = ['vi', 'en', 'definition_en', 'definition_vi', 'source'];

/** @param file path of the CSV file with the columns vi, en, definition_en, definition_vi, source */
export function glossary(file: string): Plugin {
  return {
    name: 'rapport-glossary',
    resolveId: (id) => (id === moduleName ? mark + id : undefined),
    load(id) {
      if (id !== mark + moduleName) return undefined;
      this.addWatchFile(file);
      const entries = readGlossary(readFileSync(file, 'utf8'));
      return { code: `export const entries = JSON.parse(${JSON.stringify(JSON.stringify(entries))});`, moduleType: 'js' };
    },
  };
}

/** The entries of the file's text. Throws for other columns, an empty cell, or two terms that come to one key. */
export function readGlossary(text: string): GlossaryEntry[] {
  const [head, ...rows] = parseCsv(text);
  if (head?.join() !== columns.join()) throw new Error(`the glossary has the columns ${head?.join()} instead of ${columns.join()}`);
  const seen = new Map<string, string>();
  return rows.map((row) => {
    if (row.length !== columns.length || row.some((cell) => cell.trim() === '')) {
      throw new Error(`the glossary needs ${columns.length} filled cells in each row: ${row.join(',')}`);
    }
    const [vi, en, definitionEn, definitionVi] = row.map((cell) => cell.normalize('NFC'));
    const key = glossaryKey(en);
    const other = seen.get(key);
    if (other !== undefined) throw new Error(`the terms ${other} and ${en} have the same key ${key}`);
    seen.set(key, en);
    return { key, vi, en, definition: { vi: definitionVi, en: definitionEn } };
  });
}
