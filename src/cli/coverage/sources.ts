/** The product's own source text: which parameters the engine reads, which words and fields a screen shows. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { shippedRoot } from '../scenarioFiles.ts';

/** Text of each source file by its path below src, with / between the parts. */
export type Sources = ReadonlyMap<string, string>;

/** Folder of the sources, beside the scenarios that ship with them. */
const sourceRoot = (): string => join(dirname(shippedRoot()), 'src');

/** Source text of the floors and screens; the compiled words are left out. */
export function readSources(): Sources {
  const root = sourceRoot();
  const sources = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/[.](ts|svelte)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(root, path).split(sep).join('/');
    if (!name.startsWith('text/generated/')) sources.set(name, readFileSync(path, 'utf8'));
  }
  return sources;
}

export const readMapFile = (): string => readFileSync(join(sourceRoot(), 'cli/coverage/map.csv'), 'utf8');

const engineFloors = /^(sim|company|game)\//;
const parameterTables = /(^|\/)(parameters|strategyParameters|parameter)\.ts$/;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What can be asked of the sources. */
export interface SourceIndex {
  /** A coefficient is read by the engine: by its own name, or by a name put together from parts. */
  readsParameter: (id: string) => boolean;
  /** A function or constant is exported by the engine and used in another file. */
  usesRule: (name: string) => boolean;
  /** A screen calls the message of this key. */
  showsMessage: (key: string) => boolean;
  /** A screen reads a field of this name. */
  showsField: (name: string) => boolean;
}

export function indexSources(sources: Sources): SourceIndex {
  const of = (matches: (path: string) => boolean): string[] => [...sources].filter(([path]) => matches(path)).map(([, text]) => text);
  const engine = of((path) => engineFloors.test(path) && !parameterTables.test(path));
  const screens = of((path) => path.startsWith('ui/')).join('\n');
  const all = of((path) => !path.startsWith('cli/coverage'));
  const whole = engine.join('\n');
  const patterns = [...whole.matchAll(/\b(?:p|rule|parameters|usualParameters)\[`([^`]+)`/g)].map(
    ([, made]) =>
      new RegExp(
        `^${made!
          .split(/\$\{[^}]+\}/)
          .map(escaped)
          .join('[A-Za-z0-9]+')}$`,
      ),
  );
  const messages = new Set([...screens.matchAll(/\bm\.(\w+)\(/g)].map(([, key]) => key));
  const inScreens = (pattern: string): boolean => new RegExp(pattern).test(screens);
  return {
    readsParameter: (id) => whole.includes(`['${id}']`) || patterns.some((pattern) => pattern.test(id)),
    usesRule: (name) =>
      /^\w+$/.test(name) &&
      engine.some((text) => new RegExp(`export (function\\*?|const) ${name}\\b`).test(text)) &&
      all.filter((text) => new RegExp(`\\b${name}\\b`).test(text)).length > 1,
    showsMessage: (key) => messages.has(key),
    showsField: (name) => /^\w+$/.test(name) && inScreens(`[.{,']\\s*${name}\\b`),
  };
}
