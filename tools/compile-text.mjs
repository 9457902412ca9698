/**
 * Compiles the words of `src/text` into typed functions, one file a language, when they have changed since the last time or a build has
 * compiled them in its own way.
 * Runs by itself (`node tools/compile-text.mjs`), from the set-up script and as Vitest's global set-up.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, root } from './paths.mjs';
import { textOptions } from './text-options.mjs';

const stampFile = join(cacheFolder, 'text-stamp');

function hashOfWords() {
  const hash = createHash('sha256');
  const folder = join(root, 'src/text/messages');
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json'));
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  hash.update(readFileSync(join(root, 'src/text/project.inlang/settings.json')));
  hash.update(JSON.stringify(textOptions));
  return hash.digest('hex');
}

/**
 * Brings `src/text/generated` up to date; does nothing when no word has changed.
 * @param anyLayout also content with what a build has left behind: enough to start the app or a command
 */
export default async function compileText({ anyLayout = false } = {}) {
  const hash = hashOfWords();
  // A build leaves one file for each of thousands of messages behind, which Node and the checks of types read far more slowly.
  const compiled = existsSync(join(root, 'src/text/generated', anyLayout ? 'messages.js' : 'messages/vi.js'));
  if (compiled && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  const { compile } = await import('@inlang/paraglide-js');
  await compile({
    ...textOptions,
    project: join(root, textOptions.project),
    outdir: join(root, textOptions.outdir),
    outputStructure: 'locale-modules',
  });
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(stampFile, hash);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await compileText();
